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
  /// The words of other languages inside blocks, for each language that is read.
  private(set) var foreignParts: [Part] = []
  /// Where words of other languages stand (`foreign`).
  private var foreign = RangeCover([SourceRange]())

  struct Part {
    /// BCP 47; "und" where it is not known.
    var language: String
    var structure: ArticleStructure
  }

  /// Languages whose names and dates are read, by primary subtag. What is found in others by the words around them is
  /// no more than a guess.
  private static let readLanguages: Set<String> = ["en", "de", "fr", "es"]

  /// What is called the same in a text of another language, as gazetteers have it.
  private static let places: Set<MentionType> = [.country, .settlement, .region, .geography]

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
    readForeign(reader.text, reader.top) { languages[$0.node] ?? "und" }
  }

  /// Takes apart what is in another language than its block.
  private mutating func readForeign(
    _ text: DocumentText, _ top: XMLNodeTable.Node, language: (TextBlock) -> String
  ) {
    var builders: [String: StructureBuilder] = [:]
    var ranges: [SourceRange] = []
    for element in top.descendants where element.isNamed("foreign") {
      let start = Int(text.table.starts[Int(element.number)])
      guard let range = text.range(ofSource: start..<Int(text.table.stops[Int(element.number)])),
        var block = text.block(at: range.lowerBound)
      else { continue }
      let own = element["xml:lang"].map(Self.primary) ?? ""
      if own == Self.primary(language(block)) { continue }
      ranges.append(SourceRange(range))
      guard Self.readLanguages.contains(own), range.upperBound <= block.range.upperBound,
        Self.isRead(block, in: source.bytes)
      else { continue }
      block.range = range
      block.kind = .paragraph
      builders[own, default: StructureBuilder(text.table)].add(block, isFirst: false)
    }
    foreign = RangeCover(ranges)
    foreignParts = builders.keys.sorted().map { Part(language: $0, structure: builders[$0]!.finish()) }
  }

  private static func primary(_ language: String) -> String {
    language.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }

  /// What is found in the document: of words in another language what their own language says, and names of places.
  func mentions(_ recognize: (Part) -> [Mention]) -> [Mention] {
    let apart = foreignParts.flatMap(recognize)
    let taken = RangeCover(apart.lazy.map(\.range))
    return parts.flatMap(recognize).filter { mention in
      !foreign.overlaps(mention.range) || Self.places.contains(mention.type) && !taken.overlaps(mention.range)
    } + apart
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
