/// An HTML `table` element, to be put into a page.
struct HTMLEncoding: RowEncoding {
  let columns: [String]

  func open(_ output: inout [UInt8]) {
    output.append("<table>\n<thead>\n")
    row(columns, "th", to: &output)
    output.append("</thead>\n<tbody>\n")
  }

  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8]) { row(values, "td", to: &output) }

  func close(isEmpty: Bool, _ output: inout [UInt8]) { output.append("</tbody>\n</table>\n") }

  private func row(_ values: [String], _ cell: String, to output: inout [UInt8]) {
    output.append("<tr>")
    for value in values {
      output.append("<\(cell)>")
      MarkupText.append(value, to: &output)
      output.append("</\(cell)>")
    }
    output.append("</tr>\n")
  }
}

/// Text inside HTML or XML markup.
enum MarkupText {
  /// Appends text with what markup would read otherwise escaped, for content and quoted attribute values alike.
  static func append(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): output.append("&lt;")
      case UInt8(ascii: ">"): output.append("&gt;")
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "\""): output.append("&quot;")
      default: output.append(byte)
      }
    }
  }
}
