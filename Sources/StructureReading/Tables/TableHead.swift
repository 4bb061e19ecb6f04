import ArticleModel

/// Tells which rows head a table, and which of their cells reach over several columns or rows.
struct TableHead {
  private let rows: [TableRow]
  private let shapes: [[CellShape.Kind]]
  private let width: Int

  init(_ rows: [TableRow], _ shapes: [[CellShape]]) {
    self.rows = rows
    self.shapes = shapes.map { $0.map(\.kind) }
    width = rows.lazy.map(\.cells.count).max() ?? 0
  }

  private func shape(_ row: Int, _ column: Int) -> CellShape.Kind {
    column < shapes[row].count ? shapes[row][column] : .empty
  }

  private func isEmpty(_ row: Int, _ column: Int) -> Bool {
    column >= rows[row].cells.count || rows[row].cells[column].range.isEmpty
  }

  // MARK: Rows

  /// How many rows head the table, where `marked` of them stand above a delimiter row.
  func count(marked: Int) -> Int {
    switch marked {
    case 0: isSecond(1) ? 2 : isHead(0, above: 1) || isShortAboveLong ? 1 : 0
    case 1: isSecond(1) ? 2 : 1
    default: marked
    }
  }

  /// Whether a row has no figures but years, and stands above a column of figures.
  private func isHead(_ row: Int, above first: Int) -> Bool {
    guard first < rows.count, shapes[row].allSatisfy(\.mayHead) else { return false }
    // A year heads figures; above other years it is one of them.
    for column in shapes[row].indices where shapes[row][column].isDate {
      guard hasFigures(column, from: first, butDates: true) else { return false }
    }
    return (0..<width).contains { !isEmpty(row, $0) && hasFigures($0, from: first, butDates: shape(row, $0).isDate) }
  }

  /// A cell of this many bytes is more than the name of a column.
  private static let longestName = 24

  /// Whether a row of names stands above cells of many words, in the first column, too: that of a table of keys and
  /// values has short cells.
  private var isShortAboveLong: Bool {
    guard rows.count >= 3, width >= 2, rows[0].cells.count == width else { return false }
    return rows[0].cells.allSatisfy { (1...Self.longestName).contains($0.range.count) }
      && rows.dropFirst().allSatisfy { ($0.cells.first?.range.count ?? 0) > Self.longestName }
  }

  /// Whether most cells of a column that have something are figures.
  private func hasFigures(_ column: Int, from first: Int, butDates: Bool) -> Bool {
    var (figures, others) = (0, 0)
    for row in first..<rows.count {
      switch shape(row, column) {
      case .empty: break
      case .text: others += 1
      case .year, .date: if butDates { others += 1 } else { figures += 1 }
      case .number, .percentage, .money: figures += 1
      }
    }
    return figures > 0 && figures >= others * 4
  }

  /// Whether a row goes on with the head above it: it fills what that leaves empty, and stands above columns of figures.
  private func isSecond(_ row: Int) -> Bool {
    guard row + 1 < rows.count, shapes[row - 1].allSatisfy(\.mayHead), shapes[row].allSatisfy(\.mayHead) else {
      return false
    }
    let fills = (1..<max(1, width)).contains { isEmpty(row - 1, $0) && !isEmpty(row, $0) }
    let hasGroup = (1..<max(1, width)).contains { !isEmpty(row - 1, $0) }
    guard fills, hasGroup else { return false }
    let heads = (1..<width).filter { column in
      !isEmpty(row, column) && hasFigures(column, from: row + 1, butDates: shape(row, column).isDate)
    }
    return heads.count >= 2 && (1..<width).allSatisfy { !isEmpty(row, $0) || !isEmpty(row - 1, $0) }
  }

  // MARK: Spans

  /// The two rows of a head with the cells that reach over several columns or rows; nil where nothing shows that, or
  /// the head leaves a place empty that no cell can have reached.
  func spanned() -> (upper: TableRow, lower: TableRow)? {
    var upper = TableRow(role: .label, cells: [])
    var covered = Set<Int>()
    var hasGroup = false
    var column = 0
    while column < width {
      var next = column + 1
      guard !isEmpty(0, column) else {
        // An empty corner.
        guard column == 0 else { return nil }
        upper.cells.append(rows[0].cells[0])
        column = next
        continue
      }
      if column > 0, !isEmpty(1, column) { while next < width, isEmpty(0, next), !isEmpty(1, next) { next += 1 } }
      upper.cells.append(rows[0].cells[column])
      if next - column > 1 {
        hasGroup = true
        upper.spans.append(CellSpan(cell: upper.cells.count - 1, columns: next - column))
      } else if isEmpty(1, column) {
        covered.insert(column)
        upper.spans.append(CellSpan(cell: upper.cells.count - 1, rows: 2))
      }
      column = next
    }
    guard hasGroup else { return nil }
    var lower = TableRow(role: .label, cells: [])
    for (index, cell) in rows[1].cells.enumerated() where !covered.contains(index) { lower.cells.append(cell) }
    return (upper, lower)
  }
}
