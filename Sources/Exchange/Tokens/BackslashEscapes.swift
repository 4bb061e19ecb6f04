/// A text in one line, in one column: a backslash before backslashes, and Java's letters behind one for controls.
enum BackslashEscapes {
  private static let controls: [(control: Unicode.Scalar, letter: Unicode.Scalar)] = [
    ("\t", "t"), ("\n", "n"), ("\r", "r"), ("\u{C}", "f"), ("\u{8}", "b"),
  ]

  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 < 0x20 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\\" { result.append("\\") }
      append(scalar, to: &result)
    }
    return String(result)
  }

  /// Appends a scalar, as its letter where it is a control.
  static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    if let control = controls.first(where: { $0.control == scalar }) {
      result.append(contentsOf: ["\\", control.letter])
    } else {
      result.append(scalar)
    }
  }

  static func unescape(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        result.append(controls.first { $0.letter == scalar }?.control ?? scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
