internal import XML

/// The rows of a table on their way to a grid.
struct TableContent {
  private let document: XMLNodeTable
  private let vocabulary: TableVocabulary
  private let columns: ColumnSpecifications
  /// How many leading rows label the columns.
  let headerCount: Int
  private(set) var cells: [[ExtractedCell]] = []
  private(set) var notes: [ExtractedNote] = []
  private(set) var faults: [TableFault] = []

  /// What a row that is a few cells short may add; a row of a million cells above a million short ones would add more.
  private static let padding = 1 << 22

  init(_ rows: [TableRow], columns: ColumnSpecifications, _ document: XMLNodeTable, _ vocabulary: TableVocabulary) {
    self.document = document
    self.vocabulary = vocabulary
    self.columns = columns
    headerCount = TableHeader(document, vocabulary).count(of: rows)
    layOut(rows)
  }

  private mutating func layOut(_ rows: [TableRow]) {
    guard !rows.isEmpty else { return faults.append(.withoutRows) }
    let cellCount = rows.reduce(0) { $0 + $1.cells.count }
    var grid = TableGrid(rowCount: rows.count, cellCount: cellCount)
    let groupEnds = Dictionary(grouping: rows.indices) { rows[$0].group }.mapValues { $0.last! + 1 }
    var isCALS = false
    for (index, row) in rows.enumerated() {
      let isLabelRow = TableHeader.isLabel(XMLNodeTable.Node(document, row.node)["role"])
      for number in row.cells {
        let cell = XMLNodeTable.Node(document, number)
        let (text, inner) = CellText.of(number, in: document, vocabulary)
        var extracted = ExtractedCell(text: text, isLabel: isLabelRow)
        var span = CellSpan.tei(cell)
        switch vocabulary.element(number, in: document) {
        case .entry:
          isCALS = true
          extracted.isLabel = row.section == .head
          span = CellSpan.cals(cell, columns)
        case .dataCell, .headerCell:
          extracted.isLabel = TableHeader(document, vocabulary).isLabel(number)
          span = CellSpan.html(cell, rowsLeft: groupEnds[row.group]! - index)
        default:
          if let role = cell["role"] { extracted.isLabel = TableHeader.isLabel(role) }
          // Ours: the source has no such cell.
          if cell["rend"] == "padding" { extracted.text = "" }
        }
        if !extracted.text.isEmpty { extracted.marked = MarkedValue.of(number, in: document, vocabulary) }
        let column = grid.place(extracted, row: index, span)
        for note in inner {
          let text = CellText.of(note, in: document, vocabulary).text
          notes.append(ExtractedNote(row: max(0, index - headerCount + 1), column: column + 1, text: text))
        }
      }
    }
    finish(grid, cellCount: cellCount, mayOmitCells: isCALS)
  }

  private mutating func finish(_ grid: TableGrid, cellCount: Int, mayOmitCells: Bool) {
    if grid.refusedSpans > 0 { faults.append(.spansTooLarge(grid.refusedSpans)) }
    let widths = grid.rows.map(\.count)
    let width = widths.max() ?? 0
    let (area, overflows) = width.multipliedReportingOverflow(by: widths.count)
    guard !overflows, area <= Self.padding + 16 * cellCount else { return faults.append(.tooRagged(width)) }
    let short = widths.count { $0 < width }
    if short > 0, !mayOmitCells { faults.append(.shortRows(short, of: widths.count, width: width)) }
    cells = grid.cells
  }
}
