import ArticleModel

/// Puts the lines of a table together: which rows head it, where a second table begins, what captions it.
enum TableAssembler {
  enum Line {
    case row(SourceRange, certainty: Float)
    /// `isBorder` where the row is one of a drawn grid: "+---+".
    case delimiter(isBorder: Bool)
  }

  /// The tables that consecutive lines make: more than one where a delimiter row heads a second.
  static func tables(_ lines: [Line], _ dialect: TableDialect, _ bytes: UnsafeBufferPointer<UInt8>) -> [TableBlock] {
    if dialect.isCellPerLine { return [CellPerLineTable(lines, bytes).table] }
    return split(lines).map { table($0, dialect, bytes) }
  }

  /// Divides lines before the head of each further table: a row that a delimiter row follows, after rows of data.
  private static func split(_ lines: [Line]) -> [ArraySlice<Line>] {
    // A grid may have a border below each row.
    if lines.contains(where: { if case .delimiter(isBorder: true) = $0 { true } else { false } }) {
      return [lines[...]]
    }
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
    var ranges: [SourceRange] = []
    var certainties: [Float] = []
    // Rows of the head: all before the first delimiter row, and each further one that has its own right below it.
    var headRows = 0
    var hasBorder = false
    for line in lines {
      switch line {
      case .row(let range, let certainty):
        ranges.append(range)
        certainties.append(certainty)
      case .delimiter(let isBorder):
        hasBorder = hasBorder || isBorder
        if headRows == 0 ? ranges.count <= 4 : ranges.count == headRows + 1 && !hasBorder { headRows = ranges.count }
      }
    }
    // What only borders part has no head that they mark.
    if headRows == ranges.count, hasBorder { headRows = 0 }
    let cells = dialect == .spaces ? SpacedColumns.cells(of: ranges, bytes) : nil
    let bounds = dialect == .pipes ? RowSplitter.Bounds.of(ranges, in: bytes) : RowSplitter.Bounds()
    var rows = ranges.indices.map { index in
      let row = cells?[index] ?? RowSplitter.cells(of: ranges[index], dialect, bounds: bounds, in: bytes)
      return TableRow(role: .data, cells: row.map { TextRun($0, certainty: certainties[index]) })
    }
    var caption: TextRun?
    // A caption stands as a first row of one cell above the real head.
    if headRows >= 2, let text = onlyCell(rows[0]), rows[1].cells.count > 1 {
      caption = text
      rows.removeFirst()
      headRows -= 1
    }
    var table = TableBlock(rows: rows).headed(markedRows: headRows, bytes)
    table.caption = caption
    return table
  }

  /// The one cell of a row that has text, where it is the first.
  private static func onlyCell(_ row: TableRow) -> TextRun? {
    guard let first = row.cells.first, !first.range.isEmpty, row.cells.dropFirst().allSatisfy(\.range.isEmpty) else {
      return nil
    }
    return first
  }
}

extension TableBlock {
  /// The table with its head, its spans, its row labels and its columns, where a delimiter row marks that many rows.
  func headed(markedRows: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> TableBlock {
    guard !rows.isEmpty else { return self }
    let shapes = rows.map { row in row.cells.map { CellShape($0.range, bytes) } }
    let head = TableHead(rows, shapes)
    let headRows = min(rows.count, head.count(marked: markedRows))
    var table = self
    for index in rows.indices.prefix(headRows) { table.rows[index].role = .label }
    let heads = (0..<columnCount).map { column in
      rows[..<headRows].reversed().compactMap { column < $0.cells.count ? $0.cells[column].range : nil }
        .filter { !$0.isEmpty }
    }
    table.columns = TableColumns(Array(shapes[headRows...]), heads: heads, bytes).columns(columnCount)
    table.hasRowLabels = headRows > 0 && table.firstColumnLabels(Array(shapes[headRows...]), bytes)
    if headRows == 2, let spanned = head.spanned() {
      (table.rows[0], table.rows[1]) = (spanned.upper, spanned.lower)
    }
    return table
  }

  /// Whether the first column labels the rows: the corner above it is empty, or it has the one text of each row.
  private func firstColumnLabels(_ shapes: [[CellShape]], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard columnCount > 1, !shapes.isEmpty else { return false }
    let labels = rows[(rows.count - shapes.count)...].map { $0.cells.first?.range ?? SourceRange(start: 0, end: 0) }
    guard labels.allSatisfy({ !$0.isEmpty }) else { return false }
    if rows[..<(rows.count - shapes.count)].allSatisfy({ $0.cells.first?.range.isEmpty ?? true }) { return true }
    return shapes.count >= 2 && columns[0].kind == .text && columns.dropFirst().allSatisfy { $0.kind != .text }
      && Set(labels.map { Array(bytes[$0.bytes]) }).count == labels.count
  }
}
