/// Comma-separated values as RFC 4180 has them: a header line, CR LF, quotes where they are needed.
struct CSVEncoding: RowEncoding {
  let columns: [String]
  let options: RowOptions

  func open(_ output: inout [UInt8]) {
    if options.hasByteOrderMark { output += byteOrderMark }
    add(columns, isFirst: true, to: &output)
  }

  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { output.append(",") }
      let value = options.escapesFormulas ? FormulaEscape.escaped(value) : value
      // An empty line would be no row at all.
      if Self.needsQuotes(value) || (values.count == 1 && value.isEmpty) {
        output.append("\"")
        for byte in value.utf8 {
          if byte == UInt8(ascii: "\"") { output.append(byte) }
          output.append(byte)
        }
        output.append("\"")
      } else {
        output.append(value)
      }
    }
    output.append("\r\n")
  }

  /// Spaces at the ends are quoted too: some readers take them off.
  private static func needsQuotes(_ value: String) -> Bool {
    value.utf8.first == 0x20 || value.utf8.last == 0x20
      || value.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
  }
}
