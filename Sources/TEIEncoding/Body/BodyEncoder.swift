import ArticleModel

/// Writes `text`: the blocks of an article as nested sections, with the mentions inline.
struct BodyEncoder {
  private let article: AnnotatedArticle
  private let tree: IndentedTree
  private var runs: RunEncoder
  private(set) var summary = EncodingSummary()

  init(
    _ article: AnnotatedArticle, _ selection: MentionSelection, _ register: EntityRegister,
    _ identifiers: IdentifierScheme, _ tree: IndentedTree
  ) {
    self.article = article
    self.tree = tree
    let sentences = SentencePlaces.fitted(article.sentences ?? [], around: selection.inline)
    runs = RunEncoder(
      article.source, selection, sentences, register, identifiers, recognizers: article.recognizers.count, tree)
  }

  mutating func finishLayout() -> SourceLayout { runs.finishLayout() }
  var usage: [String: Int] { runs.usage }
  var standOffAnnotations: [StandOffAnnotation] { runs.standOffAnnotations }

  mutating func encode() {
    precondition(!article.structure.blocks.isEmpty, "an article without text has no TEI")
    let blocks = article.structure.blocks
    var index = 0
    tree.container("text") {
      let front = FrontMatterExtent(blocks).front
      if front > 0 {
        tree.container("front") {
          while index < front { opening(blocks[index], &index) }
        }
      }
      tree.container("body") {
        while index < blocks.count, FrontMatterExtent.isOpening(blocks[index]) { opening(blocks[index], &index) }
        section(blocks, &index, level: 0, depth: 1)
      }
    }
    summary.mentions = runs.mentionCounts
  }

  /// A block where TEI lets by-lines, date lines and summaries stand.
  private mutating func opening(_ block: Block, _ index: inout Int) {
    switch block {
    case .title(let run): runs.encode(run, as: "head", [("type", "main")], kind: "h", context: .title)
    case .byline(let run): runs.encode(run, as: "byline", kind: "by", context: .byline)
    case .dateline(let run): runs.encode(run, as: "dateline", kind: "dl", context: .dateline)
    case .summary(let summary): self.summary(summary)
    default: return self.block(block, &index)
    }
    index += 1
  }

  /// The blocks up to the next heading of this level or above; deeper headings open sections inside.
  private mutating func section(_ blocks: [Block], _ index: inout Int, level: Int, depth: Int) {
    while index < blocks.count {
      guard case .heading(let run, let next) = blocks[index] else {
        block(blocks[index], &index)
        continue
      }
      guard next > level else { return }
      index += 1
      summary.sections += 1
      tree.container("div", runs.sectionAttributes(run)) {
        runs.encode(run, as: "head", kind: "h", context: .heading(depth: depth))
        section(blocks, &index, level: next, depth: depth + 1)
      }
    }
  }

  private mutating func block(_ block: Block, _ index: inout Int) {
    index += 1
    switch block {
    case .paragraph(let run), .title(let run), .heading(let run, _):
      runs.encode(run, as: "p", kind: "p", context: .paragraph)
    // TEI lets neither stand among paragraphs.
    case .byline(let run): runs.encode(run, as: "ab", [("type", "byline")], kind: "by", context: .furniture)
    case .dateline(let run): runs.encode(run, as: "ab", [("type", "dateline")], kind: "dl", context: .furniture)
    case .summary(let summary): self.summary(summary)
    case .figure(let figure): self.figure(figure)
    case .furniture(let run, let kind):
      runs.encode(
        run, as: "ab",
        [("type", "furniture"), ("subtype", kind.rawValue), ("cert", CertaintyText.text(run.certainty))], kind: "f",
        context: .furniture)
    case .list(let list): self.list(list, depth: 1)
    case .table(let table): self.table(table)
    }
  }

  private mutating func summary(_ summary: SummaryBlock) {
    guard let first = summary.heading?.range ?? summary.blocks.first?.firstRange else { return }
    tree.container("argument", runs.attributes("argument", kind: "a", text: first)) {
      if let heading = summary.heading { runs.encode(heading, as: "head", kind: "h", context: .title) }
      var index = 0
      while index < summary.blocks.count { block(summary.blocks[index], &index) }
    }
  }

