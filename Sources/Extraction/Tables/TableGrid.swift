/// Lays cells that span rows and columns out on a grid, as a browser lays out an HTML table.
struct TableGrid {
  private(set) var rows: [[ExtractedCell?]] = []
  private let rowCount: Int
  /// How many cells spans may still add: tables that claim a billion columns must not get them.
  private(set) var budget: Int
  /// The first column that may be free, for each row.
  private var free: [Int]
  /// How many spans were too large to be laid out.
  private(set) var refusedSpans = 0

  init(rowCount: Int, budget: Int) {
    self.rowCount = rowCount
    self.budget = budget
    rows = Array(repeating: [], count: rowCount)
    free = Array(repeating: 0, count: rowCount)
  }

  /// Puts a cell at the column that it names, or at the first free place of a row, and answers its column.
  mutating func place(_ cell: ExtractedCell, row: Int, _ span: CellSpan) -> Int {
    while free[row] < rows[row].count, rows[row][free[row]] != nil { free[row] += 1 }
    var column = free[row]
    if let start = span.start, start > column, start - column <= budget {
      budget -= start - column
      column = start
    }
    var height = max(1, min(span.rows, rowCount - row))
    var width = max(1, span.columns)
    let (added, overflows) = height.multipliedReportingOverflow(by: width + column - free[row])
    if overflows || added - 1 > budget {
      (height, width) = (1, 1)
      refusedSpans += 1
    } else {
      budget -= added - 1
    }
    var repeated = cell
    repeated.isSpanned = true
    for line in row..<(row + height) {
      for place in column..<(column + width) {
        while rows[line].count <= place { rows[line].append(nil) }
        if rows[line][place] == nil { rows[line][place] = line == row && place == column ? cell : repeated }
      }
    }
    return column
  }

  /// The rows, all equally wide.
  var cells: [[ExtractedCell]] {
    let width = rows.map(\.count).max() ?? 0
    return rows.map { row in
      row.map { $0 ?? .empty } + Array(repeating: .empty, count: width - row.count)
    }
  }
}
