import TEIEncoding
import XML

/// Who decided, as the header names them.
struct Responsibility {
  var name: String
  var date: String?
  /// What `@resp` and `@who` point to them with.
  var pointer: String
  /// Whether the header names them already.
  var isKnown = false
  var identifier: String { String(pointer.dropFirst()) }

  init(
    name: String, date: String?, top: XMLNodeTable.Node, identifiers: inout IdentifierScheme, prefix: String
  ) {
    self.name = name
    self.date = date
    for statement in top.child("teiHeader")?.child("fileDesc")?.child("titleStmt")?.children.map({ $0 }) ?? []
    where statement.name == "respStmt" {
      for child in statement.children where child.name != "resp" {
        let written = child.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if written == name, let known = child["xml:id"] ?? statement["xml:id"] {
          pointer = "#" + known
          isKnown = true
          return
        }
      }
    }
    pointer = "#" + prefix + identifiers.editor(name)
  }
}
