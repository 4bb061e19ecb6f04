/// How improbable the labellings that may be right are among all: the negative logarithm of their share, by a
/// conditional random field over the labels (Lafferty, McCallum and Pereira 2001).
struct ChainLoss {
  private let shape: NetworkShape
  private let transitions: [Float]

  init(_ layers: LayerParameters) {
    shape = layers.shape
    transitions = Array(UnsafeBufferPointer(start: layers.transitions, count: shape.labels * shape.labels))
  }

  /// Sets the gradient by the scores of an example, and adds that by the transitions.
  ///
  /// - Returns: The loss.
  func add(
    _ example: NetworkTrainer.Example, _ activations: Activations, addingTo gradient: LayerParameters
  ) -> Float {
    let scores = Array(UnsafeBufferPointer(start: activations.values.scores[0], count: example.count * shape.labels))
    let all = ChainSums(shape, scores, transitions)
    let right = ChainSums(shape, scores, transitions, right: example.right)
    let scoreGradient = activations.gradients.scores[0]
    for index in scores.indices {
      scoreGradient[index] = all.marginals[index] - right.marginals[index]
    }
    for index in transitions.indices {
      gradient.transitions[index] += all.pairs[index] - right.pairs[index]
    }
    // Label 0 stands to either side.
    let last = activations.gradients.scores[example.count - 1]
    for label in 0..<shape.labels {
      gradient.transitions[label] += scoreGradient[label]
      gradient.transitions[label * shape.labels] += last[label]
    }
    return all.total - right.total
  }
}
