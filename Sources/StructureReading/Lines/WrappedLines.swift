import ArticleModel

/// Finds lines that go on with the text of the line above: paragraphs and items broken at a fixed width.
struct WrappedLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>
  /// A broken line is at least this wide: the width of the widest line that another follows, less a ragged word.
  private let brokenWidth: Int32
  /// Text broken by hand or by a mail program is rarely wider.
  static let widest: Int32 = 110
  /// The further paragraphs of an item have this many lines at most.
  private static let longestParagraphs = 60

  init(lines: [SourceLine], bytes: UnsafeBufferPointer<UInt8>) {
    self.lines = lines
    self.bytes = bytes
    var width: Int32 = 0
    for index in lines.indices.dropLast() where !lines[index + 1].isBlank && lines[index].length <= Self.widest {
      width = max(width, lines[index].length)
    }
    brokenWidth = width * 4 / 5
  }

  func label(_ labels: inout [LineLabel?]) {
    let isWrapped = paragraphsAreWrapped(labels)
    // What the block is that the line above belongs to; nil below a blank line.
    var above: LineLabel.Kind?
    for index in lines.indices {
      if let block = above, labels.isOpen(index, lines), continues(block, at: index, isWrapped) {
        labels[index] = LineLabel(.continuation, lines[index].text, certainty: 0.9)
      } else if case .item(let marker)? = above, lines[index].isBlank,
        let next = furtherParagraph(index, marker, labels)
      {
        // The blank lines between the paragraphs of an item belong to its text.
        for line in index..<next { labels[line] = LineLabel(.continuation, lines[line].text, certainty: 0.9) }
        labels[next] = LineLabel(.continuation, lines[next].text, certainty: 0.9)
      } else if labels[index]?.kind == .continuation {
        continue
      } else {
        // Open lines count as paragraphs.
        above = lines[index].isBlank ? nil : labels[index]?.kind ?? .paragraph
      }
    }
  }

  /// Whether each line goes on with the one above because that is broken at a fixed width, whatever either may be.
  func breaks(_ labels: [LineLabel?]) -> [Bool] {
    guard paragraphsAreWrapped(labels) else { return [Bool](repeating: false, count: lines.count) }
    return lines.indices.map { $0 > 0 && !lines[$0].isBlank && !lines[$0 - 1].isBlank && isBroken($0 - 1) }
  }

  /// The first line of a second paragraph of an item, below blank lines: as far in as the text of the item, or at least
  /// further in than its mark where another item follows.
  private func furtherParagraph(_ blank: Int, _ marker: ListMarker, _ labels: [LineLabel?]) -> Int? {
    var start = blank
    while start < lines.count, lines[start].isBlank { start += 1 }
    guard start < lines.count, start - blank <= 2, labels[start] == nil, lines[start].indent >= marker.indent + 2 else {
      return nil
    }
    var end = start
    while end < min(lines.count, start + Self.longestParagraphs),
      lines[end].isBlank || labels[end] == nil && lines[end].indent >= marker.indent + 2
    {
      end += 1
    }
    guard end < lines.count, case .item(let next) = labels[end]?.kind else { return nil }
    return next.indent <= marker.indent + 1 ? start : nil
  }

  private func continues(_ block: LineLabel.Kind, at index: Int, _ isWrapped: Bool) -> Bool {
    switch block {
    case .item(let marker):
      Self.hangs(lines[index].indent, below: marker.indent) || isWrapped && isBroken(index - 1)
    case .paragraph: isWrapped && isBroken(index - 1)
    default: false
    }
  }

  /// Whether an indentation is that of text hanging below an item's mark; text pushed far to the right is something else.
  private static func hangs(_ indent: Int32, below mark: Int) -> Bool {
    indent > mark && indent >= 2 && indent <= mark + 16
  }

  /// Whether a line is as wide as a broken line of this text would be: the first word below would not have fitted.
  private func isBroken(_ index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    return lines[index].length + firstWordLength(index + 1) + 1 >= brokenWidth
  }

  private func firstWordLength(_ index: Int) -> Int32 {
    var length: Int32 = 0
    for byte in bytes[lines[index].text.bytes] {
      if Characters.isASCIISpace(byte) { break }
      if byte & 0xC0 != 0x80 { length += 1 }
    }
    return length
  }

  private func isItem(_ label: LineLabel?) -> Bool {
    if case .item = label?.kind { true } else { false }
  }

  /// Whether most lines that are followed by another end in the middle of a sentence and none is very long.
  private func paragraphsAreWrapped(_ labels: [LineLabel?]) -> Bool {
    var followed = 0
    var broken = 0
    // Of those, the ones below which no capital begins the line: headlines above one another have few.
    var inside = 0
    var long = 0
    for index in lines.indices.dropLast() where labels.isOpen(index, lines) || isItem(labels[index]) {
      if lines[index].length > Self.widest { long += 1 }
      guard labels.isOpen(index + 1, lines), lines[index].length >= 40 else { continue }
      followed += 1
      if !lines[index].endsSentence, lines[index].lastMark != 0x3A {
        broken += 1
        let next = lines[index + 1].first
        if Characters.isLetter(next), !Characters.isUpper(next) { inside += 1 }
      }
    }
    return followed >= 2 && broken * 2 > followed && inside * 4 >= broken && long * 4 <= followed
  }
}
