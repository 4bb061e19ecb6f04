import ArticleModel

/// Finds tables whose cells tabs divide.
struct TabTables {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  func label(_ labels: inout [LineLabel?]) {
    var index = 0
    while index < lines.count {
      guard lines[index].tabs > 0, labels[index] == nil else {
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.count, lines[end].tabs > 0, labels[end] == nil { end += 1 }
      if !label(index..<end, &labels, width: Self.commonest) { labelEqual(index..<end, &labels) }
      index = end
    }
  }

  /// Runs of at least two lines with the same number of inner tabs.
  private func labelEqual(_ range: Range<Int>, _ labels: inout [LineLabel?]) {
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index + 1
      while end < range.upperBound, lines[end].tabs == lines[index].tabs { end += 1 }
      _ = label(index..<end, &labels) { counts in Set(counts).count == 1 ? counts[0] : nil }
      index = end
    }
  }

  /// Labels the lines as the rows of one table, where `width` finds how many tabs a full row has.
  private func label(_ range: Range<Int>, _ labels: inout [LineLabel?], width: ([Int]) -> Int?) -> Bool {
    guard range.count >= 2 else { return false }
    let rows = rows(range)
    let counts = rows.map { row in bytes[row.bytes].lazy.filter { $0 == 0x09 }.count }
    guard let width = width(counts), width > 1 || !range.allSatisfy({ lines[$0].endsSentence }) else { return false }
    for (row, index) in zip(rows, range) { labels[index] = LineLabel(.row(.tabs), row, certainty: 0.85) }
    return true
  }

  /// The number of tabs that at least two of three rows have, where no row has more.
  private static func commonest(_ counts: [Int]) -> Int? {
    guard let most = counts.max() else { return nil }
    let full = counts.count { $0 == most }
    return full >= 2 && full * 3 >= counts.count * 2 ? most : nil
  }

  /// The rows with the tabs before and behind their text: empty cells, unless all rows are indented by one.
  private func rows(_ range: Range<Int>) -> [SourceRange] {
    let isIndented = range.allSatisfy { tabBefore($0) != nil }
    return range.map { index in
      var row = lines[index].text
      if !isIndented, let tab = tabBefore(index) { row.start = tab }
      var end = Int(row.end)
      while end < bytes.count, bytes[end] == 0x09 || bytes[end] == 0x20 {
        end += 1
        if bytes[end - 1] == 0x09 { row.end = Int32(end) }
      }
      return row
    }
  }

  /// Where a tab stands before the text of a line.
  private func tabBefore(_ index: Int) -> Int32? {
    let line = lines[index]
    return (line.start..<line.text.start).first { bytes[Int($0)] == 0x09 }
  }
}
