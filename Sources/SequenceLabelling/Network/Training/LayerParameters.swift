/// A number for each weight of the layers and of the chain: the weights themselves, their gradient, or its moments.
final class LayerParameters {
  let shape: NetworkShape
  let vectorSize: Int
  let layout: NetworkLayout
  let start: UnsafeMutablePointer<Float>

  init(_ shape: NetworkShape, vectorSize: Int) {
    self.shape = shape
    self.vectorSize = vectorSize
    layout = NetworkLayout(shape, vectorSize: vectorSize)
    start = .allocate(capacity: layout.count)
    start.initialize(repeating: 0, count: layout.count)
  }

  deinit { start.deallocate() }

  /// Numbers like these, all 0.
  func zeros() -> LayerParameters { LayerParameters(shape, vectorSize: vectorSize) }

  func clear() { start.update(repeating: 0, count: layout.count) }

  var wordBias: UnsafeMutablePointer<Float> { start + layout.wordBias.lowerBound }

  /// From a number of a word's vector to the numbers of the word.
  func vector(_ component: Int) -> UnsafeMutablePointer<Float> {
    start + layout.vector.lowerBound + component * shape.width
  }

  /// From the word at a place of the window to the first layer.
  func window(_ place: Int) -> UnsafeMutablePointer<Float> {
    start + layout.window.lowerBound + place * shape.width * shape.hidden
  }

  /// What a feature of the token at a place of the window gives to the first layer.
  func feature(_ feature: UInt16, _ place: Int) -> UnsafeMutablePointer<Float> {
    start + layout.places.lowerBound + (place * shape.places + Int(feature)) * shape.hidden
  }

  var bias1: UnsafeMutablePointer<Float> { start + layout.bias1.lowerBound }

  /// From the first layer at a place of the window to the second layer.
  func second(_ place: Int) -> UnsafeMutablePointer<Float> {
    start + layout.second.lowerBound + place * shape.hidden * shape.hidden2
  }

  var bias2: UnsafeMutablePointer<Float> { start + layout.bias2.lowerBound }
  /// From the second layer to the labels.
  var output: UnsafeMutablePointer<Float> { start + layout.output.lowerBound }
  /// From the first layer to the labels, past the second.
  var skip: UnsafeMutablePointer<Float> { start + layout.skip.lowerBound }
  var outputBias: UnsafeMutablePointer<Float> { start + layout.outputBias.lowerBound }
  /// By label, then the label behind it.
  var transitions: UnsafeMutablePointer<Float> { start + layout.transitions.lowerBound }
}
