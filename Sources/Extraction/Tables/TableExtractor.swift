public import XML

/// Gets the tables out of a TEI document, ours or another's: tables of TEI (P5, chapter 14.1), and those of CALS and HTML
/// that stand in TEI.
public struct TableExtractor: Sendable {
  private let vocabulary: TableVocabulary

  /// - Parameter names: Those that documents are laid out with: gets the names that are looked for.
  public init(names: inout XMLNodeNames) { vocabulary = TableVocabulary(&names) }

  /// The tables of a document in its order; one inside another's cell is a table of its own, and no text of that cell.
  ///
  /// A `tgroup` of CALS that is not alone in its table is a table, too.
  ///
  /// - Parameters:
  ///   - document: Laid out with the names of the extractor.
  ///   - isWanted: Whether a table is to be read, by the number of its node.
  public func tables(
    in document: XMLNodeTable, where isWanted: (Int32) throws(XMLError) -> Bool = { _ in true }
  ) throws(XMLError) -> [ExtractedTable] {
    try numberedTables(in: document, where: isWanted).tables
  }

  /// The same, with how many tables there are, wanted or not.
  package func numberedTables(
    in document: XMLNodeTable, where isWanted: (Int32) throws(XMLError) -> Bool
  ) throws(XMLError) -> (tables: [ExtractedTable], count: Int) {
    var reading = TableReading(document, vocabulary)
    var tables: [ExtractedTable] = []
    for node in document.firstNode..<Int32(document.count) where vocabulary.element(node, in: document) == .table {
      reading.count += 1
      if try isWanted(node) { tables += reading.tables(of: node) }
    }
    return (tables, reading.count)
  }
}

/// Reads the tables of one document.
struct TableReading {
  let document: XMLNodeTable
  let vocabulary: TableVocabulary
  private let rowReading: TableRows
  private var paths: XMLNodePaths
  private var labels: DocumentLabels
  private var around = TableSurroundings()
  private var budget = TableContent.Budget()
  /// How many tables were found so far.
  var count = 0

  init(_ document: XMLNodeTable, _ vocabulary: TableVocabulary) {
    self.document = document
    self.vocabulary = vocabulary
    rowReading = TableRows(table: document, vocabulary: vocabulary)
    paths = XMLNodePaths(document)
    labels = DocumentLabels(document)
  }

  /// The table at a node, or those of its groups.
  mutating func tables(of node: Int32) -> [ExtractedTable] {
    let around = surroundings(of: node)
    let caption = TableCaption(of: node, rowReading, figure: around.figure)
    var template = ExtractedTable(
      document: around.document, id: identifier(of: node) ?? "table-\(count)", xpath: paths.path(of: node) ?? "",
      language: XMLNodeTable.Node(document, node)["xml:lang"] ?? around.language, caption: caption.caption,
      headerRows: [], rows: [], roles: [])
    if identifier(of: node) == nil { template.number = count }
    template.documentNode = labels.document(of: node)
    template.notes = caption.notes.map { ExtractedNote(text: $0) }
    let groups = rowReading.children(of: node, .group)
    guard groups.count > 1 else { return [table(template, rowsIn: groups.first ?? node, node)] }
    return groups.enumerated().map { index, group in
      var own = template
      own.id = identifier(of: group) ?? "\(template.id).\(index + 1)"
      own.xpath = paths.path(of: group) ?? ""
      return table(own, rowsIn: group, node)
    }
  }

  /// Fills a table with the rows of an element.
  private mutating func table(_ template: ExtractedTable, rowsIn parent: Int32, _ node: Int32) -> ExtractedTable {
    let rows = rowReading.rows(of: parent)
    let content = TableContent(
      rows, columns: ColumnSpecifications(of: parent, rowReading), document, vocabulary, &budget)
    let roles = rows.prefix(content.cells.count).map { XMLNodeTable.Node(document, $0.node)["role"] ?? "data" }
    var table = template
    table.headerRows = Array(content.cells.prefix(content.headerCount))
    table.rows = Array(content.cells.dropFirst(content.headerCount))
    table.roles = Array(roles.dropFirst(content.headerCount))
    table.notes = content.notes + template.notes
    table.diagnostics = content.faults.map {
      $0.diagnostic(
        file: document.name, position: document.position(of: node), xpath: table.xpath.isEmpty ? nil : table.xpath)
    }
    table.takeCaptionFromHeader()
    return table
  }

  private func identifier(of node: Int32) -> String? {
    let element = XMLNodeTable.Node(document, node)
    return element["xml:id"] ?? element["id"]
  }

  private mutating func surroundings(of node: Int32) -> TableSurroundings {
    let parent = document.parents[Int(node)]
    if around.parent == parent, parent >= 0 { return around }
    around = TableSurroundings(parent: parent, document: labels.label(of: node))
    if parent > 0, vocabulary.element(parent, in: document) == .figure {
      around.figure = TableCaption(ofFigure: parent, rowReading)
    }
    var current = XMLNodeTable.Node(document, node).parent
    while let element = current {
      if let language = element["xml:lang"] {
        around.language = language
        break
      }
      current = element.parent
    }
    return around
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
