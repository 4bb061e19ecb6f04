import ArticleModel

/// Puts the lines of a table together: which rows head it, where a second table begins, what captions it.
enum TableAssembler {
  enum Line {
    case row(SourceRange, certainty: Float)
    case delimiter(columns: Int)
  }

  /// The tables that consecutive lines make: more than one where a delimiter row heads a second.
  static func tables(_ lines: [Line], _ dialect: TableDialect, _ bytes: UnsafeBufferPointer<UInt8>) -> [TableBlock] {
    if dialect.isCellPerLine { return [CellPerLineTable.table(lines, dialect, bytes)] }
    return split(lines).map { table($0, dialect, bytes) }
  }

  /// Divides lines before the head of each further table: a row that a delimiter row follows, after rows of data.
  private static func split(_ lines: [Line]) -> [ArraySlice<Line>] {
    var parts: [ArraySlice<Line>] = []
    var start = 0
    var dataRows = 0
    for (index, line) in lines.enumerated() {
      switch line {
      case .row: dataRows += 1
      case .delimiter:
        // The head of this table, or a delimiter row that closes the table.
        let isLast = index == lines.count - 1
        if dataRows > 1, !isLast, hasDelimiter(lines[start..<index]) {
          parts.append(lines[start..<(index - 1)])
          start = index - 1
        }
        dataRows = 0
      }
    }
    parts.append(lines[start...])
    return parts
  }

  private static func hasDelimiter(_ lines: ArraySlice<Line>) -> Bool {
    lines.contains { if case .delimiter = $0 { true } else { false } }
  }

  private static func table(
    _ lines: ArraySlice<Line>, _ dialect: TableDialect, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> TableBlock {
    var rows: [TableRow] = []
    // Rows of the head: all before the first delimiter row, and each further one that has its own right below it.
    var headRows = 0
    for line in lines {
      switch line {
      case .row(let range, let certainty):
        let cells = RowSplitter.cells(of: range, dialect, in: bytes).map { TextRun($0, certainty: certainty) }
        rows.append(TableRow(role: .data, cells: cells))
      case .delimiter:
        if headRows == 0 ? rows.count <= 4 : rows.count == headRows + 1 { headRows = rows.count }
      }
    }
    if headRows == 0, !hasDelimiter(lines), HeaderRow.isHeader(rows, bytes) { headRows = 1 }
    var caption: TextRun?
    // A caption stands as a first row of one cell above the real head.
    if headRows >= 2, let text = onlyCell(rows[0]), rows[1].cells.count > 1 {
      caption = text
      rows.removeFirst()
      headRows -= 1
    }
    for index in rows.indices.prefix(headRows) { rows[index].role = .label }
    return TableBlock(caption: caption, rows: rows)
  }

  /// The one cell of a row that has text, where it is the first.
  private static func onlyCell(_ row: TableRow) -> TextRun? {
    guard let first = row.cells.first, !first.range.isEmpty, row.cells.dropFirst().allSatisfy(\.range.isEmpty) else {
      return nil
    }
    return first
  }
}

/// Tells whether the first row heads a table that has no delimiter row.
enum HeaderRow {
  /// No cell of the first row is a figure, and some column has figures below.
  static func isHeader(_ rows: [TableRow], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard rows.count >= 2, rows[0].cells.allSatisfy({ !isFigure($0.range, bytes) }) else { return false }
    return rows[1].cells.contains { isFigure($0.range, bytes) }
  }

  /// Whether a cell begins or ends with a digit and has few letters: "370 €", "2024", "−3.5 %".
  static func isFigure(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    var letters = 0
    for byte in bytes[range.bytes] {
      if byte &- 0x30 < 10 { digits += 1 } else if Characters.isASCIILetter(byte) { letters += 1 }
    }
    return digits > 0 && letters <= max(3, digits)
  }
}
