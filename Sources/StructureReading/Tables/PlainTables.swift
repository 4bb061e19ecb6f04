import ArticleModel

/// Finds tables that commas or columns of spaces make: runs of at least three lines with as many cells each.
///
/// Prose has commas and double spaces, too, so the shape of the cells has to speak for a table: no blank behind a comma,
/// columns that stand below one another. A line that begins with the mark of a list is no row: "-  apples".
struct PlainTables {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  private static let fewestRows = 3
  /// A line of a table is rarely longer, in characters.
  private static let longestRow: Int32 = 240

  func label(_ labels: inout [LineLabel?]) {
    label(.commas, &labels, fields: commaFields) { _ in true }
    label(.spaces, &labels, fields: spacedFields, isTable: areAligned)
  }

  /// Labels runs of lines with the same number of fields.
  ///
  /// - Parameter fields: The cells of a line; nil where it can be no row.
  private func label(
    _ dialect: TableDialect, _ labels: inout [LineLabel?], fields: (SourceLine) -> [SourceRange]?,
    isTable: ([[SourceRange]]) -> Bool
  ) {
    var index = 0
    while index < lines.count {
      var rows: [[SourceRange]] = []
      var end = index
      while end < lines.count, labels.isOpen(end, lines), ListMarker.read(lines[end], bytes) == nil,
        let row = fields(lines[end]), row.count == rows.first?.count ?? row.count
      {
        rows.append(row)
        end += 1
      }
      if rows.count >= Self.fewestRows, isTable(rows) {
        for row in index..<end { labels[row] = LineLabel(.row(dialect), lines[row].text, certainty: 0.8) }
      }
      index = max(end, index + 1)
    }
  }

  // MARK: Commas

  /// The cells of a line in which no blank follows a comma; nil for prose, for fewer than three cells, and for a number
  /// with its thousands divided.
  private func commaFields(_ line: SourceLine) -> [SourceRange]? {
    guard line.length <= Self.longestRow, !line.endsSentence, hasComma(line.text) else { return nil }
    let cells = RowSplitter.cells(of: line.text, .commas, in: bytes)
    guard cells.count >= 3 else { return nil }
    // A blank behind a comma is trimmed away: then more than one byte parts two cells, and no quotation mark does.
    for (left, right) in zip(cells, cells.dropFirst()) {
      for between in left.end..<right.start where bytes[Int(between)] != 0x2C && bytes[Int(between)] != 0x22 {
        return nil
      }
      if dividesThousands(left, right) { return nil }
    }
    let isOneNumber = cells.dropFirst().allSatisfy { cell in
      cell.count == 3 && bytes[cell.bytes].allSatisfy(Self.isDigit)
    }
    return isOneNumber ? nil : cells
  }

  /// Whether the comma between two cells stands in a number behind words: "Gold: 311,000". Where nothing but a number is
  /// to its left, a comma may divide cells: "Lark,5,300".
  private func dividesThousands(_ left: SourceRange, _ right: SourceRange) -> Bool {
    let (before, after) = (bytes[left.bytes], bytes[right.bytes])
    let digits = before.reversed().prefix(while: Self.isDigit).count
    return (1...3).contains(digits) && digits < before.count && after.prefix(while: Self.isDigit).count == 3
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private func hasComma(_ range: SourceRange) -> Bool { bytes[range.bytes].contains(0x2C) }

  // MARK: Columns of spaces

  /// The cells of a line that two spaces and more part; nil for prose with wide spaces behind its sentences.
  private func spacedFields(_ line: SourceLine) -> [SourceRange]? {
    guard line.length <= Self.longestRow, !line.endsSentence else { return nil }
    let cells = RowSplitter.cells(of: line.text, .spaces, in: bytes)
    guard cells.count >= 2 else { return nil }
    for cell in cells.dropLast() where bytes[Int(cell.end) - 1] == 0x2E { return nil }
    return cells
  }

  /// Whether each column begins or ends at the same place in all rows.
  private func areAligned(_ rows: [[SourceRange]]) -> Bool {
    for column in rows[0].indices.dropFirst() {
      let places = rows.map { place(of: $0[column], in: $0[0]) }
      let isAligned =
        places.allSatisfy { $0.start == places[0].start } || places.allSatisfy { $0.end == places[0].end }
      guard isAligned else { return false }
    }
    return true
  }

  /// Where a cell begins and ends, in characters from the beginning of its row.
  private func place(of cell: SourceRange, in first: SourceRange) -> (start: Int, end: Int) {
    let before = bytes[Int(first.start)..<Int(cell.start)].lazy.filter { $0 & 0xC0 != 0x80 }.count
    return (before, before + bytes[cell.bytes].lazy.filter { $0 & 0xC0 != 0x80 }.count)
  }
}