  private mutating func figure(_ figure: FigureBlock) {
    guard let first = figure.lines.first?.run.range else { return }
    tree.container("figure", runs.attributes("figure", kind: "fig", text: first)) {
      for line in figure.lines {
        switch line {
        case .caption(let run): runs.encode(run, as: "head", kind: "c", context: .caption)
        case .credit(let run): runs.encode(run, as: "ab", [("type", "credit")], kind: "cr", context: .furniture)
        }
      }
    }
  }

  private mutating func list(_ list: ListBlock, depth: Int) {
    summary.lists += 1
    let attributes = runs.attributes(
      "list", kind: "l", text: (list.items[0].term ?? list.items[0].text).range,
      [("type", list.style == .gloss ? "gloss" : nil), ("rend", list.style.rawValue)])
    tree.container("list", attributes) {
      for item in list.items { self.item(item, in: list, depth) }
    }
  }

  private mutating func item(_ item: ListItem, in list: ListBlock, _ depth: Int) {
    if let term = item.term { runs.encode(term, as: "label", kind: "lb", context: .label) }
    let context = LeafContext.item(rend: list.style.rawValue, depth: depth)
    runs.encode(
      item.text, as: "item", [("n", item.number)], kind: "i", context: context, label: item.label, number: item.number,
      isOpen: true)
    if !item.sublists.isEmpty {
      tree.deeper {
        for sublist in item.sublists { self.list(sublist, depth: depth + 1) }
      }
      tree.newline()
    }
    tree.close()
  }

  private mutating func table(_ table: TableBlock) {
    summary.tables += 1
    let first = table.rows.first?.cells.first?.range ?? table.caption!.range
    let attributes = runs.attributes(
      "table", kind: "t",
      text: SourceRange(start: first.start, end: table.rows.last?.cells.last?.range.end ?? first.end),
      [
        ("rows", String(table.rows.count)), ("cols", String(table.columnCount)),
        ("cert", table.certainty < 1 ? CertaintyText.text(table.certainty) : nil),
      ])
    let local = runs.lastLocal
    let geometry = TableGeometry(table.rows)
    // The row that says what the columns hold: the lowest of the head.
    let typeRow = max(0, table.rows.prefix { $0.role == .label }.count - 1)
    tree.container("table", attributes) {
      if let caption = table.caption { runs.encode(caption, as: "head", kind: "c", context: .caption) }
      for (index, row) in table.rows.enumerated() {
        runs.count("row")
        tree.container("row", [("role", row.role.rawValue)]) {
          for cell in row.cells.indices {
            self.cell(cell, at: (index, geometry.columns[index][cell]), of: table, typeRow: typeRow, key: local)
          }
          for _ in geometry.widths[index]..<max(geometry.widths[index], table.columnCount) {
            runs.count("cell")
            tree.leaf("cell", [("role", row.role.rawValue), ("rend", "padding")])
          }
        }
      }
      for note in table.notes { self.note(note) }
    }
  }

  private mutating func cell(
    _ index: Int, at place: (row: Int, column: Int), of table: TableBlock, typeRow: Int, key: String
  ) {
    let row = table.rows[place.row]
    let cell = row.cells[index]
    let span = row.span(of: index)
    let isLabel = row.role == .label
    let context = LeafContext.cell(
      isLabel: isLabel, isFirst: index == 0, columns: table.columnCount, isEmpty: cell.range.isEmpty)
    let saysType = (place.row..<(place.row + span.rows)).contains(typeRow) && span.columns == 1
    let column = saysType && place.column < table.columns.count ? table.columns[place.column].kind : .text
    runs.encodeCell(
      cell, role: isLabel || table.hasRowLabels && place.column == 0 ? .label : .data, span: span,
      column: column == .text ? nil : column, context: context, key: "\(key)/\(place.row + 1).\(index + 1)")
  }

  /// A line below the rows: TEI's `head` stands above them, a caption below is a `trailer`.
  private mutating func note(_ note: TableNote) {
    switch note.kind {
    case .caption: runs.encode(note.text, as: "trailer", kind: "c", context: .other("trailer"))
    case .source, .note:
      runs.encode(note.text, as: "note", [("type", note.kind.rawValue)], kind: "n", context: .other("note"))
    }
  }
}
