import ArticleModel

/// What had to be mended in a table.
enum TableFault {
  case withoutRows
  case spansTooLarge(Int)
  case tooRagged(Int)
  case shortRows(Int, of: Int, width: Int)

  func diagnostic(file: String, position: SourcePosition, xpath: String?) -> Diagnostic {
    func report(_ code: String, _ message: String, _ severity: Diagnostic.Severity = .note) -> Diagnostic {
      Diagnostic(severity, code: code, message, file: file, position: position, xpath: xpath)
    }
    switch self {
    case .withoutRows: return report("table-without-rows", "table has no rows")
    case .spansTooLarge(let count):
      let cells = count == 1 ? "a cell spans" : "\(count) cells span"
      return report("table-span-too-large", "\(cells) far more than the table has; taken for one row and column each")
    case .tooRagged(let width):
      return report(
        "table-too-ragged", "rows have up to \(width) cells, and most far fewer; the table is left out", .warning)
    case .shortRows(let short, let count, let width):
      let rows = "\(short) of \(count) rows \(short == 1 ? "has" : "have")"
      return report("table-rows-short", "\(rows) fewer than \(width) cells; filled up with empty ones")
    }
  }
}
