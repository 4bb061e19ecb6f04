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

  /// How many cells the tables of one document may still have that are not written in it: many small tables could have
  /// as many as a large one.
  struct Budget {
    /// Those that spans add.
    var spanned: Int
    /// What rows that are a few cells short may add; a row of a million cells above a million short ones would add more.
    var padding: Int

    init(of document: XMLNodeTable) {
      spanned = 4096 + 16 * document.count
      padding = (1 << 22) + 16 * document.count
    }
  }

  init(
    _ rows: [TableRow], columns: ColumnSpecifications, _ document: XMLNodeTable, _ vocabulary: TableVocabulary,
    _ budget: inout Budget
  ) {
    self.document = document
    self.vocabulary = vocabulary
    self.columns = columns
    headerCount = TableHeader(document, vocabulary).count(of: rows)
    layOut(rows, &budget)
  }

  private mutating func layOut(_ rows: [TableRow], _ budget: inout Budget) {
    guard !rows.isEmpty else { return faults.append(.withoutRows) }
    var grid = TableGrid(rowCount: rows.count, budget: budget.spanned)
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
    budget.spanned = grid.budget
    finish(grid, mayOmitCells: isCALS, &budget)
  }

  private mutating func finish(_ grid: TableGrid, mayOmitCells: Bool, _ budget: inout Budget) {
    if grid.refusedSpans > 0 { faults.append(.spansTooLarge(grid.refusedSpans)) }
    let widths = grid.rows.map(\.count)
    let width = widths.max() ?? 0
    let (area, overflows) = width.multipliedReportingOverflow(by: widths.count)
    let written = widths.reduce(0, +)
    guard !overflows, area - written <= budget.padding else { return faults.append(.tooRagged(width)) }
    budget.padding -= area - written
    let short = widths.count { $0 < width }
    if short > 0, !mayOmitCells { faults.append(.shortRows(short, of: widths.count, width: width)) }
    cells = grid.cells
  }
}
