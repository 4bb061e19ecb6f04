import ArticleModel

/// Puts cells that stand one a line back into rows.
///
/// The source does not say where a row ends. The width is the one at which columns hold one kind of cell each, figures
/// or words, below a first row of words; where no width shows itself, each cell is a row of its own.
enum CellPerLineTable {
  static let widest = 16

  static func table(
    _ lines: [TableAssembler.Line], _ dialect: TableDialect, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> TableBlock {
    var cells: [TextRun] = []
    for case .row(let range, let certainty) in lines {
      let text = RowSplitter.cells(of: range, .pipes, in: bytes)
      cells.append(TextRun(text[0], certainty: certainty))
    }
    let figures = cells.map { HeaderRow.isFigure($0.range, bytes) }
    guard let width = width(figures) else {
      return TableBlock(rows: cells.map { TableRow(role: .data, cells: [$0]) })
    }
    var rows: [TableRow] = []
    for start in stride(from: 0, to: cells.count, by: width) {
      rows.append(TableRow(role: start == 0 ? .label : .data, cells: Array(cells[start..<(start + width)])))
    }
    return TableBlock(rows: rows)
  }

  /// The smallest width that divides the cells into rows of like columns, with figures in at least one of them.
  private static func width(_ figures: [Bool]) -> Int? {
    guard let firstFigure = figures.firstIndex(of: true) else { return nil }
    return (2...widest).first { width in
      guard figures.count % width == 0, figures.count >= 2 * width, firstFigure >= width else { return false }
      return (2 * width..<max(2 * width, figures.count)).allSatisfy { figures[$0] == figures[$0 - width] }
    }
  }
}
