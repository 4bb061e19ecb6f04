import ArticleModel

/// Keeps front matter where TEI allows it: a title and a summary at the head, with nothing but site furniture and
/// pictures among them and text below.
enum FrontMatterOrder {
  static func settled(_ blocks: [Block]) -> [Block] {
    let head = blocks.firstIndex(where: isText) ?? blocks.count
    // Something must stand in the body: where only front matter ends the article, that is its text.
    let lastFurniture = blocks[..<head].lastIndex { if case .furniture = $0 { true } else { false } }
    let end = head == blocks.count ? lastFurniture.map { $0 + 1 } ?? 0 : head
    var settled: [Block] = []
    settled.reserveCapacity(blocks.count)
    var hasTitle = false
    for block in blocks[..<end] {
      if case .title(let run) = block, hasTitle {
        settled.append(.heading(run, level: 1))
      } else {
        settled.append(block)
      }
      if case .title = block { hasTitle = true }
    }
    for block in blocks[end...] {
      switch block {
      case .title(let run): settled.append(.heading(run, level: 1))
      case .summary(let summary):
        if let heading = summary.heading { settled.append(.heading(heading, level: 1)) }
        settled += summary.blocks
      case .byline(let run) where head == blocks.count, .dateline(let run) where head == blocks.count:
        settled.append(.paragraph(run))
      case .figure(let figure) where head == blocks.count: settled += figure.lines.map { .paragraph($0.run) }
      default: settled.append(block)
      }
    }
    return settled
  }

  private static func isText(_ block: Block) -> Bool {
    switch block {
    case .title, .byline, .dateline, .summary, .figure, .furniture: false
    default: true
    }
  }
}
