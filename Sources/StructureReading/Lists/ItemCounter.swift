import ArticleModel

/// A number or letter that counts an item, with its punctuation: `3.`, `(b)`, `iv)`, `1.2`, `③`, `３．`, `٣.`
struct ItemCounter {
  var style: ListMarker.Style
  /// The ASCII character of the punctuation; `(` where brackets stand on both sides.
  var mark: UInt8
  var label: SourceRange
  var ordinal: Int
  var depth = 1
  var prefix = 0
  /// Behind the punctuation.
  var end: Int
  /// Whether text may follow at once, as it does in Chinese and Japanese.
  var needsNoSpace = false

  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> ItemCounter? {
    bytes[start] >= 0x80 ? foreign(bytes, start, end) : ascii(bytes, start, end)
  }

  // MARK: ASCII

  private static func ascii(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> ItemCounter? {
    let hasBracket = bytes[start] == 0x28
    let label = hasBracket ? start + 1 : start
    var index = label
    while index < end, index - label < 5, Characters.isASCIILetter(bytes[index]) || Characters.isDigit(bytes[index]) {
      index += 1
    }
    guard index > label, index < end else { return nil }
    if !hasBracket, Characters.isDigit(bytes[label]) {
      if let numbers = severalNumbers(bytes, label, end) { return numbers }
      if let keycap = keycap(bytes, label, index, end) { return keycap }
    }
    guard let (style, ordinal) = count(bytes, label, index) else { return nil }
    let range = SourceRange(start: Int32(label), end: Int32(index))
    switch bytes[index] {
    case 0x29:
      return ItemCounter(style: style, mark: hasBracket ? 0x28 : 0x29, label: range, ordinal: ordinal, end: index + 1)
    case 0x2E where !hasBracket:
      // Germans write "1.)", too, and Spaniards "1.-".
      let second = index + 1 < end ? bytes[index + 1] : 0
      let isBoth = second == 0x29 || second == 0x2D
      return ItemCounter(
        style: style, mark: isBoth ? second : 0x2E, label: range, ordinal: ordinal, end: index + (isBoth ? 2 : 1))
    default: return nil
    }
  }

  /// `1.2`, `1.2.3.`: numbers of at most three digits, at most five of them.
  private static func severalNumbers(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> ItemCounter? {
    var index = start
    var labelEnd = start
    var depth = 0
    var prefix = 0
    var last = 0
    while index < end, Characters.isDigit(bytes[index]), depth < 5 {
      let first = index
      var value = 0
      while index < end, Characters.isDigit(bytes[index]), index - first < 4 {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard index - first <= 3 else { return nil }
      if depth > 0 { prefix = prefix * 1000 + last }
      depth += 1
      last = value
      labelEnd = index
      guard index < end, bytes[index] == 0x2E else { break }
      index += 1
    }
    if index < end, index == labelEnd, bytes[index] == 0x29 { index += 1 }
    guard depth > 1, depth != 4 || !isAddress(prefix, last),
      index == end || Characters.isASCIISpace(bytes[index]) || bytes[index] == 0xC2
    else { return nil }
    return ItemCounter(
      style: .number, mark: 0x2E, label: SourceRange(start: Int32(start), end: Int32(labelEnd)), ordinal: last,
      depth: depth, prefix: prefix, end: index)
  }

  /// Whether four numbers are the address of a machine, "10.0.0.1": no list has so many items, and none counts from 0.
  private static func isAddress(_ prefix: Int, _ last: Int) -> Bool {
    [prefix / 1_000_000, prefix / 1000 % 1000, prefix % 1000, last].contains { $0 == 0 || $0 > 99 }
  }

  /// `1️⃣`: a digit in a box.
  private static func keycap(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: Int, _ end: Int
  ) -> ItemCounter? {
    var after = index
    if after + 2 < end, bytes[after] == 0xEF, bytes[after + 1] == 0xB8, bytes[after + 2] == 0x8F { after += 3 }
    guard index == start + 1, after + 3 < end, bytes[after] == 0xE2, bytes[after + 1] == 0x83, bytes[after + 2] == 0xA3
    else { return nil }
    return ItemCounter(
      style: .number, mark: 0x23, label: SourceRange(start: Int32(start), end: Int32(after + 3)),
      ordinal: Int(bytes[start] - 0x30), end: after + 3, needsNoSpace: true)
  }

  /// What a label of digits or letters counts to: at most three digits, one letter, or a Roman numeral.
  private static func count(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (ListMarker.Style, Int)? {
    if bytes[start..<end].allSatisfy(Characters.isDigit) {
      guard end - start <= 3 else { return nil }
      return (.number, bytes[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    guard bytes[start..<end].allSatisfy(Characters.isASCIILetter) else { return nil }
    if end - start == 1 {
      let letter = bytes[start] | 0x20
      if letter != 0x69, letter != 0x76, letter != 0x78 { return (.letter, Int(letter) - 0x60) }
    }
    return RomanNumeral.value(bytes[start..<end]).map { (.roman, $0) }
  }

  // MARK: Other scripts

  /// Digits of other scripts before their punctuation, and numbers in circles.
  private static func foreign(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> ItemCounter? {
    let first = Characters.decode(bytes, at: start, end: end)
    if let value = circled(first.value) {
      let label = SourceRange(start: Int32(start), end: Int32(start + first.length))
      return ItemCounter(
        style: .number, mark: 0x40, label: label, ordinal: value, end: start + first.length, needsNoSpace: true)
    }
    let hasBracket = first.value == 0xFF08
    let label = hasBracket ? start + first.length : start
    var index = label
    var value = 0
    var digits = 0
    while index < end, digits < 4 {
      let scalar = Characters.decode(bytes, at: index, end: end)
      guard let digit = digit(scalar.value) else { break }
      value = value * 10 + digit
      digits += 1
      index += scalar.length
    }
    guard (1...3).contains(digits), index < end else { return nil }
    let range = SourceRange(start: Int32(label), end: Int32(index))
    let punctuation = Characters.decode(bytes, at: index, end: end)
    let mark: UInt8
    switch punctuation.value {
    case 0x2E, 0xFF0E: mark = 0x2E
    case 0x29, 0xFF09: mark = hasBracket ? 0x28 : 0x29
    case 0x3001: mark = 0x2C
    case 0x2D: mark = 0x2D
    default: return nil
    }
    return ItemCounter(
      style: .number, mark: mark, label: range, ordinal: value, end: index + punctuation.length,
      needsNoSpace: punctuation.length == 3)
  }

  /// Full-width digits, those of Arabic, Persian, Devanagari and Bengali.
  private static func digit(_ value: UInt32) -> Int? {
    for zero: UInt32 in [0xFF10, 0x660, 0x6F0, 0x966, 0x9E6] where value &- zero < 10 { return Int(value - zero) }
    // "（1）" has full-width brackets about an ASCII digit.
    return Characters.isDigit(value) ? Int(value - 0x30) : nil
  }

  /// ①…⑳, ❶…❿, ➀…➉ and ➊…➓.
  private static func circled(_ value: UInt32) -> Int? {
    switch value {
    case 0x2460...0x2473: Int(value - 0x245F)
    case 0x2776...0x277F: Int(value - 0x2775)
    case 0x2780...0x2789: Int(value - 0x277F)
    case 0x278A...0x2793: Int(value - 0x2789)
    default: nil
    }
  }
}

/// Roman numerals up to 39, in the one spelling that is right.
enum RomanNumeral {
  static func value(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let letters = bytes.map { $0 | 0x20 }
    var value = 0
    var previous = 0
    for letter in letters.reversed() {
      let digit: Int
      switch letter {
      case 0x69: digit = 1
      case 0x76: digit = 5
      case 0x78: digit = 10
      default: return nil
      }
      value += digit < previous ? -digit : digit
      previous = max(previous, digit)
    }
    guard (1...39).contains(value) else { return nil }
    let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    let spelling = String(repeating: "x", count: value / 10) + units[value % 10]
    return Array(spelling.utf8) == letters ? value : nil
  }
}
