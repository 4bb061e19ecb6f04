import ArticleModel

/// The columns of rows that spaces set: told apart by the gutters that are blank in every row, so that a cell may be empty.
struct SpacedColumns {
  /// The characters from and up to which each column may reach.
  private let columns: [Range<Int>]

  /// The least width of a gutter.
  private static let gutter = 2

  /// The cells of each row, empty where a row has none; nil where rows share no gutters.
  static func cells(of rows: [SourceRange], _ bytes: UnsafeBufferPointer<UInt8>) -> [[SourceRange]]? {
    let parts = rows.map { Self.parts(of: $0, bytes) }
    var isTaken: [Bool] = []
    for part in parts.joined() {
      while isTaken.count < part.end { isTaken.append(false) }
      for place in part.start..<part.end { isTaken[place] = true }
    }
    let spaced = SpacedColumns(isTaken)
    guard spaced.columns.count >= 2 else { return nil }
    var cells: [[SourceRange]] = []
    for (row, parts) in zip(rows, parts) {
      guard let found = spaced.cells(parts, in: row) else { return nil }
      cells.append(found)
    }
    return cells
  }

  private init(_ isTaken: [Bool]) {
    var columns: [Range<Int>] = []
    var start: Int?
    var blanks = 0
    for (place, taken) in isTaken.enumerated() {
      if taken {
        if start == nil { start = place }
        blanks = 0
      } else if let begin = start {
        blanks += 1
        if blanks == Self.gutter {
          columns.append(begin..<(place - Self.gutter + 1))
          start = nil
        }
      }
    }
    if let start { columns.append(start..<isTaken.count) }
    self.columns = columns
  }

  /// A stretch of a row between two wide gaps, in bytes and in characters from the beginning of its line.
  private struct Part {
    var range: SourceRange
    var start: Int
    var end: Int
  }

  private static func parts(of row: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> [Part] {
    var lineStart = Int(row.start)
    while lineStart > 0, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D { lineStart -= 1 }
    var place = 0
    var counted = lineStart
    func characters(upTo index: Int32) -> Int {
      while counted < Int(index) {
        if bytes[counted] & 0xC0 != 0x80 { place += 1 }
        counted += 1
      }
      return place
    }
    return RowSplitter.cells(of: row, .spaces, in: bytes).map { cell in
      Part(range: cell, start: characters(upTo: cell.start), end: characters(upTo: cell.end))
    }
  }

  /// One cell a column; nil where two parts of the row stand in one column.
  private func cells(_ parts: [Part], in row: SourceRange) -> [SourceRange]? {
    var cells: [SourceRange] = []
    var next = 0
    var position = row.start
    for column in columns {
      var cell = SourceRange(start: position, end: position)
      if next < parts.count, parts[next].start < column.upperBound {
        cell = parts[next].range
        next += 1
        if next < parts.count, parts[next].start < column.upperBound { return nil }
      }
      position = cell.end
      cells.append(cell)
    }
    return next == parts.count ? cells : nil
  }
}
