/// Values that spreadsheets take for formulas (OWASP, "CSV Injection").
enum FormulaEscape {
  /// The value with an apostrophe before it where it begins as a formula does and is no number.
  static func escaped(_ value: String) -> String {
    switch value.unicodeScalars.first {
    case "=", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": "'" + value
    case "+", "-": isNumber(value.utf8.dropFirst()) ? value : "'" + value
    default: value
    }
  }

  /// Digits with separators, and at most a percent sign: nothing that computes or calls.
  private static func isNumber(_ text: Substring.UTF8View) -> Bool {
    var text = text
    if text.last == UInt8(ascii: "%") { text = text.dropLast() }
    while text.last == 0x20 { text = text.dropLast() }
    return text.first.map { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") } == true
      && text.allSatisfy {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") || $0 == 0x20
      }
  }
}

/// U+FEFF in UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
