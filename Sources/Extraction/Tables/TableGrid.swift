/// Lays cells that span rows and columns out on a grid, as a browser lays out an HTML table.
struct TableGrid {
  private(set) var rows: [[ExtractedCell?]] = []
  private let rowCount: Int
  /// How many cells spans may still add: a table that claims a billion columns must not get them.
  private var budget: Int

  init(rowCount: Int, cellCount: Int) {
    self.rowCount = rowCount
    budget = 4096 + 16 * cellCount
    rows = Array(repeating: [], count: rowCount)
  }

  /// Puts a cell at the first free place of a row.
  mutating func place(_ cell: ExtractedCell, row: Int, rowSpan: Int, columnSpan: Int) {
    let column = rows[row].firstIndex { $0 == nil } ?? rows[row].count
    var height = max(1, min(rowSpan, rowCount - row))
    var width = max(1, columnSpan)
    let (added, overflows) = height.multipliedReportingOverflow(by: width)
    if overflows || added - 1 > budget { (height, width) = (1, 1) } else { budget -= added - 1 }
    var repeated = cell
    repeated.isSpanned = true
    for line in row..<(row + height) {
      for place in column..<(column + width) {
        while rows[line].count <= place { rows[line].append(nil) }
        if rows[line][place] == nil { rows[line][place] = line == row && place == column ? cell : repeated }
      }
    }
  }

  /// The rows, all equally wide.
  var cells: [[ExtractedCell]] {
    let width = rows.map(\.count).max() ?? 0
    return rows.map { row in
      row.map { $0 ?? .empty } + Array(repeating: .empty, count: width - row.count)
    }
  }
}
