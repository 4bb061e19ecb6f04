import ArticleModel

/// Puts cells that stand one a line back into rows.
///
/// The source does not say where a row ends, and has dropped empty cells. The width is the one at which the columns hold
/// one kind of cell each. Where cells are missing, a row begins with each cell of words behind figures, and the head has
/// as many cells as the longest row. Where nothing shows itself, each cell is a row of its own.
struct CellPerLineTable {
  static let widest = 16
  /// How sure the rows are: where all are full, where some lack cells, and where nothing tells.
  private static let (full, ragged, none): (Float, Float, Float) = (0.85, 0.6, 0.4)

  private let cells: [SourceRange]
  private let kinds: [Kind]
  private let bytes: UnsafeBufferPointer<UInt8>

  /// The kinds of cells that columns are told apart by.
  private enum Kind { case text, date, figure, blank }

  init(_ lines: [TableAssembler.Line], _ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    cells = lines.compactMap { line in
      guard case .row(let range, _) = line else { return nil }
      return RowSplitter.cells(of: range, .pipes, in: bytes)[0]
    }
    kinds = cells.map { cell in
      switch CellShape(cell, bytes).kind {
      case .text: .text
      // "May" is a word like others here: it may head a column or label a row.
      case .year, .date: bytes[cell.bytes].contains { Characters.isDigit($0) } ? .date : .text
      case .number, .percentage, .money: .figure
      case .empty: .blank
      }
    }
  }

  var table: TableBlock {
    if let width { return table(rows(of: width), certainty: Self.full) }
    if let rows = raggedRows { return table(rows, certainty: Self.ragged) }
    return table(cells.indices.map { $0..<($0 + 1) }, certainty: Self.none)
  }

  private func table(_ rows: [Range<Int>], certainty: Float) -> TableBlock {
    let block = TableBlock(
      rows: rows.map { row in
        TableRow(role: .data, cells: cells[row].map { TextRun($0, certainty: certainty) })
      })
    return block.columnCount > 1 ? block.headed(markedRows: isHead(rows) ? 1 : 0, bytes) : block
  }

  /// Whether the first row heads the others: words, or years above figures.
  private func isHead(_ rows: [Range<Int>]) -> Bool {
    guard rows.count > 1 else { return false }
    return rows[0].allSatisfy { kinds[$0] == .text || kinds[$0] == .date } && rows[1].contains { kinds[$0] == .figure }
      || rows[0].allSatisfy { kinds[$0] == .text }
  }

  private func rows(of width: Int) -> [Range<Int>] {
    stride(from: 0, to: cells.count, by: width).map { $0..<($0 + width) }
  }

  /// The smallest width that divides the cells into rows of like columns below a head, with figures in one of them.
  private var width: Int? {
    guard kinds.contains(where: { $0 == .figure || $0 == .date }) else { return nil }
    return (2...Self.widest).first { width in
      guard cells.count % width == 0, cells.count >= 2 * width else { return false }
      let columns = (0..<width).map { column in
        Set(stride(from: column + width, to: cells.count, by: width).lazy.map { kinds[$0] }).subtracting([.blank])
      }
      guard columns.allSatisfy({ $0.count <= 1 }), columns.contains([.figure]) || columns.contains([.date]) else {
        return false
      }
      // Above a column of figures stands a word or a year, above one of dates a word.
      return (0..<width).allSatisfy { column in
        switch kinds[column] {
        case .text: true
        case .date: columns[column] != [.date]
        case .figure, .blank: false
        }
      }
    }
  }

  /// Rows that begin with words, where cells of figures are missing; nil where they do not fit below a head.
  private var raggedRows: [Range<Int>]? {
    guard let firstFigure = kinds.firstIndex(where: { $0 == .figure || $0 == .date }) else { return nil }
    // The words that a row begins with, as most rows below the first do.
    var starts: [Int] = []
    for index in kinds.indices.dropFirst() where index > firstFigure {
      if kinds[index] == .text, kinds[index - 1] != .text { starts.append(index) }
    }
    guard let first = starts.first, let labels = starts.map(wordCount).min() else { return nil }
    var width = firstFigure - labels
    if kinds[firstFigure..<first].allSatisfy({ $0 == .date }) {
      // Years head the columns.
      width = first
    } else if width > 0 {
      starts.insert(width, at: 0)
    }
    let ends = starts.dropFirst() + [kinds.count]
    let rows = zip(starts, ends).map { $0..<$1 }
    guard (2...Self.widest).contains(width), rows.count >= 2, rows.allSatisfy({ $0.count <= width }),
      rows.contains(where: { $0.count == width })
    else { return nil }
    return [0..<width] + rows
  }

  /// How many cells of words stand from a place on.
  private func wordCount(_ index: Int) -> Int { kinds[index...].prefix { $0 == .text }.count }
}
