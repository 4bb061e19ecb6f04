/// A cell of an extracted table.
public struct ExtractedCell: Hashable, Sendable {
  /// The text, whitespace normalised; empty for padding.
  public var text: String
  /// Whether the cell labels others (`role="label"`).
  public var isLabel: Bool
  /// Whether it repeats a cell that spans several rows or columns.
  public var isSpanned: Bool

  public init(text: String, isLabel: Bool = false, isSpanned: Bool = false) {
    self.text = text
    self.isLabel = isLabel
    self.isSpanned = isSpanned
  }

  static let empty = ExtractedCell(text: "")
}

/// A table of a TEI document as a grid: every row has as many cells as the widest.
public struct ExtractedTable: Hashable, Sendable {
  /// What the document is called.
  public var document: String
  /// The table's xml:id, or `table-3` for the third table of a file where it has none.
  public var id: String
  /// Where it stands.
  public var xpath: String
  /// The `head` of the table, or else its `trailer`; empty where there is neither.
  public var caption: String
  /// The leading rows of labels.
  public var headerRows: [[ExtractedCell]]
  /// The rows after them.
  public var rows: [[ExtractedCell]]
  /// The `role` of each of ``rows``: `data` where it has none.
  public var roles: [String]

  /// How many columns the table has.
  public var columnCount: Int { headerRows.first?.count ?? rows.first?.count ?? 0 }

  /// A name for each column: the labels above it, joined with " / "; empty where there are no rows of labels.
  public var header: [String] {
    guard !headerRows.isEmpty else { return [] }
    return (0..<columnCount).map { column in
      var labels: [String] = []
      for row in headerRows where !row[column].text.isEmpty && row[column].text != labels.last {
        labels.append(row[column].text)
      }
      return labels.joined(separator: " / ")
    }
  }
}

extension ExtractedTable {
  /// The table as rows. Columns without a label are called `column 1` and so on.
  public var rowTable: RowTable {
    let header = header
    let columns = (0..<columnCount).map { index in
      index < header.count && !header[index].isEmpty ? header[index] : "column \(index + 1)"
    }
    return RowTable(columns: columns, rows: rows.map { $0.map(\.text) })
  }

  /// The columns of the long form: a row a cell.
  public static let longColumns = ["doc", "table", "row", "col", "header", "value"]

  /// The table in long form, with ``longColumns``: rows and columns count from 1, empty cells included.
  public var longRows: [[String]] {
    let header = header
    return rows.enumerated().flatMap { row, cells in
      cells.enumerated().map { column, cell in
        [document, id, String(row + 1), String(column + 1), header.isEmpty ? "" : header[column], cell.text]
      }
    }
  }
}
