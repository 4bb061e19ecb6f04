internal import XML

/// Finds the leading rows that label columns.
struct TableHeader {
  private let document: XMLNodeTable
  private let vocabulary: TableVocabulary

  init(_ document: XMLNodeTable, _ vocabulary: TableVocabulary) {
    self.document = document
    self.vocabulary = vocabulary
  }

  /// Whether a role is that of labels: TEI says `label`; trafilatura and others write what HTML calls it.
  static func isLabel(_ role: String?) -> Bool {
    switch role {
    case "label", "head", "header", "heading": true
    default: false
    }
  }

  /// How many rows: those of a head section, or else those that say so, or of which each cell does.
  ///
  /// Where each cell of each row says so, the first row alone labels the others.
  func count(of rows: [TableRow]) -> Int {
    let inHead = rows.prefix { $0.section == .head }.count
    if inHead > 0 { return inHead }
    let bySelf = rows.prefix { saysSo($0) ?? false }.count
    let count = rows.prefix { saysSo($0) ?? hasOnlyLabels($0) }.count
    return count == rows.count && count > 1 && bySelf < count ? max(1, bySelf) : count
  }

  /// What the role of a row says; nil where it has none.
  private func saysSo(_ row: TableRow) -> Bool? {
    XMLNodeTable.Node(document, row.node)["role"].map(Self.isLabel)
  }

  /// An empty cell that says nothing of itself, as that in the corner, is no reason against the others.
  private func hasOnlyLabels(_ row: TableRow) -> Bool {
    row.cells.contains(where: isLabel) && row.cells.allSatisfy { isLabel($0) || isEmpty($0) }
  }

  private func isEmpty(_ cell: Int32) -> Bool {
    let node = XMLNodeTable.Node(document, cell)
    return node["role"] == nil && CellText.of(cell, in: document, vocabulary).text.isEmpty
  }

  /// Whether a cell is a label: `th` is, wherever it stands.
  func isLabel(_ cell: Int32) -> Bool {
    if vocabulary.element(cell, in: document) == .headerCell { return true }
    return Self.isLabel(XMLNodeTable.Node(document, cell)["role"])
  }
}
