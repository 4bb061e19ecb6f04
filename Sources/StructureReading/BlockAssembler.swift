import ArticleModel

/// Puts labelled lines together to blocks.
struct BlockAssembler {
  let lines: [SourceLine]
  let labels: [LineLabel]
  let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(lines: [SourceLine], labels: [LineLabel], bytes: UnsafeBufferPointer<UInt8>) {
    self.lines = lines
    self.labels = labels
    self.bytes = bytes
  }

  mutating func blocks() -> [Block] {
    var blocks: [Block] = []
    while index < labels.count {
      switch labels[index].kind {
      case .blank, .mark: index += 1
      case .title: blocks.append(.title(run()))
      case .byline: blocks.append(.byline(run()))
      case .dateline: blocks.append(.dateline(run()))
      case .heading(let level): blocks.append(.heading(run(), level: level))
      case .summary: blocks.append(.summary(SummaryBlock(blocks: [.paragraph(run())])))
      case .figureCaption, .credit: figure(&blocks)
      case .furniture(let kind): blocks.append(.furniture(run(), kind))
      case .paragraph, .continuation: blocks.append(.paragraph(run()))
      case .caption: blocks.append(contentsOf: caption())
      case .row(let dialect): blocks.append(contentsOf: tables(dialect))
      case .delimiterRow: blocks.append(contentsOf: delimiterRow())
      case .item: blocks.append(contentsOf: lists())
      }
    }
    blocks = Summaries(bytes: bytes).gathered(RunInDatelines(bytes: bytes).parted(blocks))
    return FrontMatterOrder.settled(blocks)
  }

  /// The text of this line and of those that go on with it.
  private mutating func run() -> TextRun {
    var range = labels[index].text
    let certainty = labels[index].certainty
    index += 1
    while index < labels.count, labels[index].kind == .continuation {
      range.end = labels[index].text.end
      index += 1
    }
    return TextRun(range, certainty: certainty)
  }

  /// Adds a caption or credit to the picture that the line above belongs to, or begins one.
  private mutating func figure(_ blocks: inout [Block]) {
    let isCaption = labels[index].kind == .figureCaption
    let line = isCaption ? FigureBlock.Line.caption(run()) : .credit(run())
    if case .figure(var figure) = blocks.last, !isCaption || !figure.hasCaption {
      figure.lines.append(line)
      blocks[blocks.count - 1] = .figure(figure)
    } else {
      blocks.append(.figure(FigureBlock(lines: [line])))
    }
  }

  /// A caption and the tables that follow it, the first of which it belongs to; a paragraph where none does.
  private mutating func caption() -> [Block] {
    let caption = run()
    var next = index
    while next < labels.count, labels[next].kind == .blank { next += 1 }
    guard next < labels.count, case .row(let dialect) = labels[next].kind else { return [.paragraph(caption)] }
    index = next
    var blocks = tables(dialect)
    guard case .table(var table) = blocks[0] else { return blocks }
    if let own = table.caption {
      // The caption of an extra header row goes back to where it stood.
      table.rows.insert(TableRow(role: .label, cells: [own]), at: 0)
    }
    table.caption = caption
    blocks[0] = .table(table)
    return blocks
  }

  /// The upper border of a table; text like any other where no row follows.
  private mutating func delimiterRow() -> [Block] {
    guard index + 1 < labels.count, case .row(let dialect) = labels[index + 1].kind else { return [.paragraph(run())] }
    return tables(dialect)
  }

  private mutating func tables(_ dialect: TableDialect) -> [Block] {
    var tables = TableAssembler.tables(rows(dialect), dialect, bytes)
    tables[tables.count - 1].notes = notes()
    return tables.map(Block.table)
  }

  /// The lines below a table that belong to it.
  private mutating func notes() -> [TableNote] {
    var notes: [TableNote] = []
    while true {
      var next = index
      while next < labels.count, labels[next].kind == .blank { next += 1 }
      guard next < labels.count, case .caption(let place) = labels[next].kind, place != .above else { return notes }
      index = next
      notes.append(TableNote(run(), place == .below ? .caption : place == .source ? .source : .note))
    }
  }

  /// The lines of a table from here on.
  private mutating func rows(_ dialect: TableDialect) -> [TableAssembler.Line] {
    var rows: [TableAssembler.Line] = []
    while index < labels.count {
      switch labels[index].kind {
      case .row(dialect): rows.append(.row(labels[index].text, certainty: labels[index].certainty))
      case .delimiterRow: rows.append(.delimiter(isBorder: bytes[labels[index].text.bytes].contains(0x2B)))
      default: return rows
      }
      index += 1
    }
    return rows
  }

  /// The lists that begin here; blank lines between items do not end a list.
  private mutating func lists() -> [Block] {
    var entries: [ListAssembler.Entry] = []
    scan: while index < labels.count {
      switch labels[index].kind {
      case .item(let marker): entries.append(ListAssembler.Entry(marker: marker, text: run()))
      case .blank, .mark:
        var next = index
        while next < labels.count, labels[next].kind == .blank || labels[next].kind == .mark { next += 1 }
        guard next < labels.count, case .item = labels[next].kind else { break scan }
        index = next
      default: break scan
      }
    }
    return ListAssembler(bytes: bytes).lists(entries).map(Block.list)
  }
}

extension FigureBlock {
  fileprivate var hasCaption: Bool { lines.contains { if case .caption = $0 { true } else { false } } }
}
