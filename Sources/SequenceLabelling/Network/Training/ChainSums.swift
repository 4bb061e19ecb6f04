#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The sums over all labellings of a chain by the forward and backward algorithm (Rabiner 1989), scaled at each position
/// so that nothing overflows.
struct ChainSums {
  /// The probability of each label at each position.
  let marginals: [Float]
  /// How often each label is expected before each other.
  let pairs: [Float]
  /// The logarithm of the sum over all labellings.
  let total: Float

  /// - Parameters:
  ///   - scores: By position, at least one, then label.
  ///   - transitions: By label, then the label behind it. Label 0 stands before the chain and behind it.
  ///   - right: The labels allowed at each position, a bit each; nil for all.
  init(_ shape: NetworkShape, _ scores: [Float], _ transitions: [Float], right: [UInt32]? = nil) {
    var sums = ScaledSums(shape, scores, transitions)
    for position in 0..<(scores.count / shape.labels) {
      sums.emit(position, scores, allowed: right?[position] ?? .max)
      sums.goForward(position)
    }
    sums.goBackward()
    marginals = zip(sums.forward, sums.backward).map { $0 * $1 }
    pairs = sums.pairs
    total = sums.total
  }
}

private struct ScaledSums {
  let labels: Int
  let last: Int
  /// The factor of each label behind each other, 0 where it may not stand there.
  let steps: [Float]
  /// By position, then label.
  var emissions: [Float]
  var forward: [Float]
  var backward: [Float]
  /// What the sums at each position were divided by.
  var scales: [Float]
  var pairs: [Float]
  var total: Float = 0

  init(_ shape: NetworkShape, _ scores: [Float], _ transitions: [Float]) {
    labels = shape.labels
    last = scores.count / labels - 1
    steps = transitions.indices.map { index in
      let (label, next) = index.quotientAndRemainder(dividingBy: shape.labels)
      return shape.forbidden[label] & (1 << UInt32(next)) == 0 ? expf(transitions[index]) : 0
    }
    emissions = Array(repeating: 0, count: scores.count)
    forward = emissions
    backward = Array(repeating: 1, count: scores.count)
    scales = Array(repeating: 0, count: last + 1)
    pairs = Array(repeating: 0, count: labels * labels)
  }

  mutating func emit(_ position: Int, _ scores: [Float], allowed: UInt32) {
    let start = position * labels
    var greatest = -Float.infinity
    for label in 0..<labels where allowed & (1 << UInt32(label)) != 0 {
      greatest = max(greatest, scores[start + label])
    }
    // Never so small that a product is 0: the greatest may be forbidden here.
    for label in 0..<labels where allowed & (1 << UInt32(label)) != 0 {
      emissions[start + label] = expf(max(-30, scores[start + label] - greatest))
    }
    total += greatest
  }

  mutating func goForward(_ position: Int) {
    let start = position * labels
    var sum: Float = 0
    for label in 0..<labels {
      var value = reaching(label, at: position) * emissions[start + label]
      if position == last { value *= steps[label * labels] }
      forward[start + label] = value
      sum += value
    }
    sum = max(sum, 1e-30)
    scales[position] = sum
    total += logf(sum)
    for label in 0..<labels { forward[start + label] /= sum }
  }

  /// The sum over all labellings before a position that goes on with `label` there.
  private func reaching(_ label: Int, at position: Int) -> Float {
    guard position > 0 else { return steps[label] }
    let before = (position - 1) * labels
    var sum: Float = 0
    for other in 0..<labels { sum += forward[before + other] * steps[other * labels + label] }
    return sum
  }

  mutating func goBackward() {
    for position in (0..<last).reversed() {
      for label in 0..<labels {
        let share = forward[position * labels + label]
        var sum: Float = 0
        for next in 0..<labels {
          let edge = edge(label, next, behind: position)
          pairs[label * labels + next] += share * edge
          sum += edge
        }
        backward[position * labels + label] = sum
      }
    }
  }

  /// The sum over all labellings behind a position with `label` that go on with `next`.
  private func edge(_ label: Int, _ next: Int, behind position: Int) -> Float {
    let after = (position + 1) * labels + next
    var edge = steps[label * labels + next] * emissions[after] * backward[after]
    if position + 1 == last { edge *= steps[next * labels] }
    return edge / scales[position + 1]
  }
}
