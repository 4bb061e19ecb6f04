import Testing

@testable import SequenceLabelling

@Suite struct FloatKernelTests {
  /// Whole blocks, none, and what is left behind the last one.
  @Test(arguments: [0, 1, 9, 15, 16, 17, 32, 40])
  func agreesWithOneNumberAtATime(_ count: Int) {
    var random = SplitMix64(state: UInt64(count))
    let x = (0..<50).map { _ in Float.random(in: -1...1, using: &random) }
    let y = (0..<50).map { _ in Float.random(in: -1...1, using: &random) }
    func sums(_ factor: Float) -> [Float] { y.indices.map { $0 < count ? y[$0] + x[$0] * factor : y[$0] } }
    var sum = y
    FloatKernel.add(count, x, to: &sum)
    #expect(sum == sums(1))
    sum = y
    FloatKernel.add(count, x, times: 0.75, to: &sum)
    #expect(sum == sums(0.75))
    let product = zip(x, y).prefix(count).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(FloatKernel.dot(count, x, y) - product) < 1e-5)
  }
}
