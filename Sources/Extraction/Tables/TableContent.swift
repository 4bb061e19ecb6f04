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

  /// How many cells tables may have that are not written in them: as many as is right for its own size for each, and
  /// beyond that what is left for all tables of a document, so that none is at another's expense. Many small tables could
  /// have as many as a large one.
  struct Budget {
    /// Those that spans add.
    private(set) var spanned = 4096
    /// What rows that are a few cells short may add; a row of a million cells above a million short ones would add more.
    private(set) var padding = 1 << 22

    /// What a table of so many rows and cells may add whatever others did.
    static func own(_ rows: [TableRow]) -> Int { 32 * rows.reduce(0) { $0 + $1.cells.count + 1 } }

    mutating func take(spanned count: Int, own: Int) { spanned -= max(0, count - own) }

    mutating func take(padding count: Int, own: Int) { padding -= max(0, count - own) }
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
    let own = Budget.own(rows)
    var grid = TableGrid(rowCount: rows.count, budget: budget.spanned + own)
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
    budget.take(spanned: budget.spanned + own - grid.budget, own: own)
    finish(grid, mayOmitCells: isCALS, own, &budget)
  }

  private mutating func finish(_ grid: TableGrid, mayOmitCells: Bool, _ own: Int, _ budget: inout Budget) {
    if grid.refusedSpans > 0 { faults.append(.spansTooLarge(grid.refusedSpans)) }
    let widths = grid.rows.map(\.count)
    let width = widths.max() ?? 0
    let (area, overflows) = width.multipliedReportingOverflow(by: widths.count)
    let written = widths.reduce(0, +)
    guard !overflows, area - written <= budget.padding + own else { return faults.append(.tooRagged(width)) }
    budget.take(padding: area - written, own: own)
    let short = widths.count { $0 < width }
    if short > 0, !mayOmitCells { faults.append(.shortRows(short, of: widths.count, width: width)) }
    cells = grid.cells
  }
}
