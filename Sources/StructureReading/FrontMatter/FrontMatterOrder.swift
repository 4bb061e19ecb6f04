import ArticleModel

/// Keeps front matter where TEI allows it: a title and a summary at the head, with nothing but site furniture and
/// pictures among them and text below.
enum FrontMatterOrder {
  static func settled(_ blocks: [Block]) -> [Block] {
    let head = blocks.firstIndex(where: isText) ?? blocks.count
    // Something must stand in the body: where only front matter ends the article, that is its text.
    let lastFurniture = blocks[..<head].lastIndex { if case .furniture = $0 { true } else { false } }
    let textless = head == blocks.count ? (lastFurniture.map { $0 + 1 } ?? 0)..<head : head..<head
    var hasTitle = false
    return blocks.enumerated().flatMap { index, block -> [Block] in
      let isHead = index < head && !textless.contains(index)
      switch block {
      case .title(let run):
        if isHead, !hasTitle {
          hasTitle = true
          return [block]
        }
        return [.heading(run, level: 1)]
      case .byline(let run) where textless.contains(index), .dateline(let run) where textless.contains(index):
        return [.paragraph(run)]
      case .figure(let figure) where textless.contains(index): return figure.lines.map { .paragraph($0.run) }
      case .summary(let summary) where !isHead:
        return (summary.heading.map { [.heading($0, level: 1)] } ?? []) + summary.blocks
      default: return [block]
      }
    }
  }

  private static func isText(_ block: Block) -> Bool {
    switch block {
    case .title, .byline, .dateline, .summary, .figure, .furniture: false
    default: true
    }
  }
}
