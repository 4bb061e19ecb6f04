#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The sums over all labellings of a chain, scaled at each position so that nothing overflows.
struct ChainSums {
  /// The probability of each label at each position.
  var marginals: [Float]
  /// How often each pair of labels is expected.
  var pairs: [Float]
  /// The logarithm of the sum over all labellings.
  var total: Float = 0

  /// - Parameters:
  ///   - right: the labels allowed at each position, a bit each; nil for all.
  ///   - forbidden: of each label those that may not follow, a bit each. Label 0 stands before the chain and behind it.
  init(
    _ labels: Int, _ n: Int, _ scores: [Float], _ transitions: [Float], right: [UInt32]?,
    _ forbidden: [UInt32]
  ) {
    var step = [Float](repeating: 0, count: labels * labels)
    for a in 0..<labels {
      for b in 0..<labels where forbidden[a] & (1 << UInt32(b)) == 0 {
        step[a * labels + b] = expf(transitions[a * labels + b])
      }
    }
    var emission = [Float](repeating: 0, count: n * labels)
    var forward = emission
    var backward = emission
    var scales = [Float](repeating: 0, count: n)
    for t in 0..<n {
      var greatest = -Float.infinity
      let allowed = right?[t] ?? .max
      for l in 0..<labels where allowed & (1 << UInt32(l)) != 0 { greatest = max(greatest, scores[t * labels + l]) }
      // Never so small that a product is 0: the greatest may be forbidden here.
      for l in 0..<labels where allowed & (1 << UInt32(l)) != 0 {
        emission[t * labels + l] = expf(max(-30, scores[t * labels + l] - greatest))
      }
      total += greatest
      var sum: Float = 0
      for b in 0..<labels {
        var value: Float = 0
        if t == 0 {
          value = step[b]
        } else {
          for a in 0..<labels { value += forward[(t - 1) * labels + a] * step[a * labels + b] }
        }
        value *= emission[t * labels + b]
        if t == n - 1 { value *= step[b * labels] }
        forward[t * labels + b] = value
        sum += value
      }
      sum = max(sum, 1e-30)
      scales[t] = sum
      total += logf(sum)
      for b in 0..<labels { forward[t * labels + b] /= sum }
    }
    for l in 0..<labels { backward[(n - 1) * labels + l] = 1 }
    pairs = [Float](repeating: 0, count: labels * labels)
    var t = n - 2
    while t >= 0 {
      for a in 0..<labels {
        var value: Float = 0
        for b in 0..<labels {
          var edge = step[a * labels + b] * emission[(t + 1) * labels + b] * backward[(t + 1) * labels + b]
          if t + 1 == n - 1 { edge *= step[b * labels] }
          edge /= scales[t + 1]
          pairs[a * labels + b] += forward[t * labels + a] * edge
          value += edge
        }
        backward[t * labels + a] = value
      }
      t -= 1
    }
    marginals = zip(forward, backward).map { $0 * $1 }
    if marginals.count > n * labels { marginals.removeLast(marginals.count - n * labels) }
  }
}
