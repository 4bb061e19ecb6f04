import ArticleModel

/// Finds the lines that are rows of tables, and the captions and notes beside them.
///
/// A pipe alone makes no table: "READY | STEADY | GO" is prose. A row ends or begins with a pipe, or stands in a table
/// that a delimiter row or its neighbours prove.
struct TableLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  /// Labels the lines of all tables; leaves every other label as it is.
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
    TabTables(lines: lines, bytes: bytes).label(&labels)
    PlainTables(lines: lines, bytes: bytes).label(&labels)
    CaptionLines(lines: lines, bytes: bytes).label(&labels)
  }

  /// Whether a line could belong to a table of pipes.
  private func mayBelong(_ index: Int) -> Bool { lines[index].pipes > 0 || isDelimiter(index) }

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
    let delimiters = range.filter(isDelimiter)
    if delimiters.isEmpty, let dialect = cellPerLine(range) {
      for index in range { labels[index] = LineLabel(.row(dialect), lines[index].text, certainty: 0.9) }
      return
    }
    // Prose with a pipe may stand right before or after a table: only what is bounded by a pipe belongs to it,
    // and, between such lines, what has as many cells as the table.
    var bounded = range.filter { beginsWithPipe($0) || endsWithPipe($0) || isDelimiter($0) }
    for delimiter in delimiters { bounded += unbounded(around: delimiter, in: range) }
    guard let first = bounded.min(), let last = bounded.max(), !delimiters.isEmpty || isTable(bounded) else {
      labelFigures(range, &labels)
      return
    }
    for index in first...last {
      if isDelimiter(index) {
        labels[index] = LineLabel(.delimiterRow, lines[index].text)
      } else {
        let certainty: Float = !delimiters.isEmpty ? 1 : bounded.count == 1 ? 0.6 : 0.85
        labels[index] = LineLabel(.row(.pipes), lines[index].text, certainty: certainty)
      }
    }
  }

  /// The rows without outer pipes above and below a delimiter row, with as many cells as it has.
  private func unbounded(around delimiter: Int, in range: Range<Int>) -> [Int] {
    let columns = cellCount(delimiter)
    var rows: [Int] = []
    if delimiter > range.lowerBound, cellCount(delimiter - 1) == columns { rows.append(delimiter - 1) }
    var index = delimiter + 1
    while index < range.upperBound, !isDelimiter(index), cellCount(index) == columns {
      rows.append(index)
      index += 1
    }
    return rows
  }

  private func cellCount(_ index: Int) -> Int {
    let line = lines[index]
    if line.pipes == 0 { return bytes[line.text.bytes].lazy.filter { $0 == 0x2B }.count + 1 }
    return Int(line.pipes) + 1 - (beginsWithPipe(index) ? 1 : 0) - (endsWithPipe(index) ? 1 : 0)
  }

  /// Whether rows that no delimiter row heads make a table.
  private func isTable(_ rows: [Int]) -> Bool {
    // "| text |": what is left of a table of one column, or of one cell.
    if rows.allSatisfy({ cellCount($0) == 1 && isSpacedCell($0) }) { return true }
    let wide = rows.filter { lines[$0].pipes >= (beginsWithPipe($0) && endsWithPipe($0) ? 3 : 2) }
    guard rows.count >= 2, wide.count * 2 > rows.count else { return false }
    // Commands stand between pipes, too: "sort | uniq -c |".
    return rows.contains { beginsWithPipe($0) && endsWithPipe($0) }
      || rows.count >= 3 && rows.allSatisfy { cellCount($0) == cellCount(rows[0]) } || hasFigures(rows)
  }

  /// Whether a line is "| text |", with one cell.
  private func isSpacedCell(_ index: Int) -> Bool {
    let text = lines[index].text
    return text.count >= 5 && lines[index].pipes == 2 && beginsWithPipe(index) && endsWithPipe(index)
      && bytes[Int(text.start) + 1] == 0x20 && bytes[Int(text.end) - 2] == 0x20
  }

  /// The dialect of lines that hold one cell each, where all of them do and there are at least two.
  private func cellPerLine(_ range: Range<Int>) -> TableDialect? {
    guard range.count >= 2, range.allSatisfy({ lines[$0].pipes == 1 && lines[$0].text.count > 1 }) else { return nil }
    // The commands of a shell and the rules of a grammar have a space between pipe and text: "| sort".
    if range.allSatisfy(beginsWithPipe) {
      return range.allSatisfy { bytes[Int(lines[$0].text.start) + 1] == 0x20 } ? nil : .cellAfterPipe
    }
    guard range.allSatisfy(endsWithPipe) else { return nil }
    return range.allSatisfy { bytes[Int(lines[$0].text.end) - 2] == 0x20 } ? nil : .cellBeforePipe
  }

  // MARK: Rows without outer pipes

  private static let fewestRows = 3
  private static let longestRow: Int32 = 240

  /// Labels runs of rows that neither outer pipes nor a delimiter row mark: as many cells each, and a column of figures.
  private func labelFigures(_ range: Range<Int>, _ labels: inout [LineLabel?]) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, lines[end].pipes == lines[start].pipes, mayBeRow(end) { end += 1 }
      if end - start >= Self.fewestRows, hasFigures(Array(start..<end)) {
        for index in start..<end { labels[index] = LineLabel(.row(.pipes), lines[index].text, certainty: 0.7) }
      }
      start = max(end, start + 1)
    }
  }

  private func mayBeRow(_ index: Int) -> Bool {
    let line = lines[index]
    return !line.endsSentence && line.innerSentenceEnds == 0 && line.length <= Self.longestRow
      && ListMarker.read(line, bytes) == nil
  }

  /// Whether some column has nothing but figures below the first row.
  private func hasFigures(_ rows: [Int]) -> Bool {
    let shapes = rows.dropFirst().map { row in
      RowSplitter.cells(of: lines[row].text, .pipes, in: bytes).map { CellShape($0, bytes).kind }
    }
    guard let width = shapes.first?.count, shapes.allSatisfy({ $0.count == width }) else { return false }
    return (0..<width).contains { column in
      shapes.allSatisfy { $0[column].isNumeric || $0[column] == .year }
    }
  }
}

/// The line of dashes below the head of a table: `---|---|`, `|:--|--:|`, `+---+---+`.
enum DelimiterRow {
  static func isOne(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.words == 0, !line.isBlank else { return false }
    var dashes = 0
    var joints = 0
    for byte in bytes[line.text.bytes] {
      switch byte {
      case 0x2D, 0x3D: dashes += 1
      case 0x7C, 0x2B: joints += 1
      case 0x3A, 0x20, 0x09: break
      default: return false
      }
    }
    return dashes >= 2 && joints > 0
  }
}
