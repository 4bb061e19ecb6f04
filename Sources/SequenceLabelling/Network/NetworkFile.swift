/// A ``TokenNetwork`` as bytes, to be embedded: little-endian, aligned to 64 bits.
///
///     magic "TKNN", version                                  UInt32 each
///     labels, rows, places, width, hidden, hidden2,
///     radius1, radius2, words of the vocabulary, slots       UInt32 each
///     scale                                                  Float: what 1 stands for in rows and vocabulary
///     forbidden                                              UInt32 each, a set of labels for each label
///     weights by ``NetworkLayout``                           Float each
///     slots of the vocabulary                                UInt32 twice: a word, or 0, and where its vector is
///     vectors of the vocabulary                              Int8 each, by word, then number
///     rows                                                   Int8 each, by feature, then number
struct NetworkFile {
  static let magic: UInt32 = 0x4E4E_4B54
  static let version: UInt32 = 1

  let shape: NetworkShape
  let scale: Float
  let weights: [Float]
  /// A table with open addressing: of each slot the word and the number of its vector.
  let words: UnsafePointer<SIMD2<UInt32>>
  let vectors: UnsafePointer<Int8>
  let slots: Int
  let rows: UnsafePointer<Int8>

  /// Reads in place; nil where the bytes are no network of this version.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 52, let base = bytes.baseAddress, UInt(bitPattern: base) % 8 == 0 else { return nil }
    func word(_ index: Int) -> UInt32 { UInt32(littleEndian: base.load(fromByteOffset: index * 4, as: UInt32.self)) }
    guard word(0) == Self.magic, word(1) == Self.version else { return nil }
    let sizes = (2...11).map { Int(word($0)) }
    guard sizes[0] > 1, sizes[0] <= 16, sizes[1].nonzeroBitCount == 1, sizes[9].nonzeroBitCount == 1,
      sizes[3] % 2 == 0, sizes[4] % 16 == 0, sizes[5] % 16 == 0, (2 * sizes[7] + 1) * sizes[4] <= 1024,
      bytes.count >= 52 + sizes[0] * 4
    else { return nil }
    var shape = NetworkShape(
      labels: sizes[0], rows: sizes[1], places: sizes[2], forbidden: (0..<sizes[0]).map { word(13 + $0) })
    (shape.width, shape.hidden, shape.hidden2) = (sizes[3], sizes[4], sizes[5])
    (shape.radius1, shape.radius2) = (sizes[6], sizes[7])
    let layout = NetworkLayout(shape, vectorSize: 0)
    let start = 13 + sizes[0]
    let wordsStart = ((start + layout.count) * 4 + 7) / 8 * 8
    let vectorsStart = wordsStart + sizes[9] * 8
    let rowsStart = vectorsStart + sizes[8] * shape.width
    guard bytes.count == rowsStart + shape.rows * shape.width else { return nil }
    self.shape = shape
    scale = Float(bitPattern: word(12))
    weights = (0..<layout.count).map { Float(bitPattern: word(start + $0)) }
    words = (base + wordsStart).assumingMemoryBound(to: SIMD2<UInt32>.self)
    vectors = (base + vectorsStart).assumingMemoryBound(to: Int8.self)
    slots = sizes[9]
    rows = (base + rowsStart).assumingMemoryBound(to: Int8.self)
  }
}

extension NetworkTrainer {
  /// The network as bytes.
  ///
  /// - Parameter keys: The number of each word of the vocabulary, in the order of the rows behind those of features.
  public func serialized(keys: [UInt32]) -> [UInt8] {
    var vectors = [Float](repeating: 0, count: keys.count * shape.width)
    let width = shape.width
    for word in keys.indices {
      for index in 0..<width {
        vectors[word * width + index] = rows[(shape.rows + word) * width + index] * (1 - settings.ownDropout)
      }
      guard vectorSize > 0, vocabulary[word] >= 0 else { continue }
      for input in 0..<vectorSize {
        let value = self.vectors[Int(vocabulary[word]) * vectorSize + input] * (1 - settings.vectorDropout)
        for index in 0..<width {
          vectors[word * width + index] += value * dense[layout.vector.lowerBound + input * width + index]
        }
      }
    }
    let features = rows[..<(shape.rows * width)].map { $0 * (1 - settings.featureDropout) }
    // One in ten thousand numbers is cut off, so that the rest keep their steps.
    let sizes = (vectors + features).map(abs).filter { $0 > 0 }.sorted()
    let scale = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 9999 / 10_000)] / 127
    func rounded(_ value: Float) -> UInt8 { UInt8(bitPattern: Int8(max(-127, min(127, (value / scale).rounded())))) }
    var slots = 64
    while slots * 4 < keys.count * 5 { slots *= 2 }
    var words = [(key: UInt32, vector: UInt32)](repeating: (0, 0), count: slots)
    for (number, key) in keys.enumerated() where key != 0 {
      var slot = Int(key) & (slots - 1)
      while words[slot].key != 0, words[slot].key != key { slot = (slot + 1) & (slots - 1) }
      words[slot] = (key, UInt32(number))
    }
    var bytes: [UInt8] = []
    func append(_ word: UInt32) {
      for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    for word in [NetworkFile.magic, NetworkFile.version] { append(word) }
    for size in [
      shape.labels, shape.rows, shape.places, shape.width, shape.hidden, shape.hidden2, shape.radius1, shape.radius2,
      keys.count, slots,
    ] { append(UInt32(size)) }
    append(scale.bitPattern)
    for set in shape.forbidden { append(set) }
    // All but the weights of the vectors, which are in the vocabulary now.
    for index in dense.indices where !layout.vector.contains(index) { append(dense[index].bitPattern) }
    while bytes.count % 8 != 0 { bytes.append(0) }
    for (key, vector) in words {
      append(key)
      append(vector)
    }
    return bytes + vectors.map(rounded) + features.map(rounded)
  }
}
