public import XML

/// Gets the tables out of a TEI document, ours or another's: tables of TEI (P5, chapter 14.1), and those of CALS and HTML
/// that stand in TEI.
public enum TableExtractor {
  /// All tables in document order; one inside another's cell is a table of its own, and no text of that cell.
  ///
  /// A `tgroup` of CALS that is not alone in its table is a table, too.
  public static func tables(in document: XMLNodeTable) -> [ExtractedTable] {
    let vocabulary = TableVocabulary(document.names)
    guard vocabulary.hasTables else { return [] }
    var reading = TableReading(document, vocabulary)
    var tables: [ExtractedTable] = []
    for node in Int32(0)..<Int32(document.count) where vocabulary.element(node, in: document) == .table {
      tables += reading.tables(of: node)
    }
    return tables
  }
}

/// Reads the tables of one document.
struct TableReading {
  let document: XMLNodeTable
  let vocabulary: TableVocabulary
  private let rowReading: TableRows
  private var paths: XMLNodePaths
  /// How many tables were found so far.
  private var count = 0

  init(_ document: XMLNodeTable, _ vocabulary: TableVocabulary) {
    self.document = document
    self.vocabulary = vocabulary
    rowReading = TableRows(table: document, vocabulary: vocabulary)
    paths = XMLNodePaths(document)
  }

  /// The table at a node, or those of its groups.
  mutating func tables(of node: Int32) -> [ExtractedTable] {
    count += 1
    let element = XMLNodeTable.Node(document, node)
    let id = element["xml:id"] ?? element["id"] ?? "table-\(count)"
    let groups = rowReading.children(of: node, .group)
    guard let first = groups.first else { return [table(id: id, of: node, rowsIn: node)] }
    if groups.count == 1 { return [table(id: id, of: node, rowsIn: first)] }
    return groups.enumerated().map { index, group in
      let own = XMLNodeTable.Node(document, group)["xml:id"] ?? "\(id).\(index + 1)"
      return table(id: own, of: node, rowsIn: group, at: group)
    }
  }

  private mutating func table(
    id: String, of node: Int32, rowsIn parent: Int32, at place: Int32? = nil
  ) -> ExtractedTable {
    let rows = rowReading.rows(of: parent)
    let content = TableContent(rows, columns: ColumnSpecifications(of: parent, rowReading), document, vocabulary)
    let caption = TableCaption(of: node, rowReading)
    let roles = rows.prefix(content.cells.count).map { XMLNodeTable.Node(document, $0.node)["role"] ?? "data" }
    let xpath = paths.path(of: place ?? node) ?? ""
    var table = ExtractedTable(
      document: DocumentLabel.of(XMLNodeTable.Node(document, node)), id: id, xpath: xpath, language: language(of: node),
      caption: caption.caption, headerRows: Array(content.cells.prefix(content.headerCount)),
      rows: Array(content.cells.dropFirst(content.headerCount)), roles: Array(roles.dropFirst(content.headerCount)))
    table.notes = content.notes + caption.notes.map { TableNote(row: nil, column: nil, text: $0) }
    table.diagnostics = content.faults.map {
      $0.diagnostic(file: document.name, position: document.position(of: node), xpath: xpath.isEmpty ? nil : xpath)
    }
    table.takeCaptionFromHeader()
    return table
  }

  private func language(of node: Int32) -> String {
    var current: XMLNodeTable.Node? = XMLNodeTable.Node(document, node)
    while let element = current {
      if let language = element["xml:lang"] { return language }
      current = element.parent
    }
    return ""
  }
}

extension ExtractedTable {
  /// A first row of one label above all columns is the caption of a table that has no other.
  fileprivate mutating func takeCaptionFromHeader() {
    guard caption.isEmpty, headerRows.count > 1, columnCount > 1, let label = headerRows[0].first, !label.text.isEmpty,
      headerRows[0].dropFirst().allSatisfy({ $0.isSpanned && $0.text == label.text })
    else { return }
    caption = label.text
    headerRows.removeFirst()
  }
}
