import ArticleModel

/// What marks a line as an item of a list.
public struct ListMarker: Hashable, Sendable {
  public enum Style: UInt8, Sendable {
    /// `-`, `*`, `•` and the like.
    case bullet
    /// `1.`, `1)`, `(1)`
    case number
    /// `a)`, `(b)`, `c.`
    case letter
    /// `iv.`, `(iv)`
    case roman
    /// The text stands first and a lone dash on the line below it.
    case dashBelow

    public var list: ListBlock.Style { self == .bullet || self == .dashBelow ? .bulleted : .numbered }
  }

  public var style: Style
  /// The bullet itself, or the character behind the number, so that lists of two marks are told apart.
  public var mark: UInt8
  /// Columns before the mark.
  public var indent: Int
  /// The number or letter, without its punctuation.
  public var label: SourceRange?
  /// What the label counts to, where it counts: 3 for `3`, `c` and `iii`.
  public var ordinal: Int?
}

extension ListMarker {
  /// The marker at the beginning of a line and where the text after it begins, or nil where there is none.
  static func read(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> (marker: ListMarker, text: SourceRange)?
  {
    let start = Int(line.text.start)
    let end = Int(line.text.end)
    guard let (marker, after) = bullet(line, bytes, start, end) ?? counter(line, bytes, start, end) else { return nil }
    var text = after
    while text < end, Characters.isASCIISpace(bytes[text]) { text += 1 }
    guard text > after, text < end else { return nil }
    return (marker, SourceRange(start: Int32(text), end: Int32(end)))
  }

  private static func bullet(
    _ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (ListMarker, Int)? {
    let scalar = Characters.decode(bytes, at: start, end: end)
    let mark: UInt8
    switch scalar.value {
    case 0x2D, 0x2A, 0x2B: mark = UInt8(scalar.value)  // - * +
    case 0x2022: mark = 1  // •
    case 0x2023, 0x27A2, 0x25B8, 0x25BA, 0x203A: mark = 2  // ‣ ➢ ▸ ► ›
    case 0x25E6, 0x25CB: mark = 3  // ◦ ○
    case 0x25AA, 0x25A0, 0x25AB, 0x25A1, 0x2751: mark = 4  // ▪ ■ ▫ □ ❑
    case 0x25CF, 0xB7, 0x2219, 0x30FB: mark = 5  // ● · ∙ ・
    case 0x2013, 0x2014: mark = 6  // – —
    case 0x2713, 0x2714, 0x2705: mark = 7  // ✓ ✔ ✅
    default: return nil
    }
    return (ListMarker(style: .bullet, mark: mark, indent: Int(line.indent)), start + scalar.length)
  }

  private static func counter(
    _ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (ListMarker, Int)? {
    var index = start
    let bracket = bytes[index] == 0x28
    if bracket { index += 1 }
    let label = index
    while index < end, index - label < 5, Characters.isASCIILetter(bytes[index]) || isDigit(bytes[index]) { index += 1 }
    guard index > label, index < end, let (style, ordinal) = count(bytes, label, index) else { return nil }
    let mark = bytes[index]
    guard mark == 0x29 || (mark == 0x2E && !bracket) else { return nil }
    return (
      ListMarker(
        style: style, mark: bracket ? 0x28 : mark, indent: Int(line.indent),
        label: SourceRange(start: Int32(label), end: Int32(index)), ordinal: ordinal), index + 1
    )
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// What a label of digits or letters counts to: at most three digits, one letter, or a Roman numeral.
  private static func count(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (Style, Int)? {
    if bytes[start..<end].allSatisfy(isDigit) {
      guard end - start <= 3 else { return nil }
      return (.number, bytes[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    guard bytes[start..<end].allSatisfy(Characters.isASCIILetter) else { return nil }
    let lower = bytes[start..<end].map { $0 | 0x20 }
    if lower.count == 1, lower[0] != 0x69, lower[0] != 0x76, lower[0] != 0x78 {
      return (.letter, Int(lower[0]) - 0x60)
    }
    return romanNumeral(lower).map { (.roman, $0) }
  }

  /// The value of a Roman numeral up to 39, in the one spelling that is right.
  private static func romanNumeral(_ letters: [UInt8]) -> Int? {
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
