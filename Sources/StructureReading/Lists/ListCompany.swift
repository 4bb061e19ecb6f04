import ArticleModel

/// Whether a mark has others of its kind near it, with no text between but that of items.
struct ListCompany {
  let lines: [SourceLine]
  let markers: [ListLines.Found?]
  /// Where the text of the line above goes on because it is broken at a fixed width.
  let breaks: [Bool]

  /// The text of one item goes on over this many lines at most.
  private static let mostContinuations = 12

  /// Whether the item before or after is of the same kind and counts on.
  func has(_ index: Int, _ marker: ListMarker) -> Bool { hasNext(index, marker) || before(index, marker) != nil }

  func hasNext(_ index: Int, _ marker: ListMarker) -> Bool { neighbour(index, step: 1, marker) != nil }

  func before(_ index: Int, _ marker: ListMarker) -> Int? { neighbour(index, step: -1, marker) }

  private func neighbour(_ index: Int, step: Int, _ marker: ListMarker) -> Int? {
    var other = index + step
    var blanks = 0
    var continuations = 0
    while lines.indices.contains(other) {
      if let found = markers[other]?.marker {
        (blanks, continuations) = (0, 0)
        if found.isLike(marker), found.indent <= marker.indent + 1 {
          return found.indent >= marker.indent - 1 && follows(found, marker, step) ? other : nil
        }
        // The list around this one; or a list below "2.1", which is then a heading.
        if found.indent + 1 < marker.indent { return nil }
        if marker.depth > 1, found.depth <= marker.depth, found.indent <= marker.indent + 1 { return nil }
      } else if lines[other].isBlank {
        blanks += 1
        if blanks > 2 { return nil }
      } else {
        continuations += 1
        guard lines[other].indent > marker.indent || breaks[other], continuations <= Self.mostContinuations else {
          return nil
        }
      }
      other += step
    }
    return nil
  }

  private func follows(_ found: ListMarker, _ marker: ListMarker, _ step: Int) -> Bool {
    guard let ordinal = marker.ordinal, let next = found.ordinal else { return true }
    guard found.prefix == marker.prefix else { return false }
    if found.style != marker.style {
      guard found.indent == marker.indent, let letter = marker.letter, let nextLetter = found.letter else {
        return false
      }
      return nextLetter - letter == step
    }
    // Markdown may number each item 1.
    return next - ordinal == step || next == ordinal && marker.style == .number && marker.depth == 1
  }
}

extension ListMarker {
  /// The place in the alphabet of a marker that is one letter: "i", "v" and "x" are letters and numerals.
  fileprivate var letter: Int? {
    switch (style, label?.count) {
    case (.letter, _): ordinal
    case (.roman, 1): ordinal == 1 ? 9 : ordinal == 5 ? 22 : 24
    default: nil
    }
  }
}
