extension NetworkTrainer {
  /// The network as bytes, as ``NetworkFile`` has them.
  ///
  /// - Parameter keys: The number of each word of the vocabulary, in the order of the rows behind those of features.
  public func serialized(keys: [UInt32]) -> [UInt8] {
    let shape = weights.layers.shape
    let features = featureVectors()
    let vectors = keys.indices.flatMap(wordVector)
    let scale = Self.scale(of: vectors + features)
    let slots = Self.slots(for: keys)
    var words = [NetworkFile.magic, NetworkFile.version]
    words += [
      shape.labels, shape.rows, shape.places, shape.width, shape.hidden, shape.hidden2, shape.radius1, shape.radius2,
      keys.count, slots.count,
    ].map { UInt32($0) }
    words.append(scale.bitPattern)
    words += shape.forbidden
    words += layerWeights().map(\.bitPattern)
    if words.count % 2 != 0 { words.append(0) }
    words += slots.flatMap { [$0.key, $0.word] }
    let rows = (vectors + features).map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / scale).rounded())))) }
    return words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32($0 * 8)) } } + rows
  }

  /// The vectors of the features. They count less, as none will be left out any more.
  private func featureVectors() -> [Float] {
    let shape = weights.layers.shape
    return (0..<shape.rows).flatMap { row in
      (0..<shape.width).map { weights.rows[row][$0] * (1 - settings.featureDropout) }
    }
  }

  /// The vector of a word of the vocabulary, together with what the network makes of the one that was made elsewhere.
  private func wordVector(_ word: Int) -> [Float] {
    let shape = weights.layers.shape
    let row = weights.rows[shape.rows + word]
    var result = (0..<shape.width).map { row[$0] * (1 - settings.ownDropout) }
    guard let vector = inputs.vector(ofWord: word) else { return result }
    for component in 0..<inputs.vectorSize {
      let number = inputs.vectors[vector + component] * (1 - settings.vectorDropout)
      FloatKernel.add(shape.width, weights.layers.vector(component), times: number, to: &result)
    }
    return result
  }

  /// All weights of the layers but those of the vectors, which are in the vocabulary now.
  private func layerWeights() -> [Float] {
    let layout = weights.layers.layout
    return (0..<layout.count).filter { !layout.vector.contains($0) }.map { weights.layers.start[$0] }
  }

  /// What 1 stands for when numbers are written as bytes. One in ten thousand is cut off, so that the rest keep their
  /// steps.
  private static func scale(of numbers: [Float]) -> Float {
    let sizes = numbers.map(abs).filter { $0 > 0 }.sorted()
    return sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 9999 / 10_000)] / 127
  }

  /// The table of the words with open addressing, at most four fifths full.
  private static func slots(for keys: [UInt32]) -> [(key: UInt32, word: UInt32)] {
    var count = 64
    while count * 4 < keys.count * 5 { count *= 2 }
    var slots = [(key: UInt32, word: UInt32)](repeating: (0, 0), count: count)
    for (word, key) in keys.enumerated() where key != 0 {
      var slot = Int(key) & (count - 1)
      while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & (count - 1) }
      slots[slot] = (key, UInt32(word))
    }
    return slots
  }
}
