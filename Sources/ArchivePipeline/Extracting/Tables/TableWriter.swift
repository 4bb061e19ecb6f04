public import ArticleModel
public import Extraction

/// Writes tables: a file each beside a description of all, one workbook or database, or all in one long form.
public final class TableWriter {
  private let layout: TableLayout
  private var sink: any TableSink
  /// The tables of each header, in the order in which headers came, where tables are joined.
  private var joined: [[ExtractedTable]]?
  private var placeOfHeader: [[String]: Int] = [:]
  /// How many tables were read.
  public private(set) var count = 0
  /// How many were written: fewer where tables are joined.
  public private(set) var writtenCount = 0

  /// - Parameters:
  ///   - output: A folder, for a workbook or a database the file or the folder that it goes to; nil where the caller takes
  ///     the long form from ``take()``.
  ///   - isLong: Whether all tables make one, a row a cell.
  ///   - joins: Whether tables with the same header make one.
  /// - Throws: ``FileFault``.
  public init(_ layout: TableLayout, output: String?, isLong: Bool, joins: Bool = false) throws(FileFault) {
    self.layout = layout
    if let format = layout.format.rowFormat {
      if isLong || output == nil {
        sink = LongTables(output, format, layout.options)
      } else {
        sink = TableFolder(output ?? ".", format, layout.options)
      }
    } else {
      let path = Self.file(output ?? ".", layout.format)
      sink = layout.format == .xlsx ? TableWorkbook(path) : try TableDatabase(path)
    }
    if joins { joined = [] }
  }

  /// In a folder, a workbook is called `tables.xlsx`.
  private static func file(_ output: String, _ format: TableFormat) -> String {
    let isFolder = output.hasSuffix("/") || FileSystem.kind(of: output) == .folder
    return isFolder ? Path.join(output, "tables.\(format.rawValue)") : output
  }

  /// Writes a table, or keeps it until all are there that it is joined with.
  ///
  /// - Returns: What is to be said of it.
  /// - Throws: ``FileFault``.
  public func write(_ table: ExtractedTable) throws(FileFault) -> [Diagnostic] {
    count += 1
    guard joined != nil else { return try write(TableOutput(table, layout)) }
    let header = table.header
    if !header.isEmpty, let place = placeOfHeader[header] {
      joined?[place].append(table)
    } else {
      if !header.isEmpty { placeOfHeader[header] = joined?.count }
      joined?.append([table])
    }
    return []
  }

  private func write(_ output: TableOutput) throws(FileFault) -> [Diagnostic] {
    writtenCount += 1
    return try sink.write(output)
  }

  /// What the long form has gained since the last call.
  public func take() -> [UInt8] { sink.take() }

  /// Ends the run; what the long form has gained by that is to be taken.
  ///
  /// - Throws: ``FileFault``.
  public func finish() throws(FileFault) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for tables in joined ?? [] { diagnostics += try write(TableOutput(joining: tables, layout)) }
    return diagnostics + (try sink.finish())
  }
}
