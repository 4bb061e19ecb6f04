/// Tab-separated values as IANA's `text/tab-separated-values` has them. The format has no way to write a tab or a line
/// end in a value: each becomes a space.
struct TSVEncoding: RowEncoding {
  let columns: [String]
  let options: RowOptions

  func open(_ output: inout [UInt8]) {
    if options.hasByteOrderMark { output += byteOrderMark }
    add(columns, isFirst: true, to: &output)
  }

  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { output.append("\t") }
      let value = options.escapesFormulas ? FormulaEscape.escaped(value) : value
      for byte in value.utf8 { output.append(byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0x20 : byte) }
    }
    output.append("\n")
  }
}
