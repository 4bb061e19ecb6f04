#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Moves the weights against their gradient: those of the layers by Adam (Kingma and Ba 2015); the vectors of features,
/// of which a step sees few, by AdaGrad (Duchi, Hazan and Singer 2011).
struct NetworkOptimizer {
  private let weights: NetworkWeights
  private let rate: Float
  /// How many steps there will be.
  private let steps: Int
  private var step = 0
  /// The means of the gradient and of its square, the latest steps counting most.
  private let means: LayerParameters
  private let squares: LayerParameters
  /// The sums of the squares of the gradient by the rows.
  private let rowSquares: FloatMatrix

  /// How much of the means is kept from step to step.
  private static let meanDecay: Float = 0.9
  private static let squareDecay: Float = 0.999
  /// The steps in which the rate grows to what it is to be.
  private static let warmup: Float = 200
  /// How much of the rate is gone in the end.
  private static let decline: Float = 0.95
  /// How much longer the steps of a row are: it is seldom seen.
  private static let rowFactor: Float = 10
  /// The greatest norm of a gradient.
  private static let greatestNorm: Float = 40

  init(_ weights: NetworkWeights, rate: Float, steps: Int) {
    self.weights = weights
    self.rate = rate
    self.steps = steps
    means = weights.layers.zeros()
    squares = weights.layers.zeros()
    rowSquares = FloatMatrix(rows: weights.rows.rows, columns: weights.rows.columns)
  }

  mutating func move(against gradient: NetworkGradient) {
    step += 1
    let clip = Self.clip(gradient.layers)
    moveLayers(gradient.layers, clip)
    for row in gradient.touchedRows { moveRow(row, gradient.row(row), clip) }
  }

  /// What the gradient is multiplied by, lest a rare example throw away what was learnt (Pascanu, Mikolov and Bengio
  /// 2013).
  private static func clip(_ gradient: LayerParameters) -> Float {
    var sum: Float = 0
    for index in 0..<gradient.layout.count { sum += gradient.start[index] * gradient.start[index] }
    let norm = sum.squareRoot()
    return norm > greatestNorm ? greatestNorm / norm : 1
  }

  private func moveLayers(_ gradient: LayerParameters, _ clip: Float) {
    let rate = scheduled(rate)
    let meanCorrection = 1 - powf(Self.meanDecay, Float(step))
    let squareCorrection = 1 - powf(Self.squareDecay, Float(step))
    let (weights, gradient, means, squares) = (weights.layers.start, gradient.start, means.start, squares.start)
    for index in 0..<self.weights.layers.layout.count {
      let value = gradient[index] * clip
      // 0.1 and 0.001 are what the decays leave, without the rounding of a difference.
      means[index] = Self.meanDecay * means[index] + 0.1 * value
      squares[index] = Self.squareDecay * squares[index] + 0.001 * value * value
      weights[index] -=
        rate * (means[index] / meanCorrection) / ((squares[index] / squareCorrection).squareRoot() + 1e-7)
    }
  }

  private func moveRow(_ row: Int, _ gradient: UnsafePointer<Float>, _ clip: Float) {
    let rate = scheduled(rate * Self.rowFactor)
    let (weights, squares) = (weights.rows[row], rowSquares[row])
    for index in 0..<rowSquares.columns {
      let value = gradient[index] * clip
      squares[index] += value * value
      weights[index] -= rate * value / (squares[index].squareRoot() + 0.1)
    }
  }

  /// A rate as it is at this step.
  private func scheduled(_ rate: Float) -> Float {
    rate * min(1, Float(step) / Self.warmup) * (1 - Self.decline * Float(step) / Float(steps))
  }
}
