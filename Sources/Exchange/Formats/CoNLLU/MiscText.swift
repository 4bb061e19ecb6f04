/// Values in MISC: what would end them is escaped as UDPipe does in `SpacesAfter`; white space beyond ASCII, which readers
/// of columns trim, by its code point (`\u00A0`).
enum MiscText {
  private static let escapes: [(character: Unicode.Scalar, letter: Unicode.Scalar)] = [
    (" ", "s"), ("\t", "t"), ("\r", "r"), ("\n", "n"), ("|", "p"), ("\\", "\\"),
  ]

  static func escape(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let escape = escapes.first(where: { $0.character == scalar }) {
        result.append("\\")
        result.append(escape.letter)
      } else if scalar.value >= 0x80, scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  static func unescape(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let letter = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      if let escape = escapes.first(where: { $0.letter == letter }) {
        result.append(escape.character)
      } else if letter == "u", let value = UInt32(String(String.UnicodeScalarView(rest.prefix(4))), radix: 16),
        let named = Unicode.Scalar(value)
      {
        result.append(named)
        rest = rest.dropFirst(4)
      } else {
        result.append(contentsOf: ["\\", letter])
      }
    }
    return String(result)
  }

  /// The fields of a MISC column, by their names.
  static func fields(_ column: Substring) -> [Substring: Substring] {
    var fields: [Substring: Substring] = [:]
    for field in column.split(separator: "|") {
      guard let sign = field.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
      fields[field[..<sign]] = field[field.utf8.index(after: sign)...]
    }
    return fields
  }
}
