/// Turns byte offsets of UTF-8 text into offsets of code points.
struct CodePointOffsets {
  private let text: [UInt8]
  /// How many code points stand before each block of bytes.
  private var before: [Int] = []
  private static let blockSize = 512

  init(_ text: [UInt8]) {
    self.text = text
    var count = 0
    for (index, byte) in text.enumerated() {
      if index % Self.blockSize == 0 { before.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    before.append(count)
  }

  func codePoint(at offset: Int) -> Int {
    let block = offset / Self.blockSize
    var count = before[block]
    for index in (block * Self.blockSize)..<offset where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
