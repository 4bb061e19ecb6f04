import Testing

@testable import SequenceLabelling

@Suite struct NetworkOptimizerTests {
  private let weights = Toy.trainer().weights
  private let gradient: NetworkGradient
  /// The rate at the first of very many steps.
  private static let firstRate: Float = 0.01 / 200

  init() { gradient = NetworkGradient(weights) }

  private func move() {
    var optimizer = NetworkOptimizer(weights, rate: 0.01, steps: 1_000_000)
    optimizer.move(against: gradient)
  }

  /// Adam corrects its moments for having begun with 0: however small the gradient, the first step has the length of
  /// the rate.
  @Test(arguments: [-30, -0.02, 0.004, 5] as [Float])
  func theFirstStepOfALayerIsAsLongAsTheRate(_ slope: Float) {
    let before = weights.layers.start[3]
    let other = weights.layers.start[4]
    gradient.layers.start[3] = slope
    move()
    let expected = slope > 0 ? -Self.firstRate : Self.firstRate
    #expect(abs(weights.layers.start[3] - before - expected) < Self.firstRate * 0.01)
    #expect(weights.layers.start[4] == other)
  }

  @Test func onlyTouchedRowsMove() {
    let before = (0..<weights.rows.rows).map { weights.rows[$0][0] }
    gradient.row(5)[0] = 1.9
    move()
    for row in before.indices where row != 5 { #expect(weights.rows[row][0] == before[row]) }
    let step = weights.rows[5][0] - before[5]
    #expect(abs(step + 10 * Self.firstRate * 1.9 / (1.9 + 0.1)) < Self.firstRate * 0.05)
  }

  @Test func aGreatGradientIsCutDown() {
    let before = weights.rows[5][0]
    // Twenty times as long as is allowed: what a row has counts a twentieth.
    gradient.layers.start[3] = 800
    gradient.row(5)[0] = 2
    move()
    #expect(abs(weights.rows[5][0] - before + 10 * Self.firstRate * 0.1 / (0.1 + 0.1)) < Self.firstRate * 0.05)
  }

  @Test func theSumOfSquaresMakesStepsShorter() {
    var optimizer = NetworkOptimizer(weights, rate: 0.01, steps: 1_000_000)
    var lengths: [Float] = []
    // The rate no longer grows after two hundred steps.
    for step in 0..<400 {
      let before = weights.rows[5][0]
      gradient.row(5)[0] = 1
      optimizer.move(against: gradient)
      if step > 200 { lengths.append(before - weights.rows[5][0]) }
    }
    #expect(lengths.last! > 0 && lengths.last! < lengths.first!)
  }
}
