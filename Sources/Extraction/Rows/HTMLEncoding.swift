/// An HTML `table` element, to be put into a page.
struct HTMLEncoding: RowEncoding {
  let columns: [String]
  private let caption: String
  private let labelColumnCount: Int

  init(_ head: RowTable) {
    columns = head.columns
    caption = head.caption
    labelColumnCount = head.labelColumnCount
  }

  func open(_ output: inout [UInt8]) {
    output.append("<table>\n")
    if !caption.isEmpty {
      output.append("<caption>")
      EscapedText.append(caption, to: &output)
      output.append("</caption>\n")
    }
    output.append("<thead>\n<tr>")
    for column in columns { cell(column, scope: "col", to: &output) }
    output.append("</tr>\n</thead>\n<tbody>\n")
  }

  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8]) {
    output.append("<tr>")
    for (index, value) in values.enumerated() {
      cell(value, scope: index < labelColumnCount ? "row" : nil, to: &output)
    }
    output.append("</tr>\n")
  }

  func close(isEmpty: Bool, _ output: inout [UInt8]) { output.append("</tbody>\n</table>\n") }

  /// - Parameter scope: What a cell that labels others labels.
  private func cell(_ value: String, scope: String?, to output: inout [UInt8]) {
    output.append(scope.map { "<th scope=\"\($0)\">" } ?? "<td>")
    EscapedText.append(value, to: &output)
    output.append(scope == nil ? "</td>" : "</th>")
  }
}

/// Text inside HTML or XML markup.
enum EscapedText {
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
