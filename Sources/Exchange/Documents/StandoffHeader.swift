import TEIText
import XML

/// What a `teiHeader` says of a document as a whole (TEI P5, chapter 2).
struct StandoffHeader {
  let title: String
  /// ISO 8601; empty where it is not stated.
  let date: String

  init(of top: XMLNodeTable.Node) {
    date = DocumentDate.of(top)?.value ?? ""
    let statement = top.child("teiHeader")?.child("fileDesc")?.child("titleStmt")
    let titles = statement?.children.filter { $0.name == "title" } ?? []
    let main = titles.first { $0["type"] == "main" } ?? titles.first
    title = (main?.string ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
