public import ArticleModel

/// What markup says that a cell means, where one element makes all of its text.
public struct MarkedValue: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case number, date }

  public var kind: Kind
  /// A decimal number, or a date of ISO 8601, as the attribute has it.
  public var value: String
  /// The unit or currency of a measure, as the attribute has it; `%` for percentages.
  public var unit: String?

  public init(_ kind: Kind, _ value: String, unit: String? = nil) {
    self.kind = kind
    self.value = value
    self.unit = unit
  }
}

/// A cell of an extracted table.
public struct ExtractedCell: Hashable, Sendable {
  /// The text, whitespace normalised; empty for padding.
  public var text: String
  /// Whether the cell labels others (`role="label"`, `th`).
  public var isLabel: Bool
  /// Whether it repeats a cell that spans several rows or columns.
  public var isSpanned: Bool
  /// The meaning that markup gives it.
  public var marked: MarkedValue?

  public init(text: String, isLabel: Bool = false, isSpanned: Bool = false, marked: MarkedValue? = nil) {
    self.text = text
    self.isLabel = isLabel
    self.isSpanned = isSpanned
    self.marked = marked
  }

  static let empty = ExtractedCell(text: "")
}

/// A note in a table: no part of any value.
public struct ExtractedNote: Hashable, Sendable {
  /// The row of data that it stands in, from 1; 0 for rows of labels, nil for the table itself.
  public var row: Int?
  /// The column, from 1; nil for the table itself.
  public var column: Int?
  public var text: String

  public init(row: Int? = nil, column: Int? = nil, text: String) {
    self.row = row
    self.column = column
    self.text = text
  }
}

/// A table of a TEI document as a grid: every row has as many cells as the widest.
public struct ExtractedTable: Hashable, Sendable {
  /// What the document is called.
  public var document: String
  /// The table's xml:id, or `table-3` for the third table of a file where it has none.
  public var id: String
  /// The element of the document in its file.
  package var documentNode: Int32 = 0
  /// Which table of the document it is, from 1, where it has no xml:id.
  package var number: Int?
  /// Where it stands; empty where it stands more than a hundred levels deep.
  public var xpath: String
  /// The language that it is in (BCP 47); empty where nothing says so.
  public var language: String
  /// The `head` of the table, that of its figure, or else its `trailer`; empty where there is none.
  public var caption: String
  /// The leading rows of labels.
  public var headerRows: [[ExtractedCell]]
  /// The rows after them.
  public var rows: [[ExtractedCell]]
  /// The `role` of each of ``rows``: `data` where it has none.
  public var roles: [String]
  /// The notes in cells and below the table.
  public var notes: [ExtractedNote] = []
  /// What had to be mended: short rows that were filled up, spans that are too large.
  public var diagnostics: [Diagnostic] = []

  /// How many columns the table has.
  public var columnCount: Int { headerRows.first?.count ?? rows.first?.count ?? 0 }

  /// How many leading columns label their rows: in every row they are labels, and another column is none.
  public var labelColumnCount: Int {
    guard !rows.isEmpty else { return 0 }
    let count = rows.reduce(columnCount) { count, row in min(count, row.prefix(count).prefix(while: \.isLabel).count) }
    return count < columnCount ? count : 0
  }

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

  /// The names of the columns: those without a label are called `column 1` and so on.
  public var columnNames: [String] {
    let header = header
    return (0..<columnCount).map { index in
      index < header.count && !header[index].isEmpty ? header[index] : "column \(index + 1)"
    }
  }

  /// Takes the first rows for rows of labels, whatever they say.
  public mutating func setHeaderRows(_ count: Int) {
    let all = headerRows + rows
    let allRoles = Array(repeating: "label", count: headerRows.count) + roles
    headerRows = Array(all.prefix(count))
    rows = Array(all.dropFirst(count))
    roles = Array(allRoles.dropFirst(count))
  }
}

extension ExtractedTable {
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
