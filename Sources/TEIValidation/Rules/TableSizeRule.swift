internal import ArticleModel
internal import XML

/// A table has as many rows and columns as its `rows` and `cols` say, spans counted.
///
/// In a table of ours every row reaches the last column; in others a row may be short.
public struct TableSizeRule: ValidationRule {
  public let codes = ["table-size"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    let severity = document.isOurs ? Diagnostic.Severity.error : .warning
    var findings: [Finding] = []
    for table in document.elements where table.name == "table" {
      let rows = table.element.children.filter { $0.isNamed("row") }
      let widths = Self.widths(of: rows)
      let height = rows.reduce(0) { $0 + Self.span($1["rows"]) }
      if let claimed = table["rows"].flatMap({ Int($0) }), claimed != height {
        findings.append(
          Finding(
            severity, code: codes[0], "table has \(height) rows; attribute \"rows\" says \(claimed)", at: table.element)
        )
      }
      guard let claimed = table["cols"].flatMap({ Int($0) }) else { continue }
      let width = widths.max() ?? 0
      if claimed != width {
        findings.append(
          Finding(
            severity, code: codes[0], "table has \(width) columns; attribute \"cols\" says \(claimed)",
            at: table.element))
      } else if document.isOurs {
        for (row, own) in zip(rows, widths) where own != claimed {
          findings.append(Finding(.error, code: codes[0], "row has \(own) columns; expected \(claimed)", at: row))
        }
      }
    }
    return findings
  }

  /// How many columns each row reaches over, cells that reach down from rows above among them.
  private static func widths(of rows: [XMLElement]) -> [Int] {
    /// For each column, how many more rows a cell above takes of it.
    var taken: [Int] = []
    return rows.map { row in
      var column = 0
      var next = taken.map { max(0, $0 - 1) }
      var width = taken.lastIndex { $0 > 0 }.map { $0 + 1 } ?? 0
      for cell in row.children where cell.isNamed("cell") {
        while column < taken.count, taken[column] > 0 { column += 1 }
        let end = column + span(cell["cols"])
        if next.count < end { next += Array(repeating: 0, count: end - next.count) }
        for covered in column..<end { next[covered] = max(next[covered], span(cell["rows"]) - 1) }
        column = end
        width = max(width, end)
      }
      taken = next
      return width
    }
  }

  /// A span: 1 where it is not given or no number. Bounded, as an attribute of a foreign file may say anything.
  private static func span(_ value: String?) -> Int { min(max(1, value.flatMap { Int($0) } ?? 1), 10_000) }
}
