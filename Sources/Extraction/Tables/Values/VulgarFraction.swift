/// Fractions that are one character: those of which the decimal number ends.
enum VulgarFraction {
  /// What stands behind the point.
  private static let decimals: [Unicode.Scalar: String] = [
    "½": "5", "¼": "25", "¾": "75", "⅕": "2", "⅖": "4", "⅗": "6", "⅘": "8", "⅛": "125", "⅜": "375", "⅝": "625",
    "⅞": "875", "⅒": "1",
  ]

  /// Takes a fraction from the beginning of a text, and answers its digits behind the point.
  static func take(_ text: inout ArraySlice<Unicode.Scalar>) -> [UInt8]? {
    guard let first = text.first, let digits = decimals[first] else { return nil }
    text.removeFirst()
    return Array(digits.utf8)
  }

  /// The same behind a space, as in `2 ½`.
  static func takeBehindSpace(_ text: inout ArraySlice<Unicode.Scalar>) -> [UInt8]? {
    var rest = text.drop(while: NumberText.isSpace)
    guard let digits = take(&rest) else { return nil }
    text = rest
    return digits
  }
}

/// The mark of a footnote behind a number: `12*`, `12 †`, `12[a]`, `12[1]`.
///
/// No raised digit: 10³ is a thousand. Nor what stands in brackets apart: `12 [m]` may be a unit.
enum NoteMark {
  static func takeSuffix(_ text: inout ArraySlice<Unicode.Scalar>) {
    var rest = text
    while let last = rest.last, "*†‡".unicodeScalars.contains(last) { rest.removeLast() }
    if rest.last == "]", let open = rest.lastIndex(of: "["), open > rest.startIndex,
      isMark(rest[(open + 1)..<(rest.endIndex - 1)]), !NumberText.isSpace(rest[open - 1])
    {
      rest = rest[..<open]
    }
    guard rest.count < text.count else { return }
    NumberText.trim(&rest)
    text = rest
  }

  private static func isMark(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    if text.count == 1, let only = text.first, only.isASCII, only.properties.isAlphabetic { return true }
    return (1...3).contains(text.count) && text.allSatisfy(isDigit)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
}
