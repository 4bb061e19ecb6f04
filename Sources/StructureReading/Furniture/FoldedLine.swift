import ArticleModel

/// The text of a line in lower case, with one kind of space, quotation mark and dash: what phrases are compared with.
///
/// The memory is used again for the next line.
struct FoldedLine {
  private(set) var bytes: [UInt8] = []
  /// Where the first letter or digit stands; `bytes.count` where there is none.
  private(set) var start = 0

  init() { bytes.reserveCapacity(Self.longest + 8) }

  /// Lines of more bytes are prose.
  static let longest = 400

  mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x09, 0x20: appendSpace()
      case 0x80...: index += fold(text, at: index) - 1
      default: bytes.append(byte)
      }
      index += 1
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    start = bytes.firstIndex(where: Self.isWord) ?? bytes.count
  }

  /// Appends a character that is not ASCII; how many bytes it has.
  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let (value, length) = Characters.decode(text, at: index, end: text.count)
    switch value {
    case 0xC0...0xDE:
      bytes.append(0xC3)
      bytes.append(text[index + 1] | 0x20)
    case 0xA0, 0x202F, 0x2009, 0x3000: appendSpace()
    case 0x2018, 0x2019, 0x201A, 0x60, 0xB4: bytes.append(0x27)
    case 0x201C...0x201E: bytes.append(0x22)
    case 0x2010...0x2015: bytes.append(0x2D)
    case 0xBB, 0x203A, 0x2192, 0x25B8, 0x25BA: bytes.append(0x3E)
    case 0xAB, 0x2039, 0x2190: bytes.append(0x3C)
    case 0xB7, 0x2022, 0x2026: bytes.append(0x2E)
    // Spanish opens a question, and an emoji or a zero-width space means nothing to a phrase.
    case 0xBF, 0xA1, 0x200B, 0xFE0F, 0x1F000...: break
    default: for offset in 0..<length { bytes.append(text[index + offset]) }
    }
    return length
  }

  private mutating func appendSpace() { if let last = bytes.last, last != 0x20 { bytes.append(0x20) } }

  /// Whether a byte of folded text belongs to a word.
  static func isWord(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 }

  /// Where the word ends that begins at `index`.
  func wordEnd(_ index: Int) -> Int {
    var end = index
    while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
    return end
  }

  /// Where the next word begins behind `index`, which is the end of one.
  func nextWord(_ index: Int) -> Int {
    var next = index
    while next < bytes.count, !Self.isWord(bytes[next]) { next += 1 }
    return next
  }

  func has(_ phrase: some RandomAccessCollection<UInt8>, at index: Int) -> Bool {
    index + phrase.count <= bytes.count && bytes[index..<(index + phrase.count)].elementsEqual(phrase)
  }
}
