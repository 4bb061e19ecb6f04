import Testing

@testable import Evaluation

@Suite struct ReliabilityTests {
  @Test func errorIsTheDistanceOfCertaintyAndPrecision() {
    var reliability = Reliability()
    for index in 0..<10 { reliability.add(0.9, isRight: index < 9) }
    #expect(abs(reliability.calibrationError) < 1e-9)
    // As many at 0.6, of which none is right: on average 0.3 apart.
    for _ in 0..<10 { reliability.add(0.6, isRight: false) }
    #expect(abs(reliability.calibrationError - 0.3) < 1e-9)
  }

  @Test func nothingFoundIsNoError() { #expect(Reliability().calibrationError == 0) }

  @Test func sumsAreWhatBothHold() {
    var (left, right) = (Reliability(), Reliability())
    left.add(1, isRight: true)
    right.add(0.2, isRight: false)
    left += right
    #expect(left.count == 2)
    #expect(abs(left.calibrationError - 0.1) < 1e-9)
  }
}
