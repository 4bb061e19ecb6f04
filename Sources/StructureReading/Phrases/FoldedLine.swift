import ArticleModel

/// The text of a line in lower case, with one kind of space, quotation mark and dash: what phrases are compared with.
///
/// The memory is used again for the next line.
struct FoldedLine {
  private(set) var bytes: [UInt8] = []
  /// Where the first letter or digit stands; `bytes.count` where there is none.
  private(set) var start = 0

  init() {}

  init(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) { fold(range, bytes) }

  /// Lines of more bytes are prose.
  static let longest = 320

  mutating func fold(_ range: SourceRange, _ source: UnsafeBufferPointer<UInt8>) {
    let text = UnsafeBufferPointer(rebasing: source[range.bytes])
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: text)
    // Folded text is never longer than its source.
    let count = bytes.withUnsafeMutableBufferPointer { Self.fold(text, to: $0) }
    bytes.removeLast(bytes.count - count)
    start = bytes.firstIndex(where: Self.isWord) ?? bytes.count
  }

  private static func fold(_ text: UnsafeBufferPointer<UInt8>, to folded: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        let isSpace = byte == 0x20 || byte == 0x09
        if isSpace, count == 0 || folded[count - 1] == 0x20 { continue }
        folded[count] = isSpace ? 0x20 : byte &- 0x41 < 26 ? byte | 0x20 : byte
        count += 1
        continue
      }
      let (value, length) = Characters.decode(text, at: index, end: text.count)
      switch replacement(value) {
      case .lowerCase:
        folded[count] = 0xC3
        folded[count + 1] = text[index + 1] | 0x20
        count += 2
      case .byte(let byte):
        if byte != 0x20 || count > 0 && folded[count - 1] != 0x20 {
          folded[count] = byte
          count += 1
        }
      case .nothing: break
      case .itself:
        for offset in 0..<length { folded[count + offset] = text[index + offset] }
        count += length
      }
      index += length
    }
    return count > 0 && folded[count - 1] == 0x20 ? count - 1 : count
  }

  private enum Replacement {
    case lowerCase, nothing, itself
    case byte(UInt8)
  }

  /// What stands for a character that is not ASCII.
  @inline(__always)
  private static func replacement(_ value: UInt32) -> Replacement {
    if value >= 0x100, value < 0x2000 { return .itself }
    switch value {
    case 0xC0...0xDE: return .lowerCase
    case 0xA0, 0x202F, 0x2009, 0x3000: return .byte(0x20)
    case 0x2018, 0x2019, 0x201A, 0xB4: return .byte(0x27)
    case 0x201C...0x201E: return .byte(0x22)
    case 0x2010...0x2015: return .byte(0x2D)
    case 0xBB, 0x203A, 0x2192, 0x25B8, 0x25BA: return .byte(0x3E)
    case 0xAB, 0x2039, 0x2190: return .byte(0x3C)
    case 0xB7, 0x2022, 0x2026: return .byte(0x2E)
    // Spanish opens a question, and an emoji or a zero-width space means nothing to a phrase.
    case 0xBF, 0xA1, 0x200B, 0xFE0F, 0x1F000...: return .nothing
    default: return .itself
    }
  }

  /// Whether a byte of folded text belongs to a word.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || Characters.isDigit(byte) || byte >= 0x80 }

  /// The words, one after the other.
  var words: Words { Words(bytes: bytes[start...]) }

  /// The words that stand at `index` or behind it.
  func words(from index: Int) -> Words { Words(bytes: bytes.dropFirst(index)) }

  /// The words of a line, without what stands between them.
  struct Words: Sequence, IteratorProtocol {
    fileprivate var bytes: ArraySlice<UInt8>

    mutating func next() -> ArraySlice<UInt8>? {
      guard let start = bytes.firstIndex(where: isWord) else { return nil }
      let end = bytes[start...].firstIndex { !isWord($0) } ?? bytes.endIndex
      defer { bytes = bytes[end...] }
      return bytes[start..<end]
    }
  }

  func has(_ phrase: [UInt8], at index: Int) -> Bool {
    guard index + phrase.count <= bytes.count else { return false }
    for offset in phrase.indices where phrase[offset] != bytes[index + offset] { return false }
    return true
  }

  /// Whether a phrase stands at `index` and no word behind it.
  func isWhole(_ phrase: [UInt8], from index: Int) -> Bool {
    has(phrase, at: index) && !bytes[(index + phrase.count)...].contains(where: Self.isWord)
  }
}
