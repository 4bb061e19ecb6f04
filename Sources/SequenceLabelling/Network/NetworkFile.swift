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
    func size(_ index: Int) -> Int { Int(word(index)) }
    let labels = size(2)
    guard (2...16).contains(labels), bytes.count >= (13 + labels) * 4 else { return nil }
    var shape = NetworkShape(
      labels: labels, rows: size(3), places: size(4), forbidden: (0..<labels).map { word(13 + $0) })
    (shape.width, shape.hidden, shape.hidden2) = (size(5), size(6), size(7))
    (shape.radius1, shape.radius2) = (size(8), size(9))
    let (vocabulary, slots) = (size(10), size(11))
    // What the loops over its numbers rest on.
    guard shape.rows.nonzeroBitCount == 1, slots.nonzeroBitCount == 1, shape.width % 2 == 0,
      shape.hidden % 16 == 0, shape.hidden2 % 16 == 0, (2 * shape.radius2 + 1) * shape.hidden <= 1024
    else { return nil }
    let layout = NetworkLayout(shape, vectorSize: 0)
    let start = 13 + labels
    let wordsStart = ((start + layout.count) * 4 + 7) / 8 * 8
    let vectorsStart = wordsStart + slots * 8
    let rowsStart = vectorsStart + vocabulary * shape.width
    guard bytes.count == rowsStart + shape.rows * shape.width else { return nil }
    self.shape = shape
    scale = Float(bitPattern: word(12))
    weights = (0..<layout.count).map { Float(bitPattern: word(start + $0)) }
    words = (base + wordsStart).assumingMemoryBound(to: SIMD2<UInt32>.self)
    vectors = (base + vectorsStart).assumingMemoryBound(to: Int8.self)
    self.slots = slots
    rows = (base + rowsStart).assumingMemoryBound(to: Int8.self)
  }
}
