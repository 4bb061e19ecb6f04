import ArticleModel

/// Gives headings their levels: from hash marks and underlines, from numbers, from capitals against small letters, from
/// headings that come again in each section, and from a heading that announces what stands below it.
///
/// Levels count from 1 and none is left out: below a heading of level 1 the next deeper one is of level 2. On real pages
/// three headings in four are of one level, so that whatever proves nothing changes nothing.
public struct HeadingLevels {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  /// TEI has no bound, but readers have: deeper headings are read as of this level.
  static let deepest = 6

  /// The levels of headings that are known, by the indices of their lines.
  public static func levels(of headings: [Int], _ lines: [SourceLine], in source: SourceText) -> [Int] {
    var labels = [LineLabel?](repeating: nil, count: lines.count)
    for index in headings { labels[index] = LineLabel(.heading(level: 1), lines[index].text) }
    source.bytes.withUnsafeBufferPointer { HeadingLevels(lines: lines, bytes: $0).assign(&labels) }
    return headings.map { if case .heading(let level) = labels[$0]?.kind { level } else { 1 } }
  }

  func assign(_ labels: inout [LineLabel?]) {
    let headings = labels.indices.filter { if case .heading = labels[$0]?.kind { true } else { false } }
    guard !headings.isEmpty else { return }
    let levels = Self.withoutGaps(proposed(headings, labels))
    for (index, level) in zip(headings, levels) { labels[index]?.kind = .heading(level: level) }
  }

  /// Levels as what each heading says of itself has them, with gaps.
  private func proposed(_ headings: [Int], _ labels: [LineLabel?]) -> [Int] {
    let marks = headings.map { markedLevel($0, labels) }
    var levels = unmarkedLevels(headings.indices.filter { marks[$0] == nil }.map { headings[$0] }, labels)[...]
    // What hash marks do not mark is inside what they do.
    var around = 0
    return marks.map { mark in
      if let mark {
        around = mark
        return mark
      }
      return around + (levels.popFirst() ?? 1)
    }
  }

  /// The level that hash marks or an underline say; nil where a heading has neither.
  private func markedLevel(_ index: Int, _ labels: [LineLabel?]) -> Int? {
    guard case .heading(let level) = labels[index]?.kind else { return nil }
    if lines[index].first == 0x23 { return level }
    guard index + 1 < lines.count, labels[index + 1]?.kind == .mark else { return nil }
    return lines[index + 1].first == 0x3D || lines[index + 1].first == 0x2D ? level : nil
  }

  // MARK: Headings that nothing marks

  private func unmarkedLevels(_ headings: [Int], _ labels: [LineLabel?]) -> [Int] {
    let texts = headings.map { labels[$0]?.text ?? lines[$0].text }
    let numbers = texts.map { HeadingNumber.read($0, bytes) }
    let isAbove = headings.indices.map { place in
      place + 1 < headings.count && labels.next(after: headings[place], lines) == headings[place + 1]
    }
    var outline = HeadingOutline(
      headings.indices.map { place in
        HeadingOutline.Heading(
          number: numbers[place],
          announces: numbers[place] == nil && (isAbove[place] || HeadingAnnouncement.isOne(texts[place], bytes)))
      })
    let numbered = outline.levels()
    var levels = numbered.map { $0 ?? 1 }
    // What stands right below "Article 3", the last of its series, says what that is about.
    for place in headings.indices.dropFirst()
    where isAbove[place - 1] && numbers[place] == nil && numbers[place - 1] != nil && numbered[place - 1] != nil {
      levels[place] = max(levels[place], levels[place - 1] + 1)
    }
    let hasCapitals = mixesCapitals(headings)
    for place in headings.indices where hasCapitals && !isCapitals(headings[place]) { levels[place] += 1 }
    for place in RepeatedHeadings.places(texts, bytes) where numbered[place] == nil { levels[place] += 1 }
    lowerQuestions(headings, isAbove, &levels)
    return levels
  }

  /// Whether headings in capitals stand above others: the first is one, and more than an abbreviation.
  private func mixesCapitals(_ headings: [Int]) -> Bool {
    guard let first = headings.first, isCapitals(first) else { return false }
    let capitals = headings.filter { isCapitals($0) }
    return capitals.count < headings.count && (capitals.count > 1 || lines[first].words > 1)
  }

  private func isCapitals(_ index: Int) -> Bool { lines[index].upperLetters > 3 && lines[index].lowerLetters == 0 }

  /// Questions right below a heading that is none, "Häufige Fragen", belong to it.
  private func lowerQuestions(_ headings: [Int], _ isAbove: [Bool], _ levels: inout [Int]) {
    func isQuestion(_ place: Int) -> Bool { lines[headings[place]].lastMark == 0x3F }
    var place = 0
    while place + 2 < headings.count {
      guard isAbove[place], !isQuestion(place), lines[headings[place]].length <= 60, isQuestion(place + 1),
        isQuestion(place + 2)
      else {
        place += 1
        continue
      }
      place += 1
      while place < headings.count, isQuestion(place) {
        levels[place] += 1
        place += 1
      }
    }
  }

  /// Levels without gaps: each is one more than that of the nearest heading above that is less deep.
  private static func withoutGaps(_ levels: [Int]) -> [Int] {
    var around: [Int] = []
    return levels.map { level in
      while let last = around.last, last >= level { around.removeLast() }
      around.append(level)
      return min(deepest, around.count)
    }
  }
}
