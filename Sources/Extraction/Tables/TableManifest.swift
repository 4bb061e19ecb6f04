/// What was extracted from where: an entry a table.
public struct TableManifest: Hashable, Sendable {
  /// One table and the file that it was written to.
  public struct Entry: Hashable, Sendable {
    public var document: String
    public var table: String
    public var xpath: String
    public var caption: String
    /// The file's path, relative to the manifest.
    public var file: String
    /// How many rows were written, header rows not counted.
    public var rows: Int
    public var columns: Int

    /// The entry of a table.
    public init(_ table: ExtractedTable, file: String) {
      document = table.document
      self.table = table.id
      xpath = table.xpath
      caption = table.caption
      self.file = file
      rows = table.rows.count
      columns = table.columnCount
    }
  }

  public var entries: [Entry]

  public init(entries: [Entry] = []) { self.entries = entries }

  /// The manifest as rows, to be written as JSON or CSV.
  public var rowTable: RowTable {
    RowTable(
      columns: ["document", "table", "xpath", "caption", "file", "rows", "columns"],
      rows: entries.map {
        [$0.document, $0.table, $0.xpath, $0.caption, $0.file, String($0.rows), String($0.columns)]
      })
  }
}
