/// Values in MISC: what would end them is escaped as UDPipe does in `SpacesAfter`.
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
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  static func unescape(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        if let escape = escapes.first(where: { $0.letter == scalar }) {
          result.append(escape.character)
        } else {
          result.append("\\")
          result.append(scalar)
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    if isEscaped { result.append("\\") }
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
