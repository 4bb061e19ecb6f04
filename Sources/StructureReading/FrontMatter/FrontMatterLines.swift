import ArticleModel

/// Finds the title, the by-line, the date line and a standfirst at the head of an article, and the by-line at its end.
struct FrontMatterLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>
  /// Lines looked at: front matter comes before the first paragraphs.
  private static let depth = 12
  /// Lines looked at for who wrote it at the end.
  private static let tail = 6
  /// A standfirst is no longer, in characters.
  private static let longestStandfirst: Int32 = 400

  func label(_ labels: inout [LineLabel?]) {
    head(&labels)
    end(&labels)
  }

  private func head(_ labels: inout [LineLabel?]) {
    var hasTitle = false
    // Whether only furniture stands above.
    var isTop = true
    var seen = 0
    var standfirst: Int?
    for index in lines.indices where !lines[index].isBlank {
      seen += 1
      guard seen <= Self.depth else { return }
      if let label = labels[index] {
        switch label.kind {
        case .heading where !hasTitle:
          // A marked heading at the very head is the title.
          hasTitle = true
          if seen <= 2 { labels[index] = LineLabel(.title, label.text, certainty: label.certainty) }
        case .title, .furniture, .mark, .continuation, .heading, .credit, .figureCaption: break
        // The day of "1. Februar 2022" looks like the number of an item.
        case .item where DatelinePhrases.isDateline(lines[index], bytes):
          labels[index] = LineLabel(.dateline, lines[index].text, certainty: 0.85)
        default: return
        }
        continue
      }
      let line = lines[index].withoutEmphasis(bytes)
      if let kind = frontMatter(line, index, labels, hasTitle: hasTitle, standfirst) {
        labels[index] = LineLabel(kind, line.text, certainty: 0.9)
        // What stands between a title and a by-line says in short what the article says.
        if let place = standfirst, hasText(below: index, labels) {
          labels[place] = LineLabel(.summary, lines[place].text, certainty: 0.8)
        }
        standfirst = nil
      } else if standfirst != nil {
        return
      } else if !hasTitle, isTop || seen <= 3, isTitle(index, labels) {
        title(index, isTop: isTop, &labels)
        hasTitle = true
      } else if hasTitle, isStandfirst(index, labels) {
        standfirst = index
      } else if line.length > 160 || line.endsSentence {
        return
      }
      isTop = false
    }
  }

  private func frontMatter(
    _ line: SourceLine, _ index: Int, _ labels: [LineLabel?], hasTitle: Bool, _ standfirst: Int?
  ) -> LineLabel.Kind? {
    if BylinePhrases.isByline(line, bytes) { return .byline }
    if DatelinePhrases.isDateline(line, bytes), !isDay(line, index, labels) { return .dateline }
    if Summaries(bytes: bytes).isAnnounced(line.text) { return .summary }
    guard hasTitle, let above = labels.last(before: index, lines) else { return nil }
    // "By Ana Kovač" above "Associated Press".
    if labels[above]?.kind == .byline, index == above + 1, isAgency(line) { return .byline }
    guard isName(line, index, labels) else { return nil }
    switch labels[above]?.kind {
    case .title, .furniture: return .byline
    default: return above == standfirst ? .byline : nil
    }
  }

  /// Whether a bare date below text, where a date line stands above, heads what happened on that day.
  private func isDay(_ line: SourceLine, _ index: Int, _ labels: [LineLabel?]) -> Bool {
    guard let above = labels.last(before: index, lines), labels[above] == nil,
      !DatelinePhrases.isAnnounced(line, bytes)
    else { return false }
    return labels[..<above].contains { $0?.kind == .dateline }
  }

  private func isAgency(_ line: SourceLine) -> Bool {
    guard line.length <= 40, !line.endsSentence, line.capitalisedWords == line.words else { return false }
    return DatelineWords.agency(UnsafeBufferPointer(rebasing: bytes[line.text.bytes])) == .known
  }

  /// A name by itself is who wrote it, where a date line stands below.
  private func isName(_ line: SourceLine, _ index: Int, _ labels: [LineLabel?]) -> Bool {
    guard !line.endsSentence, line.length <= 60, let below = labels.next(after: index, lines),
      DatelinePhrases.isDateline(lines[below], bytes)
    else { return false }
    return BylinePhrases.isBareName(line.text, bytes) || BylinePhrases.isDesk(line, bytes)
  }

  /// Whether a line right below the title may be a standfirst: a paragraph, neither long nor a heading of other text.
  private func isStandfirst(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    let line = lines[index]
    guard (40...Self.longestStandfirst).contains(line.length), line.words >= 7,
      labels.next(after: index, lines).map({ labels[$0]?.kind != .continuation }) ?? false,
      let above = labels.last(before: index, lines)
    else { return false }
    return labels[above]?.kind == .title || labels[above]?.kind.isFurniture == true
  }

  /// Whether the text of the article stands below a by-line: then what stands above is not the text.
  private func hasText(below index: Int, _ labels: [LineLabel?]) -> Bool {
    var next = labels.next(after: index, lines)
    for _ in 0..<6 {
      guard let line = next else { return false }
      if labels[line] == nil, lines[line].length > 100 || lines[line].endsSentence { return true }
      next = labels.next(after: line, lines)
    }
    return false
  }

  /// Labels the title, and what stands above it or twice.
  private func title(_ index: Int, isTop: Bool, _ labels: inout [LineLabel?]) {
    var title = index
    if isTop, let repeated = repetition(of: index, labels) {
      // "Title | The Paper" is what the window of the browser says, and the title stands below it.
      title = lines[repeated].length < lines[index].length ? repeated : index
      let other = title == index ? repeated : index
      labels[other] = LineLabel(.furniture(.navigation), lines[other].text, certainty: 0.7)
    } else if let below = titleBelowGenre(index, labels) ?? (isTop ? titleBelow(index, labels) : nil) {
      labels[index] = LineLabel(.furniture(.navigation), lines[index].text, certainty: 0.6)
      title = below
    }
    labels[title] = LineLabel(.title, lines[title].text, certainty: 0.85)
  }

  /// The line below the first that is the same, the first perhaps with the name of the site behind it ("Title | The Paper").
  private func repetition(of index: Int, _ labels: [LineLabel?]) -> Int? {
    guard lines[index].words >= 3 else { return nil }
    var next = index
    for _ in 0..<2 {
      guard let below = labels.next(after: next, lines) else { return nil }
      next = below
      let (page, title) = (bytes[lines[index].text.bytes], bytes[lines[next].text.bytes])
      guard labels[next] == nil, lines[next].words >= 3, page.starts(with: title) else { continue }
      let rest = page.dropFirst(title.count).drop { Characters.isASCIISpace($0) }
      if rest.isEmpty || rest.first == 0x7C || rest.first == 0x2D || rest.first == 0xE2 || rest.first == 0xC2 {
        return next
      }
    }
    return nil
  }

  /// The title, where the first line is only the name of a section of the site ("Tech") that stands above it.
  private func titleBelow(_ index: Int, _ labels: [LineLabel?]) -> Int? {
    guard lines[index].words <= 2, lines[index].length <= 24, lines[index].lastMark != 0x21,
      let next = labels.next(after: index, lines),
      labels[next] == nil, lines[next].words >= 5, isTitle(next, labels), let text = labels.next(after: next, lines),
      lines[text].length > lines[next].length && (lines[text].endsSentence || isSigned(text, labels))
        || BylinePhrases.isByline(lines[text], bytes) || DatelinePhrases.isDateline(lines[text], bytes)
        || isName(lines[text], text, labels),
      !BylinePhrases.isByline(lines[next], bytes), !DatelinePhrases.isDateline(lines[next], bytes)
    else { return nil }
    return next
  }

  /// Whether who wrote the article, or when, stands below a line.
  private func isSigned(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    guard let below = labels.next(after: index, lines) else { return false }
    return BylinePhrases.isByline(lines[below], bytes) || DatelinePhrases.isDateline(lines[below], bytes)
      || isName(lines[below], below, labels)
  }

  /// What says of a text no more than that it is a press release.
  private static let genres = [
    "for immediate release", "press release", "news release", "media release", "pressemitteilung", "medienmitteilung",
    "presseinformation", "communiqué de presse", "nota de prensa", "comunicado de prensa",
  ].map { Array($0.utf8) }

  /// The title, where the line above it only says that this is a press release.
  private func titleBelowGenre(_ index: Int, _ labels: [LineLabel?]) -> Int? {
    guard lines[index].length <= 30, let next = labels.next(after: index, lines), labels[next] == nil,
      lines[next].words >= 3, isTitle(next, labels)
    else { return nil }
    let folded = FoldedLine(lines[index].text, bytes)
    return Self.genres.contains { folded.isWhole($0, from: folded.start) } ? next : nil
  }

  /// A line that could head the whole article: short, no sentence, with text below it.
  private func isTitle(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    let line = lines[index]
    guard line.length <= 200, line.words >= 1, line.words <= 30, line.upperLetters + line.lowerLetters > 0,
      line.innerSentenceEnds == 0 || line.length <= 120,
      line.pipes == 0 || line.pipes == 1 && line.words >= 4 && line.last != 0x7C
    else { return false }
    switch line.lastMark {
    case 0x2E where !endsWithInitial(line), 0x3A, 0x2C, 0x3B: return false
    default: break
    }
    guard !isEntry(index), !isSentence(index, labels), let next = labels.next(after: index, lines) else { return false }
    // A first paragraph without a full stop is no title: the text below a title is longer than it, or another part.
    return line.length <= 120 || lines[next].length > line.length
  }

  /// Whether a full stop at the end belongs to a letter that stands for a word: "e. V.", "U.S."
  private func endsWithInitial(_ line: SourceLine) -> Bool {
    let text = bytes[line.text.bytes]
    guard line.length <= 120, let stop = text.lastIndex(of: 0x2E), stop >= text.startIndex + 4,
      bytes[stop - 1] &- 0x41 < 26
    else { return false }
    return bytes[stop - 2] == 0x2E || bytes[stop - 2] == 0xA0 || bytes[stop - 2] == 0x20 && bytes[stop - 3] == 0x2E
  }

  /// Whether a line belongs to a log or to the head of an e-mail: "[14:02] ana: …", "From: Ana <ana@example.org>".
  private func isEntry(_ index: Int) -> Bool {
    let text = bytes[lines[index].text.bytes]
    if lines[index].first == 0x5B, let second = text.dropFirst().first, second &- 0x30 < 10 { return true }
    guard let colon = text.firstIndex(of: 0x3A) else { return false }
    if let at = text.firstIndex(of: 0x40), colon < at, text[at...].prefix(while: { $0 != 0x20 }).contains(0x2E) {
      return true
    }
    return index > 0 && !lines[index - 1].isBlank && isEntry(index - 1)
  }

  /// Whether a line and those that go on with it end as a sentence does: a paragraph broken at a fixed width.
  private func isSentence(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    var last = index
    while last + 1 < lines.count, labels[last + 1]?.kind == .continuation { last += 1 }
    return last > index && (lines[last].endsSentence || last - index > 2)
  }

  /// Labels who wrote the article and when where its last lines say so: "Reporting by Ana Kovač; editing by Tom Li".
  private func end(_ labels: inout [LineLabel?]) {
    var seen = 0
    for index in lines.indices.reversed() where !lines[index].isBlank && labels[index]?.kind.isFurniture != true {
      seen += 1
      guard seen <= Self.tail, index > 0 else { return }
      guard labels[index] == nil else { continue }
      let line = lines[index].withoutEmphasis(bytes)
      if BylinePhrases.isCredit(line, bytes) {
        labels[index] = LineLabel(.byline, line.text, certainty: 0.85)
      } else if DatelinePhrases.isAnnounced(line, bytes) {
        labels[index] = LineLabel(.dateline, line.text, certainty: 0.85)
      }
    }
  }
}

extension Array where Element == LineLabel? {
  /// The last line before `index` that is neither blank nor a mark.
  func last(before index: Int, _ lines: [SourceLine]) -> Int? {
    var last = index - 1
    while last >= 0 {
      if !lines[last].isBlank, self[last]?.kind != .mark { return last }
      last -= 1
    }
    return nil
  }
}

extension LineLabel.Kind {
  /// Whether a line was taken for furniture.
  var isFurniture: Bool { if case .furniture = self { true } else { false } }
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
