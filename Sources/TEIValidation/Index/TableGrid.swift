/// Counts the columns that the rows of a table reach over, cells that reach down from rows above among them.
struct TableGrid {
  /// A span of a foreign file may say anything; columns beyond are counted, but cells in them reach no further down.
  private static let maximumSpan = 10_000

  private(set) var height = 0
  private(set) var width = 0
  /// For each column, how many more rows a cell above takes of it.
  private var taken: [Int32] = []
  private var next: [Int32] = []
  private var column = 0
  private var rowWidth = 0
  /// Whether a cell of the open row lies on one from above.
  private(set) var overlaps = false
  /// Whether a row counts as several: how far cells reach down in it is then not known.
  private var hasTallRows = false

  /// How many rows below the last one cells reach down to.
  var excess: Int { hasTallRows ? 0 : Int(taken.max() ?? 0) }

  mutating func startRow(rows: String?) {
    let tall = Self.span(rows)
    height += tall
    if tall > 1 { hasTallRows = true }
    overlaps = false
    column = 0
    rowWidth = (taken.lastIndex { $0 > 0 } ?? -1) + 1
    next = rowWidth == 0 ? [] : taken[..<rowWidth].map { max(0, $0 - 1) }
  }

  mutating func cell(rows: String?, columns: String?) {
    while column < taken.count, taken[column] > 0 { column += 1 }
    let end = column + Self.span(columns)
    let down = Int32(Self.span(rows) - 1)
    let covered = min(end, Self.maximumSpan)
    if end - column > 1, column < taken.count, taken[column..<min(end, taken.count)].contains(where: { $0 > 0 }) {
      overlaps = true
    }
    if down > 0, column < covered {
      if next.count < covered { next += Array(repeating: 0, count: covered - next.count) }
      for index in column..<covered { next[index] = max(next[index], down) }
    }
    column = end
    rowWidth = max(rowWidth, end)
  }

  /// Ends a row and says how many columns it reaches over.
  mutating func endRow() -> Int {
    taken = next
    width = max(width, rowWidth)
    return rowWidth
  }

  /// A span: 1 where it is not given or no number.
  private static func span(_ value: String?) -> Int { min(max(1, value.flatMap { Int($0) } ?? 1), maximumSpan) }
}

/// The tables that are open, while the events of a document go by.
struct OpenTables<Row> {
  struct Table {
    let depth: Int
    let claimedRows: Int?
    let claimedColumns: Int?
    var grid = TableGrid()
    /// The row that is open, if it stands directly in the table.
    var row: Row?
    /// The rows that do not reach over as many columns as the table is said to have, with how many they do.
    var uneven: [(row: Row, width: Int)] = []
    /// The rows with cells that lie on others.
    var overlaps: [Row] = []

    var hasWrongSpans: Bool { !overlaps.isEmpty || grid.excess > 0 }

    var hasWrongSize: Bool {
      claimedRows.map { $0 != grid.height } ?? false || claimedColumns.map { $0 != grid.width } ?? false
    }
  }

  private var tables: [Table] = []
  private let maximumUneven: Int

  init(maximumUneven: Int) { self.maximumUneven = maximumUneven }

  var isEmpty: Bool { tables.isEmpty }

  mutating func removeAll() { tables.removeAll() }

  mutating func startTable(depth: Int, rows: String?, columns: String?) {
    tables.append(
      Table(depth: depth, claimedRows: rows.flatMap { Int($0) }, claimedColumns: columns.flatMap { Int($0) }))
  }

  mutating func startRow(_ row: @autoclosure () -> Row, depth: Int, rows: String?) {
    let last = tables.count - 1
    guard last >= 0, tables[last].depth == depth - 1 else { return }
    tables[last].row = row()
    tables[last].grid.startRow(rows: rows)
  }

  mutating func startCell(depth: Int, rows: String?, columns: String?) {
    let last = tables.count - 1
    guard last >= 0, tables[last].depth == depth - 2, tables[last].row != nil else { return }
    tables[last].grid.cell(rows: rows, columns: columns)
  }

  /// Ends what is open at a depth, and gives the table if it is one.
  mutating func end(depth: Int) -> Table? {
    let last = tables.count - 1
    if tables[last].depth == depth - 1, let row = tables[last].row {
      tables[last].row = nil
      let width = tables[last].grid.endRow()
      if tables[last].grid.overlaps, tables[last].overlaps.count < maximumUneven { tables[last].overlaps.append(row) }
      if let claimed = tables[last].claimedColumns, claimed != width, tables[last].uneven.count < maximumUneven {
        tables[last].uneven.append((row, width))
      }
    }
    return tables[last].depth == depth ? tables.removeLast() : nil
  }
}
