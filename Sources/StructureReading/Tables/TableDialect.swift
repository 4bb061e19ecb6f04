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

  /// Whether a line holds one cell, not a row.
  var isCellPerLine: Bool { self == .cellAfterPipe || self == .cellBeforePipe }
}

/// Divides the line of a row into cells.
enum RowSplitter {
  /// The cells of a row: trimmed ranges, empty where the cell is.
  static func cells(
    of row: SourceRange, _ dialect: TableDialect, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [SourceRange] {
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

  private static func trimmed(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> SourceRange {
    var (start, end) = (start, end)
    while start < end, Characters.isASCIISpace(bytes[start]) { start += 1 }
    while end > start, Characters.isASCIISpace(bytes[end - 1]) { end -= 1 }
    return SourceRange(start: Int32(start), end: Int32(end))
  }
}
