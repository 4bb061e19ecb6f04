import TEIText
import XML

/// What a `teiHeader` says of a document as a whole (TEI P5, chapter 2).
struct StandoffHeader {
  private(set) var title = ""
  /// ISO 8601.
  private(set) var date = ""

  init(of top: XMLNodeTable.Node) {
    guard let header = top.child("teiHeader"), let file = header.child("fileDesc") else { return }
    let titles = file.child("titleStmt")?.children.filter { $0.name == "title" } ?? []
    let main = titles.first { $0["type"] == "main" } ?? titles.first
    title = (main?.string ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let profile = header.child("profileDesc")
    let places = [
      profile?.child("creation"), profile?.child("settingDesc"), file.child("sourceDesc"),
      file.child("publicationStmt"),
    ]
    for place in places {
      let dates = place?.descendants.lazy.filter { $0.name == "date" }.map(MentionValueText.of)
      if let value = dates?.first(where: { !$0.isEmpty }) {
        date = value
        return
      }
    }
  }
}
