import ArticleModel

/// Finds the lines that are items of lists.
struct ListLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  /// Labels items; leaves every other label as it is.
  func label(_ labels: inout [LineLabel?]) {
    labelDashesBelow(&labels)
    var markers = [(marker: ListMarker, text: SourceRange)?](repeating: nil, count: lines.count)
    for index in lines.indices where labels[index] == nil && !lines[index].isBlank {
      // "* * *" parts sections.
      if !RuleLine.isOne(lines[index], bytes) { markers[index] = ListMarker.read(lines[index], bytes) }
    }
    for (index, found) in markers.enumerated() {
      guard let (marker, text) = found, isItem(index, marker, markers) else { continue }
      labels[index] = LineLabel(.item(marker), text, certainty: marker.style == .bullet ? 0.98 : 0.9)
    }
  }

  /// Items whose lone dash stands on the line below: "Coal fell" over "-".
  private func labelDashesBelow(_ labels: inout [LineLabel?]) {
    for index in lines.indices.dropFirst() where isLoneDash(index) && labels[index - 1] == nil {
      let text = lines[index - 1]
      guard !text.isBlank, !isLoneDash(index - 1) else { continue }
      labels[index] = LineLabel(.mark, lines[index].text)
      let marker = ListMarker(style: .dashBelow, mark: 0x2D, indent: Int(text.indent))
      labels[index - 1] = LineLabel(.item(marker), text.text, certainty: 0.9)
    }
  }

  private func isLoneDash(_ index: Int) -> Bool { lines[index].text.count == 1 && lines[index].first == 0x2D }

  private func isItem(_ index: Int, _ marker: ListMarker, _ markers: [(marker: ListMarker, text: SourceRange)?]) -> Bool
  {
    switch marker.style {
    case .dashBelow: return true
    // A dash of this length also opens speech, and a lone "·" parts a line of links: they want company.
    case .bullet where marker.mark == 6 || marker.mark == 5: return hasCompany(index, marker, markers)
    case .bullet: return true
    // A number alone may number a heading, begin a sentence ("2024. It …") or be a date.
    case .number, .letter, .roman: return hasCompany(index, marker, markers)
    }
  }

  /// Whether the item before or after, with no text but continuation lines between, is of the same kind and counts on.
  private func hasCompany(_ index: Int, _ marker: ListMarker, _ markers: [(marker: ListMarker, text: SourceRange)?])
    -> Bool
  {
    neighbour(index, step: 1, marker, markers) || neighbour(index, step: -1, marker, markers)
  }

  private func neighbour(
    _ index: Int, step: Int, _ marker: ListMarker, _ markers: [(marker: ListMarker, text: SourceRange)?]
  ) -> Bool {
    var other = index + step
    var blanks = 0
    var continuations = 0
    while lines.indices.contains(other) {
      if let found = markers[other]?.marker {
        if found.style == marker.style, found.mark == marker.mark || marker.ordinal != nil {
          guard let ordinal = marker.ordinal, let next = found.ordinal else { return found.mark == marker.mark }
          return next - ordinal == step || (next == ordinal && marker.style == .number)
        }
        // Letters and Roman numerals share "i", "v" and "x".
        if marker.ordinal != nil, found.ordinal != nil, found.mark == marker.mark, found.indent == marker.indent,
          found.style != .number, marker.style != .number
        {
          return true
        }
        if found.indent <= marker.indent, found.style != .bullet { return false }
      } else if lines[other].isBlank {
        blanks += 1
        if blanks > 2 { return false }
      } else {
        // The text of an item that goes on over several lines is indented.
        continuations += 1
        guard lines[other].indent > marker.indent, continuations <= 12 else { return false }
      }
      other += step
    }
    return false
  }
}

/// An item that an extractor glued to its parent: "Coal fell- sharply".
enum GluedItem {
  /// Where the dash of a glued item stands in the text of an item, or nil.
  static func dash(in text: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = Int(text.start) + 1
    let end = Int(text.end)
    while index + 2 < end {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x20, isLetterOrStop(bytes[index - 1]),
        !isSuspended(bytes, after: index + 2, end)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func isLetterOrStop(_ byte: UInt8) -> Bool {
    Characters.isASCIILetter(byte) || byte >= 0x80 || byte &- 0x30 < 10 || byte == 0x2E || byte == 0x29 || byte == 0x3A
      || byte == 0x25
  }

  private static let conjunctions: Set<[UInt8]> = Set(
    "and or und oder bzw bzw. sowie to et ou y o u e as vs vs. through bis als".split(separator: " ").map {
      Array($0.utf8)
    })

  /// A suspended hyphen: "short- and long-term", "Vor- und Nachteile".
  private static func isSuspended(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, bytes[index] > 0x20, bytes[index] != 0x2C { index += 1 }
    if index == start { return true }
    return conjunctions.contains(bytes[start..<index].map { Characters.isASCIILetter($0) ? $0 | 0x20 : $0 })
  }
}
