/// What an article is made of.
public struct ArticleStructure: Hashable, Sendable {
  public var blocks: [Block]

  public init(blocks: [Block]) { self.blocks = blocks }

  /// Calls `body` with every run of text in the order of the source.
  public func forEachRun(_ body: (TextRun) -> Void) {
    for block in blocks { block.forEachRun(body) }
  }

  /// Every run of text in the order of the source.
  public var runs: [TextRun] {
    var runs: [TextRun] = []
    forEachRun { runs.append($0) }
    return runs
  }
}

extension Block {
  /// Calls `body` with every run of text of this block in the order of the source.
  public func forEachRun(_ body: (TextRun) -> Void) {
    switch self {
    case .title(let run), .byline(let run), .dateline(let run), .heading(let run, _), .paragraph(let run),
      .furniture(let run, _):
      body(run)
    case .summary(let summary):
      if let heading = summary.heading { body(heading) }
      for block in summary.blocks { block.forEachRun(body) }
    case .figure(let figure): for line in figure.lines { body(line.run) }
    case .list(let list): list.forEachRun(body)
    case .table(let table):
      if let caption = table.caption { body(caption) }
      for row in table.rows { row.cells.forEach(body) }
      for note in table.notes { body(note.text) }
    }
  }
}

extension ListBlock {
  fileprivate func forEachRun(_ body: (TextRun) -> Void) {
    for item in items {
      if let term = item.term { body(term) }
      body(item.text)
      for list in item.sublists { list.forEachRun(body) }
    }
  }
}
