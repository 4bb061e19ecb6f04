import ArticleModel
import Exchange
import TEIText
import XML

/// A TEI document as recognisers see articles: its text, and for each language the blocks that are in it.
struct TEIArticle {
  /// The text of the document's ``StandoffReader``, byte for byte.
  let source: SourceText
  /// In the order in which the languages occur.
  private(set) var parts: [Part] = []

  struct Part {
    /// BCP 47; "und" where it is not known.
    var language: String
    var structure: ArticleStructure
  }

  /// - Parameter language: That of blocks of which the document says none; nil to guess it.
  /// - Throws: ``SourceText/Fault``.
  init(_ reader: StandoffReader, name: String, language: String?) throws(SourceText.Fault) {
    source = try SourceText(name: name, bytes: reader.text.text)
    var languages: [Int32: String] = [:]
    var builders: [String: StructureBuilder] = [:]
    var order: [String] = []
    var other = language
    for block in reader.text.blocks where Self.isRead(block, in: source.bytes) {
      var own = languages[block.node] ?? DocumentText.language(of: XMLNodeTable.Node(reader.text.table, block.node))
      languages[block.node] = own
      if own == "und" {
        other = other ?? LanguageGuess.language(of: source)
        own = other!
      }
      if builders[own] == nil { order.append(own) }
      builders[own, default: StructureBuilder(reader.text.table)].add(block, isFirst: builders.isEmpty)
    }
    parts = order.map { Part(language: $0, structure: builders[$0]!.finish()) }
  }

  /// Names in bibliographies are what their elements say; running heads and site furniture are not the text, and the
  /// number of a figure is no number in it.
  private static func isRead(_ block: TextBlock, in text: [UInt8]) -> Bool {
    switch block.kind {
    case .bibliography, .furniture: false
    case .label: text[block.range].contains { $0 >= 0x80 || Characters.isASCIILetter($0) }
    default: true
    }
  }
}

/// Makes blocks of an article of blocks of TEI.
private struct StructureBuilder {
  private let table: XMLNodeTable
  private var blocks: [Block] = []
  private var items: [ListItem] = []
  private var rows: [TableRow] = []
  /// The `table` and the `row` of the cells before.
  private var current: (table: Int32, row: Int32)?

  init(_ table: XMLNodeTable) { self.table = table }

  mutating func finish() -> ArticleStructure {
    close()
    return ArticleStructure(blocks: blocks)
  }

  mutating func add(_ block: TextBlock, isFirst: Bool) {
    let run = TextRun(SourceRange(block.range))
    switch block.kind {
    case .item:
      if !rows.isEmpty { close() }
      items.append(ListItem(text: run))
      return
    case .cell:
      if !items.isEmpty { close() }
      addCell(run, block.node)
      return
    default: close()
    }
    switch block.kind {
    case .heading: blocks.append(isFirst ? .title(run) : .heading(run, level: max(1, block.depth)))
    case .byline: blocks.append(.byline(run))
    case .dateline: blocks.append(.dateline(run))
    case .caption: blocks.append(.figure(FigureBlock(lines: [.caption(run)])))
    default: blocks.append(.paragraph(run))
    }
  }

  private mutating func addCell(_ run: TextRun, _ node: Int32) {
    let cell = XMLNodeTable.Node(table, node)
    let row = table.parents[Int(node)]
    var around = cell.parent
    while let element = around, element.name != "table" { around = element.parent }
    let place = (table: around?.number ?? -1, row: row)
    if let current, current.table != place.table { close() }
    if current?.row != row || rows.isEmpty {
      rows.append(TableRow(role: cell.parent?["role"] == "label" ? .label : .data, cells: []))
    }
    current = place
    rows[rows.count - 1].cells.append(run)
    if cell["role"] == "label", rows[rows.count - 1].cells.count == 1 { rows[rows.count - 1].role = .label }
    // A label in front labels its row; a row of labels has no other cells.
    if cell["role"] != "label", cell.parent?["role"] != "label" { rows[rows.count - 1].role = .data }
  }

  private mutating func close() {
    if !items.isEmpty { blocks.append(.list(ListBlock(style: .bulleted, items: items))) }
    if !rows.isEmpty { blocks.append(.table(TableBlock(caption: nil, rows: rows))) }
    items = []
    rows = []
    current = nil
  }
}
