public import XML

/// Gets the tables out of a TEI document, ours or another's (TEI P5, chapter 14.1).
public enum TableExtractor {
  /// All tables in document order; one inside another's cell is a table of its own, and no text of that cell.
  public static func tables(in document: XMLDocument) -> [ExtractedTable] {
    let elements = [document.root] + Array(document.root.descendants)
    return elements.lazy.filter { $0.isNamed("table") }.enumerated().map { table($1, number: $0 + 1) }
  }

  private static func table(_ element: XMLElement, number: Int) -> ExtractedTable {
    let rows = element.children.filter { $0.isNamed("row") }
    let cells = rows.map { row in row.children.filter { $0.isNamed("cell") } }
    var grid = TableGrid(rowCount: rows.count, cellCount: cells.reduce(0) { $0 + $1.count })
    for (index, row) in cells.enumerated() {
      for cell in row {
        grid.place(
          extracted(cell, in: rows[index]), row: index, rowSpan: cell["rows"].flatMap { Int($0) } ?? 1,
          columnSpan: cell["cols"].flatMap { Int($0) } ?? 1)
      }
    }
    let headerCount = zip(rows, cells).prefix { isHeader($0, cells: $1) }.count
    let laidOut = grid.cells
    return ExtractedTable(
      document: DocumentLabel.of(element), id: element["xml:id"] ?? "table-\(number)", xpath: element.path,
      caption: caption(of: element),
      headerRows: Array(laidOut.prefix(headerCount)), rows: Array(laidOut.dropFirst(headerCount)),
      roles: rows.dropFirst(headerCount).map { $0["role"] ?? "data" })
  }

  /// The caption above the rows, or else the one below.
  private static func caption(of table: XMLElement) -> String {
    let heads = table.children.filter { $0.isNamed("head") }
    let captions = heads.isEmpty ? table.children.filter { $0.isNamed("trailer") } : heads
    return captions.map(PlainText.of).joined(separator: " ")
  }

  /// A row of labels says so, or each of its cells does.
  private static func isHeader(_ row: XMLElement, cells: [XMLElement]) -> Bool {
    if let role = row["role"] { return role == "label" }
    return !cells.isEmpty && cells.allSatisfy { $0["role"] == "label" }
  }

  private static func extracted(_ cell: XMLElement, in row: XMLElement) -> ExtractedCell {
    let isLabel = (cell["role"] ?? row["role"]) == "label"
    if cell["rend"] == "padding" { return ExtractedCell(text: "", isLabel: isLabel) }
    return ExtractedCell(text: PlainText.of(cell), isLabel: isLabel)
  }
}
