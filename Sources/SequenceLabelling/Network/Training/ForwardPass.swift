/// The way of an example through the network while it is trained, with dropout.
struct ForwardPass {
  private let weights: NetworkWeights
  private let layers: LayerParameters
  private let shape: NetworkShape
  private let inputs: WordInputs
  private let settings: NetworkTrainer.Settings

  init(_ weights: NetworkWeights, _ inputs: WordInputs, _ settings: NetworkTrainer.Settings) {
    self.weights = weights
    layers = weights.layers
    shape = weights.layers.shape
    self.inputs = inputs
    self.settings = settings
  }

  /// Works out the units at all tokens, and their scores.
  func run(_ example: NetworkTrainer.Example, _ activations: inout Activations, _ dropout: inout Dropout) {
    let units = activations.values
    activations.kept.removeAll()
    for (token, type) in example.types.enumerated() {
      readWord(inputs.types[Int(type)], units.words[token], &activations.kept, &dropout)
    }
    for token in 0..<example.count { readFirst(token, example, units, &dropout) }
    for token in 0..<example.count { readSecond(token, example.count, units, &dropout) }
    for token in 0..<example.count { score(token, units) }
  }

  private func readWord(
    _ features: [Int32], _ word: UnsafeMutablePointer<Float>, _ kept: inout KeptFeatures, _ dropout: inout Dropout
  ) {
    word.update(from: layers.wordBias, count: shape.width)
    for (position, row) in features.enumerated() where row >= 0 {
      guard dropout.keeps(position == 0 ? settings.ownDropout : settings.featureDropout) else { continue }
      kept.add(row: row)
      FloatKernel.add(shape.width, weights.rows[Int(row)], to: word)
    }
    var vector = inputs.vector(of: features)
    if vector != nil, !dropout.keeps(settings.vectorDropout) { vector = nil }
    if let vector {
      for component in 0..<inputs.vectorSize {
        let number = inputs.vectors[vector + component]
        FloatKernel.add(shape.width, layers.vector(component), times: number, to: word)
      }
    }
    kept.endToken(vector: vector)
    dropout.rectify(word, shape.width, settings.wordDropout)
  }

  private func readFirst(
    _ token: Int, _ example: NetworkTrainer.Example, _ units: Units, _ dropout: inout Dropout
  ) {
    let map = LinearMap(inputs: shape.width, outputs: shape.hidden)
    let output = units.first[token]
    output.update(from: layers.bias1, count: shape.hidden)
    for (place, neighbour) in Window(token, radius: shape.radius1, count: example.count) {
      map.apply(layers.window(place), to: units.words[neighbour], addingTo: output)
      for feature in example.places(of: neighbour) {
        FloatKernel.add(shape.hidden, layers.feature(feature, place), to: output)
      }
    }
    dropout.rectify(output, shape.hidden, settings.layerDropout)
  }

  private func readSecond(_ token: Int, _ count: Int, _ units: Units, _ dropout: inout Dropout) {
    let map = LinearMap(inputs: shape.hidden, outputs: shape.hidden2)
    let output = units.second[token]
    output.update(from: layers.bias2, count: shape.hidden2)
    for (place, neighbour) in Window(token, radius: shape.radius2, count: count) {
      map.apply(layers.second(place), to: units.first[neighbour], addingTo: output)
    }
    dropout.rectify(output, shape.hidden2, settings.layerDropout)
  }

  private func score(_ token: Int, _ units: Units) {
    let scores = units.scores[token]
    scores.update(from: layers.outputBias, count: shape.labels)
    LinearMap(inputs: shape.hidden2, outputs: shape.labels)
      .apply(layers.output, to: units.second[token], addingTo: scores)
    LinearMap(inputs: shape.hidden, outputs: shape.labels)
      .apply(layers.skip, to: units.first[token], addingTo: scores)
  }
}
