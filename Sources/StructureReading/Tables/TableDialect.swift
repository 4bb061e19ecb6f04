import ArticleModel

/// How the cells of a row are told apart in the source.
public enum TableDialect: Hashable, Sendable {
  /// `A | B |` or `| A | B |`: a row a line.
  case pipes
  /// `|A`: a cell a line, the pipe before it; where rows end is not marked.
  case cellAfterPipe
  /// `A|`: a cell a line, the pipe behind it; where rows end is not marked.
  case cellBeforePipe
  /// Cells divided by tabs.
  case tabs
  /// Cells divided by commas, in double quotation marks where a cell holds a comma (RFC 4180).
  case commas
  /// The same with semicolons, as where the comma parts decimals.
  case semicolons
  /// Cells set in columns by two spaces and more.
  case spaces

  /// Whether a line holds one cell, not a row.
  var isCellPerLine: Bool { self == .cellAfterPipe || self == .cellBeforePipe }
}

/// Divides the line of a row into cells.
enum RowSplitter {
  /// The pipes at the ends of a row that bound its first and last cell, and do not follow or precede an empty one.
  struct Bounds {
    var left = true
    var right = true

    /// As most rows of a table have them: where rows begin with no pipe, " | B |" has an empty first cell.
    static func of(_ rows: [SourceRange], in bytes: UnsafeBufferPointer<UInt8>) -> Bounds {
      let left = rows.count { bytes[Int($0.start)] == 0x7C }
      let right = rows.count { bytes[Int($0.end) - 1] == 0x7C }
      return Bounds(left: left * 2 >= rows.count, right: right * 2 >= rows.count)
    }
  }

  /// The cells of a row: trimmed ranges, empty where the cell is.
  static func cells(
    of row: SourceRange, _ dialect: TableDialect, bounds: Bounds = Bounds(), in bytes: UnsafeBufferPointer<UInt8>
  ) -> [SourceRange] {
    switch dialect {
    case .commas: return separatedCells(of: row, by: 0x2C, in: bytes)
    case .semicolons: return separatedCells(of: row, by: 0x3B, in: bytes)
    case .spaces: return spacedCells(of: row, in: bytes)
    case .pipes, .cellAfterPipe, .cellBeforePipe, .tabs: break
    }
    let separator: UInt8 = dialect == .tabs ? 0x09 : 0x7C
    var start = Int(row.start)
    var end = Int(row.end)
    if separator == 0x7C {
      if bounds.left, bytes[start] == 0x7C { start += 1 }
      if bounds.right, end > start, bytes[end - 1] == 0x7C, !(end - 2 >= start && bytes[end - 2] == 0x5C) { end -= 1 }
    }
    var cells: [SourceRange] = []
    var cellStart = start
    var index = start
    while index <= end {
      if index == end || (bytes[index] == separator && !(index > start && bytes[index - 1] == 0x5C)) {
        cells.append(trimmed(cellStart, index, bytes))
        cellStart = index + 1
      }
      index += 1
    }
    return cells
  }

  /// What stands between commas or semicolons; the quotation marks around a cell are no part of it.
  private static func separatedCells(
    of row: SourceRange, by separator: UInt8, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [SourceRange] {
    var cells: [SourceRange] = []
    var index = Int(row.start)
    let end = Int(row.end)
    while true {
      if index < end, bytes[index] == 0x22, let close = closingQuote(index + 1, end, separator, bytes) {
        cells.append(trimmed(index + 1, close, bytes))
        index = close + 1
      } else {
        let start = index
        while index < end, bytes[index] != separator { index += 1 }
        cells.append(trimmed(start, index, bytes))
      }
      guard index < end else { return cells }
      index += 1
    }
  }

  /// The quotation mark that ends a cell: a separator or the end of the row stands behind it.
  private static func closingQuote(
    _ start: Int, _ end: Int, _ separator: UInt8, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var index = start
    while index < end {
      if bytes[index] == 0x22 {
        if index + 1 == end || bytes[index + 1] == separator { return index }
        // Two of them are one that belongs to the text.
        guard bytes[index + 1] == 0x22 else { return nil }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// What stands between runs of at least two spaces.
  private static func spacedCells(of row: SourceRange, in bytes: UnsafeBufferPointer<UInt8>) -> [SourceRange] {
    var cells: [SourceRange] = []
    var start = Int(row.start)
    var index = start
    let end = Int(row.end)
    while index < end {
      if bytes[index] == 0x20, index + 1 < end, bytes[index + 1] == 0x20 {
        cells.append(trimmed(start, index, bytes))
        while index < end, bytes[index] == 0x20 { index += 1 }
        start = index
      } else {
        index += 1
      }
    }
    cells.append(trimmed(start, end, bytes))
    return cells
  }

  private static func trimmed(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> SourceRange {
    var (start, end) = (start, end)
    while start < end, Characters.isASCIISpace(bytes[start]) { start += 1 }
    while end > start, Characters.isASCIISpace(bytes[end - 1]) { end -= 1 }
    return SourceRange(start: Int32(start), end: Int32(end))
  }
}
