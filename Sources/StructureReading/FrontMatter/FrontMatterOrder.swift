import ArticleModel

/// Keeps front matter where TEI allows it: at the head, with nothing but site furniture before it and text after it.
enum FrontMatterOrder {
  static func settled(_ blocks: [Block]) -> [Block] {
    let firstFrontMatter = blocks.firstIndex(where: isFrontMatter) ?? 0
    let hasText = blocks[firstFrontMatter...].contains { !isFrontMatter($0) }
    var mayFollow = hasText
    var hasFrontMatter = false
    return blocks.map { block in
      switch block {
      case .title(let run) where !mayFollow: return .heading(run, level: 1)
      case .byline(let run) where !mayFollow, .dateline(let run) where !mayFollow: return .paragraph(run)
      case .title, .byline, .dateline: hasFrontMatter = true
      // Furniture above the title has a place of its own in TEI; below it, it is part of the body.
      case .furniture: if hasFrontMatter { mayFollow = false }
      default: mayFollow = false
      }
      return block
    }
  }

  private static func isFrontMatter(_ block: Block) -> Bool {
    switch block {
    case .title, .byline, .dateline: true
    default: false
    }
  }
}
