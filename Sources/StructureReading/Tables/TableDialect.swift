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
  /// Cells set in columns by two spaces and more.
  case spaces

  /// Whether a line holds one cell, not a row.
  var isCellPerLine: Bool { self == .cellAfterPipe || self == .cellBeforePipe }
}

/// Divides the line of a row into cells.
enum RowSplitter {
  /// The cells of a row: trimmed ranges, empty where the cell is.
  static func cells(
    of row: SourceRange, _ dialect: TableDialect, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [SourceRange] {
    switch dialect {
    case .commas: return commaCells(of: row, in: bytes)
    case .spaces: return spacedCells(of: row, in: bytes)
    case .pipes, .cellAfterPipe, .cellBeforePipe, .tabs: break
    }
    let separator: UInt8 = dialect == .tabs ? 0x09 : 0x7C
    var start = Int(row.start)
    var end = Int(row.end)
    if separator == 0x7C {
      if bytes[start] == 0x7C { start += 1 }
      if end > start, bytes[end - 1] == 0x7C, !(end - 2 >= start && bytes[end - 2] == 0x5C) { end -= 1 }
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

  /// What stands between commas; the quotation marks around a cell are no part of it.
  private static func commaCells(of row: SourceRange, in bytes: UnsafeBufferPointer<UInt8>) -> [SourceRange] {
    var cells: [SourceRange] = []
    var index = Int(row.start)
    let end = Int(row.end)
    while true {
      if index < end, bytes[index] == 0x22, let close = closingQuote(index + 1, end, bytes) {
        cells.append(SourceRange(start: Int32(index + 1), end: Int32(close)))
        index = close + 1
      } else {
        let start = index
        while index < end, bytes[index] != 0x2C { index += 1 }
        cells.append(trimmed(start, index, bytes))
      }
      guard index < end else { return cells }
      index += 1
    }
  }

  /// The quotation mark that ends a cell: a comma or the end of the row stands behind it.
  private static func closingQuote(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = start
    while index < end {
      if bytes[index] == 0x22 {
        if index + 1 == end || bytes[index + 1] == 0x2C { return index }
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
