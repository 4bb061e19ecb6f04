/// A table. Rows may be shorter than `columnCount`: the encoder pads them and says so.
public struct TableBlock: Hashable, Sendable {
  /// The caption above the rows.
  public var caption: TextRun?
  public var rows: [TableRow]
  /// What stands below the rows and belongs to them.
  public var notes: [TableNote]
  /// The width of the widest row, at least 1.
  public var columnCount: Int
  /// How sure the reader is that this is a table, and of its rows and columns: as sure as of its least certain cell.
  public var certainty: Float { rows.reduce(1) { $1.cells.reduce($0) { min($0, $1.certainty) } } }
  /// What the columns hold, one for each column; none where nothing was found.
  public var columns: [TableColumn] = []
  /// Whether the first column labels the rows.
  public var hasRowLabels = false

  public init(caption: TextRun? = nil, rows: [TableRow], notes: [TableNote] = []) {
    self.caption = caption
    self.rows = rows
    self.notes = notes
    self.columnCount = max(1, TableGeometry.width(of: rows))
  }
}

/// A row of a table; its cells may be empty runs.
public struct TableRow: Hashable, Sendable {
  /// The part that a row or a cell plays, TEI's `@role`.
  public enum Role: String, Sendable { case label, data }

  public var role: Role
  public var cells: [TextRun]
  /// The cells that reach over more than one row or column, in order; the places that they cover have no cell.
  public var spans: [CellSpan] = []

  public init(role: Role, cells: [TextRun]) {
    self.role = role
    self.cells = cells
  }

  /// How many rows and columns a cell covers.
  public func span(of cell: Int) -> CellSpan {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].cell == cell ? spans[low] : CellSpan(cell: cell)
  }
}

/// How far a cell reaches.
public struct CellSpan: Hashable, Sendable {
  /// An index into ``TableRow/cells``.
  public var cell: Int
  public var rows = 1
  public var columns = 1

  public init(cell: Int, rows: Int = 1, columns: Int = 1) {
    self.cell = cell
    self.rows = rows
    self.columns = columns
  }
}

/// A line below the rows of a table that belongs to it.
public struct TableNote: Hashable, Sendable {
  public enum Kind: String, Sendable {
    /// A caption that stands below its table.
    case caption
    /// "Source: …"
    case source
    /// "Note: …"
    case note
  }

  public var text: TextRun
  public var kind: Kind

  public init(_ text: TextRun, _ kind: Kind) {
    self.text = text
    self.kind = kind
  }
}

/// What the cells of a column have in common.
public struct TableColumn: Hashable, Sendable {
  /// The raw value is written in the taxonomy of the TEI header.
  public enum Kind: String, Sendable, CaseIterable { case text, number, percentage, money, date }
  /// What parts the decimals from a whole number.
  public enum DecimalMark: UInt8, Sendable {
    case comma = 0x2C
    case point = 0x2E
  }
  /// The order of day and month in "06/05/2024".
  public enum DateOrder: Sendable { case dayFirst, monthFirst }

  public var kind: Kind
  /// nil where the figures of the column do not tell.
  public var decimalMark: DecimalMark?
  public var dateOrder: DateOrder?
  /// The unit of bare figures, where the head of the column names it: `GWh` in "Output (GWh)".
  public var unit: SourceRange?

  public init(
    _ kind: Kind, decimalMark: DecimalMark? = nil, dateOrder: DateOrder? = nil, unit: SourceRange? = nil
  ) {
    self.kind = kind
    self.decimalMark = decimalMark
    self.dateOrder = dateOrder
    self.unit = unit
  }
}

/// Where cells stand on the grid of a table whose cells may span rows and columns.
public struct TableGeometry: Sendable {
  /// The column in which each cell of each row begins.
  public private(set) var columns: [[Int]] = []
  /// How many columns each row fills, with what reaches down from the rows above.
  public private(set) var widths: [Int] = []

  public init(_ rows: [TableRow]) {
    columns.reserveCapacity(rows.count)
    // For each column, how many rows a cell above still covers.
    var covered: [Int] = []
    for row in rows {
      var places: [Int] = []
      places.reserveCapacity(row.cells.count)
      var column = 0
      for cell in row.cells.indices {
        while column < covered.count, covered[column] > 0 { column += 1 }
        places.append(column)
        let span = row.span(of: cell)
        if span.rows > 1 {
          while covered.count < column + span.columns { covered.append(0) }
          // One more than it covers below: this row is taken off at its end.
          for place in column..<(column + span.columns) { covered[place] = span.rows }
        }
        column += span.columns
      }
      while column < covered.count, covered[column] > 0 { column += 1 }
      columns.append(places)
      widths.append(column)
      for place in covered.indices where covered[place] > 0 { covered[place] -= 1 }
    }
  }

  /// The width of the widest row.
  public static func width(of rows: [TableRow]) -> Int {
    if rows.allSatisfy({ $0.spans.isEmpty }) { return rows.reduce(0) { max($0, $1.cells.count) } }
    return TableGeometry(rows).widths.max() ?? 0
  }
}
