public import Extraction

/// The formats in which tables are written; the raw value is the name on the command line.
public enum TableFormat: String, Sendable, CaseIterable, Hashable {
  case csv, tsv, json, jsonl, markdown, html, xlsx, sqlite

  /// The format of rows; nil where all tables make one file that is written at the end.
  public var rowFormat: RowFormat? { RowFormat(rawValue: rawValue) }

  /// The format of a file by its name: that of a workbook or a database.
  public init?(fileName: String) {
    switch Path.fileExtension(of: fileName) {
    case "xlsx": self = .xlsx
    case "sqlite", "sqlite3", "db": self = .sqlite
    default: return nil
    }
  }

  /// Typed where the format has types of its own.
  public var defaultStyle: ValueStyle {
    switch self {
    case .csv, .tsv, .markdown, .html: .text
    case .json, .jsonl, .xlsx, .sqlite: .typed
    }
  }
}

/// How tables are written.
public struct TableLayout: Sendable {
  public var format: TableFormat
  public var style: ValueStyle
  /// Whether units stand in a column of their own.
  public var hasUnits = false
  public var options = RowOptions()

  public init(_ format: TableFormat, style: ValueStyle? = nil) {
    self.format = format
    self.style = style ?? format.defaultStyle
  }
}

/// A table as it is written, with where it comes from.
public struct TableOutput: Sendable {
  /// The table; of one that was joined, the first.
  public var table: ExtractedTable
  public var typed: TypedTable
  /// All tables whose rows it has.
  public var sources: [Source]

  public struct Source: Hashable, Sendable {
    public var document: String
    public var table: String
    public var xpath: String

    init(_ table: ExtractedTable) {
      document = table.document
      self.table = table.id
      xpath = table.xpath
    }
  }

  init(_ table: ExtractedTable, _ layout: TableLayout) {
    self.table = table
    typed = TypedTable(table, layout.style, hasUnits: layout.hasUnits)
    sources = [Source(table)]
  }
}

extension TableOutput {
  /// Tables of one header on top of each other, each row behind its document and its table.
  init(joining tables: [ExtractedTable], _ layout: TableLayout) {
    var all = tables[0]
    all.rows = tables.flatMap(\.rows)
    all.roles = tables.flatMap(\.roles)
    all.notes = []
    if !tables.allSatisfy({ $0.caption == tables[0].caption }) { all.caption = "" }
    if !tables.allSatisfy({ $0.language == tables[0].language }) { all.language = "" }
    let provenance = [
      (name: "document", values: tables.flatMap { table in table.rows.map { _ in table.document } }),
      (name: "table", values: tables.flatMap { table in table.rows.map { _ in table.id } }),
    ]
    table = all
    typed = TypedTable(all, layout.style, hasUnits: layout.hasUnits, provenance: provenance)
    sources = tables.map(Source.init)
  }
}
