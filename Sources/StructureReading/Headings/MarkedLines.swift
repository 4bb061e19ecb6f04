import ArticleModel

/// Finds what Markdown marks: `## Heading`, a heading underlined with `===`, `**Heading**`, a rule of `---`; and headings
/// with the button of a wiki behind them: "History[edit]".
struct MarkedLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  func label(_ labels: inout [LineLabel?]) {
    for index in lines.indices where labels.isOpen(index, lines) {
      if let (level, text) = hashHeading(lines[index]) {
        labels[index] = LineLabel(.heading(level: level), text, certainty: 0.97)
      } else if let text = boldLine(lines[index]) {
        labels[index] = LineLabel(.heading(level: 1), text, certainty: 0.8)
      } else if isEditable(lines[index]) {
        labels[index] = LineLabel(.heading(level: 1), lines[index].text, certainty: 0.95)
      } else if RuleLine.isOne(lines[index], bytes) {
        labels[index] = LineLabel(.mark, lines[index].text)
        underline(index, &labels)
      }
    }
  }

  private func hashHeading(_ line: SourceLine) -> (level: Int, text: SourceRange)? {
    guard line.first == 0x23, line.words > 0 else { return nil }
    var start = Int(line.text.start)
    var end = Int(line.text.end)
    while start < end, bytes[start] == 0x23 { start += 1 }
    let level = start - Int(line.text.start)
    guard level <= 6, start < end, Characters.isASCIISpace(bytes[start]) else { return nil }
    while start < end, Characters.isASCIISpace(bytes[start]) { start += 1 }
    // Closing hash marks, as in "## Heading ##".
    let closing = end
    while end > start, bytes[end - 1] == 0x23 { end -= 1 }
    if end == closing || end == start || !Characters.isASCIISpace(bytes[end - 1]) { end = closing }
    while end > start, Characters.isASCIISpace(bytes[end - 1]) { end -= 1 }
    return (level, SourceRange(start: Int32(start), end: Int32(end)))
  }

  /// The text of a short line that is bold as a whole.
  private func boldLine(_ line: SourceLine) -> SourceRange? {
    guard line.first == 0x2A, line.last == 0x2A, line.length > 4, line.length <= 120 else { return nil }
    let text = SourceRange(start: line.text.start + 2, end: line.text.end - 2)
    guard bytes[Int(line.text.start) + 1] == 0x2A, bytes[Int(text.end)] == 0x2A, !bytes[text.bytes].contains(0x2A),
      !Characters.isASCIISpace(bytes[Int(text.start)]), !Characters.isASCIISpace(bytes[Int(text.end) - 1]),
      bytes[Int(text.end) - 1] != 0x3A, bytes[Int(text.end) - 1] != 0x2E
    else { return nil }
    return text
  }

  /// The words that the buttons of wikis begin with.
  private static let buttons = Set<WordKey>(words: "edit bearbeiten quelltext modifier editar")

  /// Whether the button that edits a section ends a short line: "Histoire [modifier | modifier le code]".
  private func isEditable(_ line: SourceLine) -> Bool {
    guard line.last == 0x5D, line.length <= HeadingLines.longest, line.words <= 20,
      let open = bytes[line.text.bytes].lastIndex(of: 0x5B), open > Int(line.text.start), line.text.end > open + 2
    else { return false }
    let button = FoldedLine(SourceRange(start: Int32(open + 1), end: line.text.end - 1), bytes)
    var words = button.words
    guard button.start == 0, let first = words.next() else { return false }
    return Self.buttons.contains(first)
  }

  /// A rule right below a short line that begins a block underlines a heading.
  private func underline(_ index: Int, _ labels: inout [LineLabel?]) {
    let mark = lines[index].first
    guard index > 0, mark == 0x3D || mark == 0x2D, labels.isOpen(index - 1, lines), lines[index - 1].length <= 120,
      index == 1 || lines[index - 2].isBlank, lines[index].length * 2 >= lines[index - 1].length
    else { return }
    labels[index - 1] = LineLabel(.heading(level: mark == 0x3D ? 1 : 2), lines[index - 1].text, certainty: 0.95)
  }
}

/// A line of at least three `-`, `=`, `*` or `_`, spaces allowed between.
enum RuleLine {
  static func isOne(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.words == 0, let mark = UInt8(exactly: line.first), [0x2D, 0x3D, 0x2A, 0x5F].contains(mark) else {
      return false
    }
    let text = bytes[line.text.bytes]
    return text.allSatisfy { $0 == mark || $0 == 0x20 } && text.lazy.filter { $0 == mark }.count >= 3
  }
}
