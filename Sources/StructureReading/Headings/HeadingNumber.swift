import ArticleModel

/// The number at the beginning of a heading: `2.`, `2.1`, `IV.`, `B)`, `Part II`, `Step 3:`.
struct HeadingNumber {
  /// Headings of one scheme are numbered alike: with the same punctuation, or behind the same word.
  var scheme: UInt64
  var ordinal: Int
  /// How many numbers `2.1` has; 1 for any other.
  var depth = 1
  /// The numbers before the last of several, as one.
  var prefix = 0

  /// The scheme of the heading above one of several numbers: that of `2.` for `2.1`.
  static let figures: UInt64 = 1

  static func read(_ text: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> HeadingNumber? {
    let start = Int(text.start)
    let end = Int(text.end)
    if let counter = ItemCounter.read(bytes, start, end), counter.end < end,
      Characters.isSpace(Characters.decode(bytes, at: counter.end, end: end).value)
    {
      return HeadingNumber(
        scheme: scheme(of: counter, bytes), ordinal: counter.ordinal, depth: counter.depth, prefix: counter.prefix)
    }
    return afterWord(bytes, start, end) ?? bare(bytes, start, end)
  }

  private static func scheme(of counter: ItemCounter, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if counter.style == .number, counter.mark == 0x2E { return figures }
    let isSmall: UInt64 = bytes[Int(counter.label.start)] & 0x20 == 0 ? 0 : 1
    return UInt64(counter.style.rawValue) << 16 | UInt64(counter.mark) << 8 | isSmall << 1
  }

  /// "Part II", "Kapitel 3: …", "Step 1 – …": one word, a number, and then nothing or punctuation.
  private static func afterWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> HeadingNumber? {
    var index = start
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while index < end, Characters.isASCIILetter(bytes[index]) || bytes[index] >= 0x80 {
      hash = (hash ^ UInt64(bytes[index] < 0x80 ? bytes[index] | 0x20 : bytes[index])) &* 0x100_0000_01B3
      index += 1
    }
    guard index - start >= 3, index < end, bytes[index] == 0x20 else { return nil }
    let number = index + 1
    index = number
    while index < end, Characters.isASCIILetter(bytes[index]) || Characters.isDigit(bytes[index]) { index += 1 }
    guard index > number, index - number <= 5, let ordinal = value(bytes[number..<index]) else { return nil }
    let isAtOnce = index < end && bytes[index] != 0x20
    while index < end, bytes[index] == 0x20 { index += 1 }
    guard index == end || isPunctuation(bytes[index], isAtOnce) else { return nil }
    return HeadingNumber(scheme: hash | 1 << 63, ordinal: ordinal)
  }

  /// What may stand behind a number: at once, or a dash, colon or bar behind a space.
  private static func isPunctuation(_ byte: UInt8, _ isAtOnce: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "-"): true
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ")"): isAtOnce
    // The first byte of a dash.
    case 0xE2: !isAtOnce
    default: false
    }
  }

  /// "1 Introduction", "2  Methods": figures without punctuation.
  private static func bare(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> HeadingNumber? {
    var index = start
    while index < end, index - start < 3, Characters.isDigit(bytes[index]) { index += 1 }
    guard index > start, index - start < 3, index < end, bytes[index] == 0x20,
      let ordinal = value(bytes[start..<index])
    else { return nil }
    return HeadingNumber(scheme: figures, ordinal: ordinal)
  }

  private static func value(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    if word.allSatisfy(Characters.isDigit) {
      return word.count <= 3 ? word.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
    guard word.allSatisfy({ $0 & 0x20 == 0 && Characters.isASCIILetter($0) }) else { return nil }
    if word.count == 1, let letter = word.first, letter != 0x49, letter != 0x56, letter != 0x58 {
      return Int(letter) - 0x40
    }
    return RomanNumeral.value(word)
  }
}
