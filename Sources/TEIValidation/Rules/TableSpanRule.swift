/// Cells of a table stay within its rows, and do not lie on others.
public struct TableSpanRule: ValidationRule {
  public let codes = ["table-span"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    document.elements.flatMap { element -> [Finding] in
      guard let table = element.table else { return [] }
      var findings = table.overlaps.map { row in
        Finding(
          .warning, code: codes[0], "a cell of the row is so broad that it lies on one that reaches down from above",
          at: row)
      }
      if table.excess > 0 {
        let rows = "\(table.excess) row\(table.excess == 1 ? "" : "s")"
        findings.append(
          Finding(.warning, code: codes[0], "a cell reaches down \(rows) below the last row of the table", at: element))
      }
      return findings
    }
  }
}
