import ArticleModel

/// Finds the title, the by-line and the date line at the head of an article.
struct FrontMatterLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>
  /// Lines looked at: front matter comes before the first paragraphs.
  static let depth = 8

  func label(_ labels: inout [LineLabel?]) {
    var hasTitle = false
    var seen = 0
    for index in lines.indices where !lines[index].isBlank {
      seen += 1
      guard seen <= Self.depth else { return }
      if let label = labels[index] {
        switch label.kind {
        case .heading where !hasTitle:
          // A marked heading at the very head is the title.
          hasTitle = true
          if seen <= 2 { labels[index] = LineLabel(.title, label.text, certainty: label.certainty) }
        case .furniture, .mark, .continuation, .heading: break
        default: return
        }
        continue
      }
      let line = lines[index].withoutEmphasis(bytes)
      if BylinePhrases.isByline(line, bytes) {
        labels[index] = LineLabel(.byline, line.text, certainty: 0.9)
      } else if DatelinePhrases.isDateline(line, bytes) {
        labels[index] = LineLabel(.dateline, line.text, certainty: 0.9)
      } else if !hasTitle, seen <= 3, isTitle(index, labels) {
        if seen == 1, let title = titleBelow(index, labels) {
          labels[index] = LineLabel(.furniture(.navigation), line.text, certainty: 0.6)
          labels[title] = LineLabel(.title, lines[title].text, certainty: 0.8)
        } else {
          labels[index] = LineLabel(.title, line.text, certainty: 0.85)
        }
        hasTitle = true
      } else if line.length > 160 || line.endsSentence {
        return
      }
    }
  }

  /// The title, where the first line is only the name of a section of the site ("Tech") that stands above it.
  private func titleBelow(_ index: Int, _ labels: [LineLabel?]) -> Int? {
    guard lines[index].words <= 2, lines[index].length <= 24, let next = labels.next(after: index, lines),
      labels[next] == nil, lines[next].words >= 5, isTitle(next, labels), let text = labels.next(after: next, lines),
      lines[text].length > lines[next].length, lines[text].endsSentence
    else { return nil }
    return next
  }

  /// A line that could head the whole article: short, no sentence, with text below it.
  private func isTitle(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    let line = lines[index]
    guard line.length <= 200, line.words >= 1, line.words <= 30, line.upperLetters + line.lowerLetters > 0,
      line.innerSentenceEnds == 0 || line.length <= 120, line.pipes == 0
    else { return false }
    switch line.lastMark {
    case 0x2E, 0x3A, 0x2C, 0x3B: return false
    default: break
    }
    guard !isSentence(index, labels), let next = labels.next(after: index, lines) else { return false }
    // A first paragraph without a full stop is no title: the text below a title is longer than it, or another part.
    return line.length <= 120 || lines[next].length > line.length
  }

  /// Whether a line and those that go on with it end as a sentence does: a paragraph broken at a fixed width.
  private func isSentence(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    var last = index
    while last + 1 < lines.count, labels[last + 1]?.kind == .continuation { last += 1 }
    return last > index && (lines[last].endsSentence || last - index > 2)
  }
}

extension SourceLine {
  /// The line without the asterisks or underscores that emphasise it as a whole: "*By Ana Kovač*".
  func withoutEmphasis(_ bytes: UnsafeBufferPointer<UInt8>) -> SourceLine {
    guard first == 0x2A || first == 0x5F, last == first, text.count > 2 else { return self }
    var line = self
    while line.text.count > 2, bytes[Int(line.text.start)] == UInt8(first),
      bytes[Int(line.text.end) - 1] == UInt8(first)
    {
      line.text.start += 1
      line.text.end -= 1
    }
    guard !bytes[line.text.bytes].contains(UInt8(first)), !Characters.isASCIISpace(bytes[Int(line.text.start)]),
      !Characters.isASCIISpace(bytes[Int(line.text.end) - 1])
    else { return self }
    return line
  }
}
