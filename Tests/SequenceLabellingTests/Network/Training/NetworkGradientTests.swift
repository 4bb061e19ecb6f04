import Testing

@testable import SequenceLabelling

@Suite struct NetworkGradientTests {
  /// A network with nothing left out, so that its loss is a function of its weights; none of which is 0.
  private static func trainer() -> NetworkTrainer {
    let trainer = Toy.trainer(Toy.withoutDropout)
    var random = SplitMix64(state: 31)
    let (layers, rows) = (trainer.weights.layers, trainer.weights.rows)
    for index in 0..<layers.layout.count { layers.start[index] += Float.random(in: -0.2...0.2, using: &random) }
    for row in 0..<rows.rows {
      for index in 0..<rows.columns { rows[row][index] += Float.random(in: -0.2...0.2, using: &random) }
    }
    return trainer
  }

  private static var example: NetworkTrainer.Example {
    var example = Toy.example([0, 4, 2, 3, 1, 5, 5], denied: [2])
    // What is right is not known everywhere.
    example.right[4] = 0b101
    return example
  }

  private let trainer = Self.trainer()
  private let gradient: NetworkGradient

  init() {
    gradient = NetworkGradient(trainer.weights)
    _ = Self.loss(trainer, gradient)
  }

  private static func loss(_ trainer: NetworkTrainer, _ gradient: NetworkGradient) -> Float {
    var activations = Activations(trainer.weights.layers.shape, tokens: example.count)
    return trainer.add(example, &activations, to: gradient)
  }

  /// How much the loss changes with a weight, by trying: less of it and more. The two differ where a unit is about to be
  /// cut off.
  private func slopes(_ weight: UnsafeMutablePointer<Float>) -> [Float] {
    let scratch = NetworkGradient(trainer.weights)
    let value = weight.pointee
    defer { weight.pointee = value }
    let loss = Self.loss(trainer, scratch)
    return [-1e-3, 1e-3].map { (step: Float) in
      weight.pointee = value + step
      return (Self.loss(trainer, scratch) - loss) / step
    }
  }

  private func isRight(_ gradient: Float, _ weight: UnsafeMutablePointer<Float>) -> Bool {
    slopes(weight).contains { abs(gradient - $0) < 0.01 + abs($0) * 0.02 }
  }

  @Test func agreesWithTheChangeOfTheLossInEveryPart() {
    let layers = trainer.weights.layers
    let layout = layers.layout
    for part in [
      layout.wordBias, layout.vector, layout.window, layout.places, layout.bias1, layout.second, layout.bias2,
      layout.output, layout.skip, layout.outputBias, layout.transitions,
    ] {
      for index in stride(from: part.lowerBound, to: part.upperBound, by: max(1, part.count / 40)) {
        #expect(isRight(gradient.layers.start[index], layers.start + index))
      }
    }
  }

  @Test func agreesWithTheChangeOfTheLossInRows() {
    let rows = trainer.weights.rows
    let touched = Set(gradient.touchedRows)
    // The features of the words of the example, and the words themselves but for the last, which has no row.
    #expect(touched == Set([1, 2, 5, 6, 7] + (0..<5).map { Toy.rows + $0 }))
    for row in 0..<rows.rows {
      for index in stride(from: row % 7, to: rows.columns, by: 7) {
        #expect(isRight(touched.contains(row) ? gradient.row(row)[index] : 0, rows[row] + index))
      }
    }
  }

  @Test func aSecondExampleIsAdded() {
    let once = gradient.layers.start[trainer.weights.layers.layout.outputBias.lowerBound]
    _ = Self.loss(trainer, gradient)
    #expect(gradient.layers.start[trainer.weights.layers.layout.outputBias.lowerBound] == 2 * once)
    #expect(once != 0)
  }

  @Test func nothingIsLeftAfterClearing() {
    let layout = gradient.layers.layout
    gradient.clear()
    #expect(gradient.touchedRows.isEmpty)
    #expect((0..<layout.count).allSatisfy { gradient.layers.start[$0] == 0 })
    for row in 0..<trainer.weights.rows.rows {
      #expect((0..<Toy.shape.width).allSatisfy { gradient.row(row)[$0] == 0 })
    }
  }
}
