/// The gradient of the loss of an example, from the scores back to the features (Rumelhart, Hinton and Williams 1986).
struct BackwardPass {
  private let layers: LayerParameters
  private let shape: NetworkShape
  private let inputs: WordInputs
  private let wordScale: Float
  private let layerScale: Float

  init(_ weights: NetworkWeights, _ inputs: WordInputs, _ settings: NetworkTrainer.Settings) {
    layers = weights.layers
    shape = weights.layers.shape
    self.inputs = inputs
    wordScale = Dropout.scale(settings.wordDropout)
    layerScale = Dropout.scale(settings.layerDropout)
  }

  /// Adds the gradient by the weights for an example that went through ``ForwardPass``.
  ///
  /// - Returns: The loss.
  func run(
    _ example: NetworkTrainer.Example, _ activations: Activations, addingTo gradient: NetworkGradient
  ) -> Float {
    activations.gradients.clear(tokens: example.count)
    let loss = ChainLoss(layers).add(example, activations, addingTo: gradient.layers)
    for token in 0..<example.count { addScores(token, activations, gradient.layers) }
    for token in 0..<example.count { addSecond(token, example.count, activations, gradient.layers) }
    for token in 0..<example.count { addFirst(token, example, activations, gradient.layers) }
    for token in 0..<example.count { addWord(token, activations, gradient) }
    return loss
  }

  private func addScores(_ token: Int, _ activations: Activations, _ gradient: LayerParameters) {
    let (values, gradients) = (activations.values, activations.gradients)
    let scores = gradients.scores[token]
    FloatKernel.add(shape.labels, scores, to: gradient.outputBias)
    LinearMap(inputs: shape.hidden2, outputs: shape.labels).backpropagate(
      scores, layers.output, values.second[token],
      matrixGradient: gradient.output, inputGradient: gradients.second[token])
    LinearMap(inputs: shape.hidden, outputs: shape.labels).backpropagate(
      scores, layers.skip, values.first[token],
      matrixGradient: gradient.skip, inputGradient: gradients.first[token])
  }

  private func addSecond(_ token: Int, _ count: Int, _ activations: Activations, _ gradient: LayerParameters) {
    let (values, gradients) = (activations.values, activations.gradients)
    let map = LinearMap(inputs: shape.hidden, outputs: shape.hidden2)
    let output = gradients.second[token]
    unrectify(output, values.second[token], shape.hidden2, layerScale)
    FloatKernel.add(shape.hidden2, output, to: gradient.bias2)
    for (place, neighbour) in Window(token, radius: shape.radius2, count: count) {
      map.backpropagate(
        output, layers.second(place), values.first[neighbour],
        matrixGradient: gradient.second(place), inputGradient: gradients.first[neighbour])
    }
  }

  private func addFirst(
    _ token: Int, _ example: NetworkTrainer.Example, _ activations: Activations, _ gradient: LayerParameters
  ) {
    let (values, gradients) = (activations.values, activations.gradients)
    let map = LinearMap(inputs: shape.width, outputs: shape.hidden)
    let output = gradients.first[token]
    unrectify(output, values.first[token], shape.hidden, layerScale)
    FloatKernel.add(shape.hidden, output, to: gradient.bias1)
    for (place, neighbour) in Window(token, radius: shape.radius1, count: example.count) {
      map.backpropagate(
        output, layers.window(place), values.words[neighbour],
        matrixGradient: gradient.window(place), inputGradient: gradients.words[neighbour])
      for feature in example.places(of: neighbour) {
        FloatKernel.add(shape.hidden, output, to: gradient.feature(feature, place))
      }
    }
  }

  private func addWord(_ token: Int, _ activations: Activations, _ gradient: NetworkGradient) {
    let word = activations.gradients.words[token]
    unrectify(word, activations.values.words[token], shape.width, wordScale)
    FloatKernel.add(shape.width, word, to: gradient.layers.wordBias)
    for row in activations.kept.rows(of: token) { FloatKernel.add(shape.width, word, to: gradient.row(Int(row))) }
    guard let vector = activations.kept.vector(of: token) else { return }
    for component in 0..<inputs.vectorSize {
      let number = inputs.vectors[vector + component]
      FloatKernel.add(shape.width, word, times: number, to: gradient.layers.vector(component))
    }
  }

  /// From the gradient by what ``Dropout/rectify(_:_:_:)`` gave to that by what it was given.
  private func unrectify(
    _ gradient: UnsafeMutablePointer<Float>, _ values: UnsafePointer<Float>, _ count: Int, _ scale: Float
  ) {
    for unit in 0..<count { gradient[unit] = values[unit] != 0 ? gradient[unit] * scale : 0 }
  }
}
