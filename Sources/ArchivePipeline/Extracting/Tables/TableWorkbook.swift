import ArticleModel
import Extraction

/// A workbook with a sheet a table.
struct TableWorkbook: TableSink {
  private let path: String
  private var workbook = Workbook(
    contentsColumns: ["document", "table", "caption", "rows", "columns", "xpath"],
    types: [.text, .text, .text, .integer, .integer, .text])

  init(_ path: String) { self.path = path }

  mutating func write(_ output: TableOutput) throws(FileFault) -> [Diagnostic] {
    let (table, typed) = (output.table, output.typed)
    let entry = [
      output.sources.count == 1 ? table.document : "\(output.sources.count) tables", table.id, table.caption,
      String(typed.rows.rows.count), String(typed.columns.count), table.xpath,
    ]
    let cut = workbook.cutCells
    do throws(Workbook.Fault) {
      try workbook.add(typed.rows, name: table.document, units: typed.columns.map(\.unit), entry: entry)
    } catch {
      guard error == .sheetTooLarge else {
        throw FileFault(
          "cannot write", path, reason: "a workbook has at most 65,000 sheets and 4 GB; try --format sqlite")
      }
      let message = "table \"\(table.id)\" has more rows or columns than a sheet of a workbook; it is left out"
      return [Diagnostic(.warning, code: "table-too-large", message, file: path, xpath: table.xpath)]
    }
    guard workbook.cutCells > cut else { return [] }
    let message = "table \"\(table.id)\" has cells of more than 32,767 characters; they are cut"
    return [Diagnostic(.warning, code: "cell-too-long", message, file: path, xpath: table.xpath)]
  }

  mutating func finish() throws(FileFault) -> [Diagnostic] {
    try FileSystem.makeFolder(Path.folder(of: path))
    try FileSystem.write(workbook.bytes(), to: path)
    return []
  }
}
