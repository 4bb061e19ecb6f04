import Foundation

/// `Documentation/VALIDATION.md`: mistakes, and what three validators say of them.
///
/// Each section of a mistake has one `xml` block, which is the whole of a file or goes into a frame, and a table of what
/// each tool says. A frame begins and ends on the lines around the block: its first line is line 2 of the file.
struct MistakePage {
  struct Mistake {
    var title: String
    var xml: String
    /// What each tool says, by its name in the table.
    var rows: [String: String] = [:]

    /// The file that the tools read.
    var file: String {
      if xml.hasPrefix("<?xml") || xml.hasPrefix("<TEI") { return xml }
      let start = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">"
      if xml.hasPrefix("<teiHeader") {
        return start + "\n" + xml + "<text><body><p>One.</p></body></text></TEI>\n"
      }
      let header =
        "<teiHeader><fileDesc><titleStmt><title>A title</title></titleStmt><publicationStmt><p>Unpublished.</p>"
        + "</publicationStmt><sourceDesc><p>A notebook.</p></sourceDesc></fileDesc></teiHeader>"
      return start + header + "<text><body>\n" + xml + "</body></text></TEI>\n"
    }
  }

  static let tools = ["jing", "xmllint", "teikit"]

  private enum Part {
    case line(String)
    case row(mistake: Int, tool: String)
  }

  private var parts: [Part] = []
  var mistakes: [Mistake] = []

  init(_ text: String) {
    var isBlock = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if !isBlock, let tool = Self.tools.first(where: { line.hasPrefix("| \($0) | ") }), !mistakes.isEmpty {
        mistakes[mistakes.count - 1].rows[tool] = String(line.dropFirst("| \(tool) | ".count).dropLast(" |".count))
        parts.append(.row(mistake: mistakes.count - 1, tool: tool))
        continue
      }
      if line.hasPrefix("### ") { mistakes.append(Mistake(title: String(line.dropFirst(4)), xml: "")) }
      if isBlock, line == "```" { isBlock = false }
      if isBlock { mistakes[mistakes.count - 1].xml += line + "\n" }
      if line == "```xml", !mistakes.isEmpty { isBlock = true }
      parts.append(.line(line))
    }
  }

  var text: String {
    parts.map { part in
      switch part {
      case .line(let line): line
      case .row(let mistake, let tool): "| \(tool) | \(mistakes[mistake].rows[tool]!) |"
      }
    }.joined(separator: "\n")
  }

  /// The cell for what a tool prints: a line each without the file's name, long ones and many of them cut short.
  static func cell(_ output: [String]) -> String {
    let shown = 3
    var lines = output.prefix(output.count > shown + 1 ? shown : shown + 1).map { line in
      let longest = 200
      let cut =
        line.count > longest ? "`\(line.prefix(longest))` … and \(line.count - longest) characters more" : "`\(line)`"
      return cut.replacing("|", with: "\\|")
    }
    if lines.count < output.count { lines.append("… and \(output.count - lines.count) messages more") }
    return lines.isEmpty ? "*nothing*" : lines.joined(separator: "<br>")
  }
}
