/// Divides any text into words and marks, in the same way for both versions that are compared.
///
/// Runs of letters and digits are words, any other visible character is one by itself, and so is each Han or kana sign:
/// scripts that part no words would make words of whole lines.
enum WordRanges {
  private enum Sort { case space, letter, sign }

  static func words(in text: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var index = 0
    while index < text.count {
      let length = Self.length(text[index])
      let sort = Self.sort(text, index)
      if sort != .letter, let begun = start {
        words.append(begun..<index)
        start = nil
      }
      let end = min(text.count, index + length)
      if sort == .sign { words.append(index..<end) }
      if sort == .letter, start == nil { start = index }
      index = end
    }
    if let start { words.append(start..<text.count) }
    return words
  }

  /// The bytes of the character that begins with a byte.
  private static func length(_ byte: UInt8) -> Int {
    switch byte {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  private static func sort(_ text: [UInt8], _ index: Int) -> Sort {
    let next = index + 1 < text.count ? text[index + 1] : 0
    switch text[index] {
    case 0...0x20: return .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      return .letter
    case 0...0x7F: return .sign
    // Latin-1: signs but for ª, µ and º; the no-break space.
    case 0xC2: return next == 0xA0 ? .space : [0xAA, 0xB5, 0xBA].contains(next) ? .letter : .sign
    // General punctuation to miscellaneous symbols: spaces lie at U+2000 to U+200B.
    case 0xE2 where next == 0x80 && index + 2 < text.count && text[index + 2] <= 0x8B: return .space
    case 0xE2 where next <= 0xAF: return .sign
    // CJK punctuation, kana, Han.
    case 0xE3...0xE9: return .sign
    default: return .letter
    }
  }
}
