import ArticleModel

/// Finds headings that numbers mark, where they are no items of a list: "2.1 Olives" below "2. Harvest" or before
/// "2.2 Figs", and lines that count from 1, or down to it, with text below each.
struct NumberedHeadings {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  private struct Key: Hashable {
    var depth: Int
    var prefix: Int
    var ordinal: Int
  }

  func label(_ labels: inout [LineLabel?]) {
    labelSections(&labels)
    labelSeries(&labels)
  }

  private func labelSections(_ labels: inout [LineLabel?]) {
    let candidates = HeadingLines(lines: lines, bytes: bytes)
    var numbers: [(index: Int, key: Key)] = []
    var keys: Set<Key> = []
    for index in lines.indices where labels.isOpen(index, lines) && Characters.isDigit(lines[index].first) {
      guard let number = HeadingNumber.read(lines[index].text, bytes), number.scheme == HeadingNumber.figures,
        !lines[index].endsSentence, candidates.veto(index, labels) == nil
      else { continue }
      let key = Key(depth: number.depth, prefix: number.prefix, ordinal: number.ordinal)
      numbers.append((index, key))
      keys.insert(key)
    }
    guard keys.contains(where: { $0.depth > 1 }) else { return }
    var sections = Set(numbers.indices.filter { isSection(numbers[$0].key, keys) })
    // "3 Results" has no section of its own, but counts on from "2 Methods".
    let chapters = numbers.indices.filter { numbers[$0].key.depth == 1 }
    for (above, below) in zip(chapters, chapters.dropFirst()) where sections.contains(above) {
      if numbers[below].key.ordinal == numbers[above].key.ordinal + 1 { sections.insert(below) }
    }
    for (below, above) in zip(chapters.dropFirst(), chapters).reversed() where sections.contains(below) {
      if numbers[below].key.ordinal == numbers[above].key.ordinal + 1 { sections.insert(above) }
    }
    for place in sections {
      labels[numbers[place].index] = LineLabel(.heading(level: 1), lines[numbers[place].index].text, certainty: 0.9)
    }
  }

  /// Whether "2.1" has a "2" above it or a "2.2" beside it, or "2" a "2.1" below it.
  private func isSection(_ key: Key, _ keys: Set<Key>) -> Bool {
    let first = Key(depth: key.depth + 1, prefix: key.prefix * 1000 + key.ordinal, ordinal: 1)
    guard key.depth > 1 else { return keys.contains(first) }
    let above = Key(depth: key.depth - 1, prefix: key.prefix / 1000, ordinal: key.prefix % 1000)
    func has(_ ordinal: Int) -> Bool { keys.contains(Key(depth: key.depth, prefix: key.prefix, ordinal: ordinal)) }
    // Decimals ("1.5 million") begin anywhere, sections with 1.
    return has(1) && (keys.contains(above) || has(key.ordinal - 1) || has(key.ordinal + 1))
  }

  // MARK: Lines that count on

  /// Fewer lines that count may do so by chance.
  private static let shortestSeries = 3

  private func labelSeries(_ labels: inout [LineLabel?]) {
    let candidates = HeadingLines(lines: lines, bytes: bytes)
    var series: [UInt64: [(index: Int, ordinal: Int)]] = [:]
    var found: [Int] = []
    func end(_ run: [(index: Int, ordinal: Int)]) {
      let withText = run.count { hasText(below: $0.index, labels) }
      if run.count >= Self.shortestSeries, run.contains(where: { $0.ordinal == 1 }), withText * 3 >= run.count * 2 {
        found += run.map(\.index)
      }
    }
    for index in lines.indices where labels.isOpen(index, lines) && lines[index].length <= HeadingLines.longest {
      guard let number = HeadingNumber.read(lines[index].text, bytes), number.depth == 1, isPunctuated(index),
        candidates.veto(index, labels) == nil
      else { continue }
      var run = series[number.scheme] ?? []
      if let last = run.last, !counts(last.ordinal, number.ordinal, run) {
        end(run)
        run = []
      }
      run.append((index, number.ordinal))
      series[number.scheme] = run
    }
    for run in series.values { end(run) }
    for index in found { labels[index] = LineLabel(.heading(level: 1), lines[index].text, certainty: 0.85) }
  }

  /// Whether a number goes on with a series, up or down; one may be missing, since its line is too long or has no space.
  private func counts(_ last: Int, _ next: Int, _ run: [(index: Int, ordinal: Int)]) -> Bool {
    let step = next - last
    guard run.count > 1 else { return (1...2).contains(abs(step)) }
    return (1...2).contains(last > run[run.count - 2].ordinal ? step : -step)
  }

  /// Figures alone, "7 ways", count nothing.
  private func isPunctuated(_ index: Int) -> Bool {
    let text = bytes[lines[index].text.bytes]
    guard let first = text.first, Characters.isDigit(first) else { return true }
    return text.drop { Characters.isDigit($0) }.first.map { $0 != 0x20 } ?? false
  }

  /// Whether a paragraph, a list or a table stands below a line.
  private func hasText(below index: Int, _ labels: [LineLabel?]) -> Bool {
    guard let next = labels.next(after: index, lines) else { return false }
    switch labels[next]?.kind {
    case .item, .row, .caption, .figureCaption: return true
    case nil: return isText(next) || next == index + 1 && isSubject(next, labels)
    default: return false
    }
  }

  private func isText(_ index: Int) -> Bool {
    lines[index].length > HeadingLines.longest / 2 || lines[index].endsSentence
  }

  /// Whether a line between a number and the text says what the text is about: "Definitions" below "Article 2".
  private func isSubject(_ index: Int, _ labels: [LineLabel?]) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].isBlank, HeadingNumber.read(lines[index].text, bytes) == nil,
      let next = labels.next(after: index, lines)
    else { return false }
    return labels[next] == nil && isText(next)
  }
}
