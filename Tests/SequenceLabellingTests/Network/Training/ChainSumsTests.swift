import Testing

@testable import SequenceLabelling

@Suite struct ChainSumsTests {
  private static let labels = 4

  private static func shape(_ forbidden: [UInt32]) -> NetworkShape {
    NetworkShape(labels: labels, rows: 2, places: 1, forbidden: forbidden)
  }

  /// Nothing is forbidden; then as in the chain of a tagger: 2 goes on only where 1 began.
  private static let forbidden: [[UInt32]] = [[0, 0, 0, 0], [0b0100, 0, 0, 0b0100]]
  /// All labels everywhere; then some.
  private static let right: [[UInt32]?] = [nil, [0b0011, 0b1111, 0b0110, 0b0101, 0b0011]]

  @Test(arguments: 1...5, 0..<4)
  func agreeWithCountingAllLabellings(_ positions: Int, _ choice: Int) {
    var random = SplitMix64(state: UInt64(positions * 4 + choice))
    let forbidden = Self.forbidden[choice % 2]
    let right = Self.right[choice / 2].map { Array($0.prefix(positions)) }
    for _ in 0..<8 {
      let scores = (0..<(positions * Self.labels)).map { _ in Float.random(in: -3...3, using: &random) }
      let transitions = (0..<(Self.labels * Self.labels)).map { _ in Float.random(in: -2...2, using: &random) }
      let all = Labellings(Self.labels, scores, transitions, right: right, forbidden: forbidden)
      let sums = ChainSums(Self.shape(forbidden), scores, transitions, right: right)
      #expect(abs(Double.exp(Double(sums.total)) / all.total - 1) < 1e-3)
      for position in 0..<positions {
        for label in 0..<Self.labels {
          let marginal = Double(sums.marginals[position * Self.labels + label])
          #expect(abs(marginal - all.probability(of: label, at: position)) < 1e-4)
        }
      }
      for first in 0..<Self.labels {
        for second in 0..<Self.labels {
          #expect(abs(Double(sums.pairs[first * Self.labels + second]) - all.pairs(first, second)) < 1e-4)
        }
      }
    }
  }

  @Test func aLongChainWithGreatScoresStaysFinite() {
    var random = SplitMix64(state: 3)
    let positions = 5000
    let scores = (0..<(positions * Self.labels)).map { _ in Float.random(in: -90...90, using: &random) }
    let transitions = [Float](repeating: 0.5, count: Self.labels * Self.labels)
    let sums = ChainSums(Self.shape(Self.forbidden[1]), scores, transitions)
    #expect(sums.total.isFinite)
    for position in 0..<positions {
      let sum = sums.marginals[(position * Self.labels)..<((position + 1) * Self.labels)].reduce(0, +)
      #expect(abs(sum - 1) < 1e-2)
    }
  }
}
