/// The escapes of values in WebAnno TSV: those of its texts, and a backslash before what means something in a column.
enum WebAnnoEscapes {
  /// The value of a feature.
  static func value(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "[", "]", "|", "_", ";", "*": result.append(contentsOf: ["\\", scalar])
      case ">" where last == "-":
        result.removeLast()
        result.append(contentsOf: ["\\", "-", ">"])
      default: BackslashEscapes.append(scalar, to: &result)
      }
      last = scalar
    }
    return String(result)
  }

  /// The stacked values of a column, each without the number that tells annotations apart (0 where it has none); nil for
  /// an annotation without a value. None where nothing is annotated.
  static func values(of column: Substring) -> [(value: String?, number: Int)] {
    guard column != "_", !column.isEmpty else { return [] }
    var values: [(String?, Int)] = []
    var start = column.startIndex
    var isEscaped = false
    for index in column.utf8.indices {
      let byte = column.utf8[index]
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "|") {
        values.append(value(column[start..<index]))
        start = column.utf8.index(after: index)
      }
    }
    values.append(value(column[start...]))
    return values
  }

  private static func value(_ text: Substring) -> (String?, Int) {
    var text = text
    var number = 0
    // A bracket of the value itself is escaped, so that "]" at the end closes a number only behind an open one.
    if text.utf8.last == UInt8(ascii: "]"), let open = text.utf8.lastIndex(of: UInt8(ascii: "[")),
      let found = Int(text[text.utf8.index(after: open)..<text.utf8.index(before: text.endIndex)]),
      open == text.startIndex || !isEscaped(open, in: text)
    {
      number = found
      text = text[..<open]
    }
    return (text == "*" || text == "_" ? nil : BackslashEscapes.unescape(text), number)
  }

  private static func isEscaped(_ index: Substring.Index, in text: Substring) -> Bool {
    let behind = text.utf8[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }
    return behind.count % 2 == 1
  }
}
