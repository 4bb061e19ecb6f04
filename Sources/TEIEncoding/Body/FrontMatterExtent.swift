import ArticleModel

/// How much of an article is its front matter, and how much of that stands in TEI's `front`.
///
/// The title and what belongs to it open the `body`. Where site furniture stands before or among them, `front` takes
/// all down to that furniture: there TEI lets front matter and other blocks stand in any order, in `body` it does not.
struct FrontMatterExtent {
  /// How many blocks stand in `front`.
  let front: Int

  init(_ blocks: [Block]) {
    var front = 0
    var furniture = 0
    for (index, block) in blocks.enumerated() {
      if case .furniture = block {
        furniture = index + 1
      } else if Self.isOpening(block) {
        // A picture may stand anywhere.
        if case .figure = block { continue }
        front = furniture
      } else {
        break
      }
    }
    self.front = front
  }

  /// Whether a block may stand before all paragraphs and headings of `body`.
  static func isOpening(_ block: Block) -> Bool {
    switch block {
    case .title, .byline, .dateline, .summary, .figure: true
    default: false
    }
  }
}

extension Block {
  /// The range of the first run.
  var firstRange: SourceRange? {
    var first: SourceRange?
    forEachRun { if first == nil { first = $0.range } }
    return first
  }
}
