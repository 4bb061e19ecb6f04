/// Bytes and Unicode without rhyme or reason.
enum RandomText {
  /// Any bytes; half of the time such as keep UTF-8 in order for a while.
  static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    let count = generator.size(300) - 1
    if generator.once(in: 2) { return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) } }
    var bytes = unicode(&generator)
    for _ in 0..<generator.below(3) where !bytes.isEmpty {
      bytes[generator.below(bytes.count)] = generator.pick([0x00, 0x80, 0xBF, 0xC0, 0xE0, 0xED, 0xF0, 0xF5, 0xFF])
    }
    return bytes
  }

  /// Characters of every plane, and many of those that trip programs.
  static func unicode(_ generator: inout SeededGenerator) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for _ in 0..<generator.size(160) {
      if generator.once(in: 3) {
        text.append(contentsOf: generator.pick(traps).unicodeScalars)
      } else {
        text.append(scalar(&generator))
      }
    }
    return Array(String(text).utf8)
  }

  private static func scalar(_ generator: inout SeededGenerator) -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7E, 0x20...0x7E, 0x20...0x7E, 0x7F...0x9F, 0xA0...0x24F, 0x300...0x36F, 0x370...0x52F,
      0x590...0x6FF, 0x900...0xDFF, 0x2000...0x206F, 0x2190...0x27BF, 0x3000...0x9FFF, 0xE000...0xFFFF,
      0x1F300...0x1FAFF, 0x1_0000...0x10_FFFF,
    ]
    let range = generator.pick(ranges)
    let value = range.lowerBound + UInt32(generator.below(Int(range.upperBound - range.lowerBound) + 1))
    return Unicode.Scalar(value) ?? "\u{D7FF}"
  }

  private static let traps = [
    "\n", "\n", "\r\n", "\r", "\n\n", "\t", " ", "  ", "\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1B}", "\u{1F}",
    "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{300}", "e\u{301}", "\u{FEFF}", "\u{200B}", "\u{200D}", "\u{200E}",
    "\u{200F}", "\u{202E}", "\u{2028}", "\u{2029}", "\u{2060}", "\u{3000}", "\u{FFFC}", "\u{FFFD}", "\u{FFFE}",
    "\u{FFFF}",
    "\u{1FFFE}", "\u{10FFFF}", "\u{E0001}", "👩‍👩‍👧‍👦", "🇷🇴", "שלום", "مرحبا",
    "한국", "ﬁ", "ß", "İ", "|", "||", "\\|", "\\",
    "- ", "* ", "• ", "1. ", "a) ", "(iv) ", "# ", "---", "===", "**", "]]>", "<b>", "&amp;", "&", "<!--", "-->", "<?",
    "'", "\"", ":", ": ", "{n}", "http://é.example/%zz?<>", "a@b.example", "$5", "5 km", "2024-02-30", "3 May 2023",
  ]
}
