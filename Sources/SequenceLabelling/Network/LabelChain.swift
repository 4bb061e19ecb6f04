#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The chain over the labels of a ``TokenNetwork``: which labels are the most probable together, and how probable each is.
/// Sixteen labels at most, side by side in one vector.
struct LabelChain {
  private let labelCount: Int
  /// By label, the scores of the labels behind it; and those as factors.
  private let transitions: [SIMD16<Float>]
  private let factors: [SIMD16<Float>]
  /// By label, the factors of the labels before it.
  private let factorsBack: [SIMD16<Float>]
  private var best: [SIMD16<Float>] = []
  private var before: [SIMD16<Int32>] = []
  private var forward: [SIMD16<Float>] = []
  private var emissions: [SIMD16<Float>] = []
  private(set) var labels: [Int32] = []
  private(set) var probabilities: [SIMD16<Float>] = []

  private static let never: Float = -1e6

  init(_ network: TokenNetwork) {
    let count = network.shape.labels
    labelCount = count
    var transitions = [SIMD16<Float>](repeating: SIMD16(repeating: Self.never), count: count)
    for label in 0..<count {
      for next in 0..<count where network.shape.forbidden[label] & (1 << UInt32(next)) == 0 {
        transitions[label][next] = network.weights[network.layout.transitions.lowerBound + label * count + next]
      }
    }
    self.transitions = transitions
    factors = transitions.map { row in
      var factors = SIMD16<Float>.zero
      for label in 0..<count where row[label] > Self.never { factors[label] = expf(row[label]) }
      return factors
    }
    var back = [SIMD16<Float>](repeating: .zero, count: count)
    for label in 0..<count {
      for next in 0..<count { back[next][label] = factors[label][next] }
    }
    factorsBack = back
  }

  mutating func decode(_ scores: UnsafeBufferPointer<SIMD16<Float>>) {
    let count = scores.count
    if best.count < count {
      best = Array(repeating: .zero, count: count * 2)
      before = Array(repeating: .zero, count: count * 2)
      (forward, emissions, probabilities) = (best, best, best)
      labels = Array(repeating: 0, count: count * 2)
    }
    findBest(scores)
    findProbabilities(scores)
  }

  /// Viterbi's algorithm.
  private mutating func findBest(_ scores: UnsafeBufferPointer<SIMD16<Float>>) {
    for token in 0..<scores.count {
      var best = transitions[0]
      var before = SIMD16<Int32>.zero
      if token > 0 {
        let last = self.best[token - 1]
        best = transitions[0] + last[0]
        for label in 1..<labelCount {
          let sum = transitions[label] + last[label]
          let isBetter = sum .> best
          best.replace(with: sum, where: isBetter)
          before.replace(with: SIMD16(repeating: Int32(label)), where: isBetter)
        }
      }
      self.best[token] = best + scores[token]
      self.before[token] = before
    }
    var label = 0
    for candidate in 1..<labelCount
    where best[scores.count - 1][candidate] + transitions[candidate][0]
      > best[scores.count - 1][label] + transitions[label][0]
    {
      label = candidate
    }
    for token in (0..<scores.count).reversed() {
      labels[token] = Int32(label)
      label = Int(before[token][label])
    }
  }

  /// e to the power of numbers from -30 to 0, to seven digits; the same on every machine.
  ///
  /// A power of 2 by the exponent, and the rest by its series, which has eight terms to that accuracy below half of ln 2.
  static func exponential(_ x: SIMD16<Float>) -> SIMD16<Float> {
    // To add so great a number leaves no room for what is behind the point.
    let rounding: Float = 12_582_912
    let power = x * 1.442_695_04 + rounding
    let whole = power - rounding
    let rest = x - whole * 0.693_359_375 + whole * 2.121_944_4e-4
    var sum = SIMD16<Float>(repeating: 1 / 5040)
    for term: Float in [1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1] { sum = sum * rest + term }
    // What was rounded stands in the last bits of the great sum.
    let wholeBits = unsafeBitCast(power, to: SIMD16<UInt32>.self) &- rounding.bitPattern
    return sum * unsafeBitCast((wholeBits &+ 127) &<< 23, to: SIMD16<Float>.self)
  }

  /// The forward and backward sums, scaled at each token so that nothing overflows.
  private mutating func findProbabilities(_ scores: UnsafeBufferPointer<SIMD16<Float>>) {
    for token in 0..<scores.count {
      var greatest = scores[token][0]
      for label in 1..<labelCount { greatest = max(greatest, scores[token][label]) }
      // Never so small that a product is 0: the greatest may be forbidden here. What is behind the last label counts
      // for nothing, since no label leads there.
      var power = scores[token] - greatest
      power.replace(with: -30, where: power .< -30)
      power.replace(with: 0, where: power .> 0)
      let emission = Self.exponential(power)
      emissions[token] = emission
      var sum = factors[0]
      if token > 0 {
        let last = forward[token - 1]
        sum = factors[0] * last[0]
        for label in 1..<labelCount { sum += factors[label] * last[label] }
      }
      sum *= emission
      forward[token] = sum / sum.sum()
    }
    // Label 0 stands behind the last token.
    var backward = factorsBack[0]
    for token in (0..<scores.count).reversed() {
      let product = forward[token] * backward
      probabilities[token] = product / product.sum()
      let next = emissions[token] * backward
      var sum = factorsBack[0] * next[0]
      for label in 1..<labelCount { sum += factorsBack[label] * next[label] }
      backward = sum / sum.sum()
    }
  }
}
