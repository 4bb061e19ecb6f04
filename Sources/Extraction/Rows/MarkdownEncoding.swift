/// A table of GitHub Flavored Markdown.
struct MarkdownEncoding: RowEncoding {
  let columns: [String]

  func open(_ output: inout [UInt8]) {
    guard !columns.isEmpty else { return }
    add(columns, isFirst: true, to: &output)
    output.append("|" + String(repeating: " --- |", count: columns.count) + "\n")
  }

  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8]) {
    output.append("|")
    for value in values {
      output.append(" ")
      Self.append(value, to: &output)
      output.append(" |")
    }
    output.append("\n")
  }

  /// A cell is one line of inline Markdown: what would end it or begin markup is escaped.
  private static func append(_ value: String, to output: inout [UInt8]) {
    var previous: UInt8 = 0
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "&"):
        output.append(contentsOf: [UInt8(ascii: "\\"), byte])
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D: output.append("<br>")
      default: output.append(byte)
      }
      previous = byte
    }
  }
}
