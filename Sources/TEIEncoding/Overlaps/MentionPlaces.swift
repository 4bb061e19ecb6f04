import ArticleModel

/// Where an article has room for mentions: inside one run, and on one side of the end of an item's label.
struct MentionPlaces {
  /// Runs with text, in the order of the source.
  private var runs: [SourceRange] = []
  /// Labels of items, in the order of the source.
  private var labels: [SourceRange] = []

  init(_ structure: ArticleStructure) {
    for block in structure.blocks {
      if case .list(let list) = block { collect(list) }
      block.forEachRun { if !$0.range.isEmpty { runs.append($0.range) } }
    }
  }

  private mutating func collect(_ list: ListBlock) {
    for item in list.items {
      if let label = item.label { labels.append(label) }
      for sublist in item.sublists { collect(sublist) }
    }
  }

  /// Whether a range lies in one run.
  func holds(_ range: SourceRange) -> Bool { Self.last(runs, from: range.start)?.contains(range) ?? false }

  /// Whether a range lies partly in a label.
  func isCut(_ range: SourceRange) -> Bool {
    guard let label = Self.last(labels, from: range.start) else { return false }
    return range.start < label.end && range.end > label.end
  }

  /// The last of ordered, disjoint ranges that begins at an offset or before it.
  private static func last(_ ranges: [SourceRange], from offset: Int32) -> SourceRange? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : ranges[low - 1]
  }
}
