/// What training changes.
struct NetworkWeights {
  let layers: LayerParameters
  /// The vector of each feature, then of each word of the vocabulary.
  let rows: FloatMatrix

  /// Weights at random, of a size that neither grows nor shrinks what goes through a layer. Words of the vocabulary
  /// begin with 0: what is known of them is what their features tell.
  init(_ shape: NetworkShape, words: WordInputs, random: inout SplitMix64) {
    layers = LayerParameters(shape, vectorSize: words.vectorSize)
    rows = FloatMatrix(rows: shape.rows + words.vocabulary.count, columns: shape.width)
    for row in 0..<shape.rows {
      for index in 0..<shape.width { rows[row][index] = Float.random(in: -0.15...0.15, using: &random) }
    }
    let layout = layers.layout
    fill(layout.window, inputs: shape.width * (2 * shape.radius1 + 1), &random)
    fill(layout.second, inputs: shape.hidden * (2 * shape.radius2 + 1), &random)
    fill(layout.output, inputs: shape.hidden2, &random)
    fill(layout.vector, inputs: words.vectorSize, &random)
  }

  private func fill(_ part: Range<Int>, inputs: Int, _ random: inout SplitMix64) {
    let bound = (3 / Float(inputs)).squareRoot()
    for index in part { layers.start[index] = Float.random(in: -bound...bound, using: &random) }
  }
}
