import ArticleModel

/// Finds the lines that are rows of tables.
///
/// A pipe alone makes no table: "READY | STEADY | GO" is prose. A row ends or begins with a pipe, or stands in a table
/// that a delimiter row or its neighbours prove.
struct TableLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  /// Labels the rows and delimiter rows of all tables; leaves every other label as it is.
  func label(_ labels: inout [LineLabel?]) {
    var index = 0
    while index < lines.count {
      guard mayBelong(index) else {
        index += 1
        continue
      }
      var end = index
      while end < lines.count, mayBelong(end) { end += 1 }
      labelPipes(index..<end, &labels)
      index = end
    }
    labelTabs(&labels)
    PlainTables(lines: lines, bytes: bytes).label(&labels)
  }

  /// Whether a line could belong to a table of pipes.
  private func mayBelong(_ index: Int) -> Bool { lines[index].pipes > 0 }

  private func isDelimiter(_ index: Int) -> Bool { DelimiterRow.isOne(lines[index], bytes) }

  // By the bytes of the text, as ``RowSplitter``: a no-break space may stand outside the pipe.
  private func beginsWithPipe(_ index: Int) -> Bool { bytes[Int(lines[index].text.start)] == 0x7C }

  private func endsWithPipe(_ index: Int) -> Bool {
    let line = lines[index]
    let end = Int(line.text.end)
    guard bytes[end - 1] == 0x7C else { return false }
    return !(line.text.count >= 2 && bytes[end - 2] == 0x5C)
  }

  private func labelPipes(_ range: Range<Int>, _ labels: inout [LineLabel?]) {
    let hasDelimiter = range.contains(where: isDelimiter)
    if !hasDelimiter, let dialect = cellPerLine(range) {
      for index in range { labels[index] = LineLabel(.row(dialect), lines[index].text, certainty: 0.9) }
      return
    }
    // Prose with a pipe may stand right before or after a table: only what is bounded by a pipe belongs to it,
    // and, between such lines, what has as many cells as the table.
    let bounded = range.filter { beginsWithPipe($0) || endsWithPipe($0) || isDelimiter($0) }
    guard let first = bounded.first, let last = bounded.last, hasDelimiter || isTable(bounded) else { return }
    for index in first...last {
      if isDelimiter(index) {
        labels[index] = LineLabel(.delimiterRow, lines[index].text)
      } else {
        labels[index] = LineLabel(.row(.pipes), lines[index].text, certainty: hasDelimiter ? 1 : 0.85)
      }
    }
  }

  /// Whether rows that no delimiter row heads make a table: at least two, each of two cells or more.
  private func isTable(_ rows: [Int]) -> Bool {
    let wide = rows.filter { lines[$0].pipes >= (beginsWithPipe($0) && endsWithPipe($0) ? 3 : 2) }
    return rows.count >= 2 && wide.count * 2 > rows.count
  }

  /// The dialect of lines that hold one cell each, where all of them do and there are at least two.
  private func cellPerLine(_ range: Range<Int>) -> TableDialect? {
    guard range.count >= 2, range.allSatisfy({ lines[$0].pipes == 1 && lines[$0].text.count > 1 }) else { return nil }
    if range.allSatisfy(beginsWithPipe) { return .cellAfterPipe }
    return range.allSatisfy(endsWithPipe) ? .cellBeforePipe : nil
  }

  /// Runs of at least two lines with the same number of inner tabs.
  private func labelTabs(_ labels: inout [LineLabel?]) {
    var index = 0
    while index < lines.count {
      let tabs = lines[index].tabs
      var end = index + 1
      if tabs > 0, labels[index] == nil {
        while end < lines.count, lines[end].tabs == tabs, labels[end] == nil { end += 1 }
        if end - index >= 2 {
          for row in index..<end { labels[row] = LineLabel(.row(.tabs), lines[row].text, certainty: 0.85) }
        }
      }
      index = end
    }
  }
}

/// The line of dashes below the head of a table: `---|---|`, `|:--|--:|`.
enum DelimiterRow {
  static func isOne(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.pipes > 0, line.words == 0 else { return false }
    var dashes = 0
    for byte in bytes[line.text.bytes] {
      switch byte {
      case 0x2D: dashes += 1
      case 0x7C, 0x3A, 0x20, 0x09: break
      default: return false
      }
    }
    return dashes >= 2
  }
}
