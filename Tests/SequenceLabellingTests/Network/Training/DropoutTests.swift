import Testing

@testable import SequenceLabelling

@Suite struct DropoutTests {
  @Test(arguments: [0, 0.1, 0.25, 0.75] as [Float])
  func leavesOutTheShareThatIsAskedFor(_ rate: Float) {
    var dropout = Dropout(random: SplitMix64(state: 4))
    let kept = (0..<20_000).count { _ in dropout.keeps(rate) }
    #expect(abs(Float(kept) / 20_000 - (1 - rate)) < 0.02)
  }

  @Test func unitsKeepTheirMean() {
    var dropout = Dropout(random: SplitMix64(state: 5))
    var units: [Float] = (0..<20_000).map { $0 % 2 == 0 ? 3 : -3 }
    dropout.rectify(&units, units.count, 0.25)
    #expect(units.allSatisfy { $0 == 0 || $0 == 4 })
    #expect(stride(from: 1, to: units.count, by: 2).allSatisfy { units[$0] == 0 })
    #expect(abs(units.reduce(0, +) / 10_000 - 3) < 0.05)
  }
}
