/// Trains a ``TokenNetwork``.
///
/// The vectors of a word's features are summed to the numbers of the word, together with what a matrix makes of a vector
/// that was made for it elsewhere. Two layers of rectified units follow, each of which sees some tokens to either side,
/// by the same weights at every token, as a convolution does (Collobert and others 2011); the first is given the
/// features of places, too, and the scores of the labels come from both. A chain over the labels decides
/// (``ChainLoss``). What is learnt is the greatest likelihood of the labellings that may be right, with ``Dropout``, by
/// ``NetworkOptimizer``.
///
/// The same examples, in the same order, and the same settings give the same network.
public final class NetworkTrainer {
  let settings: Settings
  let inputs: WordInputs
  let weights: NetworkWeights
  private var dropout: Dropout

  /// - Parameters:
  ///   - types: Of each type of word the rows of its features, from 0 to below `shape.rows`. The first is that of the
  ///     word itself: `shape.rows` and its place in the vocabulary, or -1 where it has none.
  ///   - vocabulary: Of each word that has a row of its own the number of its vector, or -1.
  ///   - vectors: Vectors of words that were made elsewhere, one after the other.
  ///   - vectorSize: How many numbers such a vector has; 0 where there are none.
  public init(
    _ shape: NetworkShape, types: [[Int32]], vocabulary: [Int32] = [], vectors: [Float] = [], vectorSize: Int = 0,
    settings: Settings = Settings()
  ) {
    self.settings = settings
    inputs = WordInputs(
      types: types, vocabulary: vocabulary, vectors: vectors, vectorSize: vectorSize, firstWord: shape.rows)
    dropout = Dropout(random: SplitMix64(state: settings.seed))
    weights = NetworkWeights(shape, words: inputs, random: &dropout.random)
  }

  /// Trains.
  ///
  /// - Parameter report: Called after each round, with the sum of the losses of its examples.
  public func train(_ examples: [Example], report: (_ round: Int, _ loss: Float) -> Void) {
    var order = examples.indices.filter { examples[$0].count > 0 }
    let batches = (order.count + settings.batch - 1) / settings.batch
    var optimizer = NetworkOptimizer(weights, rate: settings.rate, steps: settings.rounds * batches)
    let gradient = NetworkGradient(weights)
    var activations = Activations(weights.layers.shape, tokens: examples.map(\.count).max() ?? 0)
    for round in 1...settings.rounds {
      order.shuffle(using: &dropout.random)
      var loss: Float = 0
      for start in stride(from: 0, to: order.count, by: settings.batch) {
        for index in order[start..<min(order.count, start + settings.batch)] {
          loss += add(examples[index], &activations, to: gradient)
        }
        optimizer.move(against: gradient)
        gradient.clear()
      }
      report(round, loss)
    }
  }

  /// Adds the gradient of an example.
  ///
  /// - Returns: The loss.
  func add(_ example: Example, _ activations: inout Activations, to gradient: NetworkGradient) -> Float {
    ForwardPass(weights, inputs, settings).run(example, &activations, &dropout)
    return BackwardPass(weights, inputs, settings).run(example, activations, addingTo: gradient)
  }
}
