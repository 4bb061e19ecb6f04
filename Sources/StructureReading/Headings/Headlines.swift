import ArticleModel

/// Finds headings in headline style, each word but the small ones with a capital, between two paragraphs: no sentence is
/// written so, however long it is.
struct Headlines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  /// Shorter lines may be names.
  private static let fewestWords = 4

  /// Words of four letters and more that headline style leaves small.
  private static let smallWords = Set(
    words: """
      with from into onto over upon about after amid among before behind between beyond down during like near next off \
      past since than that through till toward towards under until what when where which while within without your
      """)

  func label(_ labels: inout [LineLabel?]) {
    let headings = HeadingLines(lines: lines, bytes: bytes)
    var above: Int?
    for index in lines.indices where !lines[index].isBlank {
      defer { above = index }
      guard labels[index] == nil, lines[index].capitalisedLongWords >= Self.fewestWords, let above,
        isText(above, labels), let below = labels.next(after: index, lines), isParagraph(below, labels),
        headings.veto(index, labels) == nil, !lines[index].endsSentence || lines[index].lastMark == 0x3F,
        lines[index].lowerLetters > lines[index].upperLetters, isHeadline(lines[index])
      else { continue }
      labels[index] = LineLabel(.heading(level: 1), lines[index].text, certainty: 0.85)
    }
  }

  private func isText(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    switch labels[index]?.kind {
    case .item, .row, .continuation: true
    default: isParagraph(index, labels)
    }
  }

  private func isParagraph(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    labels[index] == nil && lines[index].length >= 100 && lines[index].endsSentence
  }

  private func isHeadline(_ line: SourceLine) -> Bool {
    var small = line.longWords - line.capitalisedLongWords
    guard small > 0 else { return true }
    for word in FoldedLine(line.text, bytes).words where Self.smallWords.contains(word) { small -= 1 }
    return small <= 0
  }
}
