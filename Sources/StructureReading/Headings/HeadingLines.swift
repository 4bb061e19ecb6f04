import ArticleModel

/// Finds the headings among lines that nothing marks.
///
/// A heading is short, is no sentence, and has something below it. The evidence is added up; where the sum is above
/// zero the line is a heading. The weights were set by hand on real pages; ``TrainedLineLabeller`` takes this judgement as one
/// feature among many.
struct HeadingLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  func label(_ labels: inout [LineLabel?]) {
    let typical = typicalLength(labels)
    for index in lines.indices where labels.isOpen(index, lines) {
      let score = self.score(index, labels, typical)
      guard score > 0 else { continue }
      labels[index] = LineLabel(
        .heading(level: 1), lines[index].text, certainty: min(0.95, 0.55 + Float(score) * 0.1))
    }
  }

  /// The median length of the lines that end as sentences do.
  private func typicalLength(_ labels: [LineLabel?]) -> Int32 {
    var lengths = lines.indices.filter { labels.isOpen($0, lines) && lines[$0].endsSentence }.map { lines[$0].length }
    guard !lengths.isEmpty else { return 200 }
    lengths.sort()
    return lengths[lengths.count / 2]
  }

  /// The longest heading, in characters.
  static let longest: Int32 = 130

  /// Why a line can be no heading, whatever else speaks for it.
  enum Veto: String {
    case long = "more than 130 characters"
    case words = "no word, or more than 20"
    case letters = "fewer than two letters"
    case wrapped = "goes on in the line below"
    case last = "nothing below it"
    case hashtag = "begins with #"
    case brackets = "stands in brackets"
    case leaders = "dots lead to a page or a price"
    case parts = "parts between pipes"
    case credit = "a credit or caption"
    case ending = "ends as a sentence or a clause does"
  }

  /// What keeps a line that nothing settles from being a heading; nil where nothing does.
  func veto(_ index: Int, _ labels: [LineLabel?]) -> Veto? {
    let line = lines[index]
    if line.length > Self.longest { return .long }
    if !(1...20).contains(line.words) { return .words }
    if line.upperLetters + line.lowerLetters < 2 { return .letters }
    if isWrapped(index, labels) { return .wrapped }
    if labels.next(after: index, lines) == nil { return .last }
    if line.first == 0x23 { return .hashtag }
    // "[Music]", "[Refrain]"
    if line.first == 0x5B, line.last == 0x5D { return .brackets }
    // "Home | News | Sport"; a title may have one pipe, before the name of the site.
    if line.pipes > 1 { return .parts }
    if hasLeaders(line) { return .leaders }
    if Credits.isCredit(line, bytes) { return .credit }
    switch line.lastMark {
    case 0x2E, 0x2C, 0x3A, 0x3B, 0x2026, 0x2D, 0x2013, 0x7C: return .ending
    default: return nil
    }
  }

  /// Whether dots lead from words to a figure: "2 Methods ....... 5" in a table of contents.
  private func hasLeaders(_ line: SourceLine) -> Bool {
    guard Characters.isDigit(line.last) || !Characters.isLetter(line.last) else { return false }
    var dots = 0
    for byte in bytes[line.text.bytes] {
      dots = byte == 0x2E ? dots + 1 : 0
      if dots == 4 { return true }
    }
    return false
  }

  private func score(_ index: Int, _ labels: [LineLabel?], _ typical: Int32) -> Double {
    guard veto(index, labels) == nil, let next = labels.next(after: index, lines) else { return -10 }
    let line = lines[index]
    var score = -0.6
    score += shape(line, typical)
    score += below(index, next, labels, typical)
    score += above(index, labels)
    return score
  }

  /// Whether the line is one of several that make a paragraph.
  private func isWrapped(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    index + 1 < lines.count && labels[index + 1]?.kind == .continuation
  }

  private func shape(_ line: SourceLine, _ typical: Int32) -> Double {
    var score = 0.0
    if line.length <= 60 { score += 0.3 }
    if line.length * 2 > typical { score -= 0.4 }
    let isUpper = line.upperLetters > 3 && line.lowerLetters == 0
    if isUpper { score += 0.6 }
    if line.longWords >= 2, line.capitalisedLongWords * 4 >= line.longWords * 3 { score += 0.7 }
    if line.longWords >= 3, line.capitalisedLongWords == 0 { score -= 0.2 }
    // Begins with a small letter, a quotation mark, a bracket: a caption, a quotation, a remnant.
    if Characters.isLower(line.first) { score -= 1.5 }
    if Characters.isOpening(line.first), line.first != 0xBF, line.first != 0xA1 { score -= 0.5 }
    if line.lastMark == 0x3F { score += 0.5 }
    if line.lastMark == 0x21 { score -= 0.2 }
    // The full stop of "1. The Harvest" ends no sentence.
    let isNumbered = HeadingNumber.read(line.text, bytes)?.scheme == HeadingNumber.figures
    if line.innerSentenceEnds > (isNumbered ? 1 : 0) { score -= 0.8 }
    if line.words == 1 { score -= 0.2 }
    if line.digits > 0, line.digits * 3 > line.length { score -= 0.8 }
    return score
  }

  private func below(_ index: Int, _ next: Int, _ labels: [LineLabel?], _ typical: Int32) -> Double {
    let below = lines[next]
    switch labels[next]?.kind {
    case .item: return 0.1
    case .row: return 0.2
    case .heading: return 0.2
    case .furniture: return -0.8
    case .paragraph, nil:
      if below.length > 130 || below.endsSentence && below.length > 60 { return 0.8 }
      if below.lastMark == 0x3A { return 0.4 }
      return below.length <= lines[index].length + 10 ? -0.6 : -0.1
    default: return -0.3
    }
  }

  private func above(_ index: Int, _ labels: [LineLabel?]) -> Double {
    var above = index - 1
    while above >= 0, lines[above].isBlank { above -= 1 }
    guard above >= 0 else { return 0.2 }
    switch labels[above]?.kind {
    case .heading: return -0.1
    case .item, .row, .delimiterRow, .mark, .continuation: return 0.2
    case .furniture: return -0.1
    case .title, .byline, .dateline: return -0.2
    default: return lines[above].endsSentence ? 0.3 : (lines[above].lastMark == 0x3A ? -0.6 : -0.3)
    }
  }
}
