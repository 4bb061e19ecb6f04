internal import ArticleModel

/// A table has as many rows and columns as its `rows` and `cols` say, spans counted.
///
/// In a table of ours every row reaches the last column; in others a row may be short.
public struct TableSizeRule: ValidationRule {
  public let codes = ["table-size"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    let severity = document.isOurs ? Diagnostic.Severity.error : .warning
    var findings: [Finding] = []
    for element in document.elements {
      guard let table = element.table else { continue }
      let (height, width) = (table.height, table.width)
      if let claimed = table.claimedRows, claimed != height {
        findings.append(
          Finding(severity, code: codes[0], "table has \(height) rows; attribute \"rows\" says \(claimed)", at: element)
        )
      }
      guard let claimed = table.claimedColumns else { continue }
      if claimed != width {
        findings.append(
          Finding(
            severity, code: codes[0], "table has \(width) columns; attribute \"cols\" says \(claimed)", at: element))
      } else if document.isOurs {
        for (row, own) in table.uneven {
          findings.append(Finding(.error, code: codes[0], "row has \(own) columns; expected \(claimed)", at: row))
        }
      }
    }
    return findings
  }
}
