import ArticleModel
import Extraction

/// Where tables are written to.
protocol TableSink {
  /// Writes a table; what is to be said of it is answered.
  mutating func write(_ output: TableOutput) throws(FileFault) -> [Diagnostic]
  /// What goes to standard output since the last call.
  mutating func take() -> [UInt8]
  /// Ends the run.
  mutating func finish() throws(FileFault) -> [Diagnostic]
}

extension TableSink {
  mutating func take() -> [UInt8] { [] }
}

/// A file a table in a folder, beside a description of all.
struct TableFolder: TableSink {
  private let folder: String
  private let format: RowFormat
  private let options: RowOptions
  private var names = TableFileNames(taken: [DataPackage.fileName, "manifest.json"])
  private var package: DataPackage

  init(_ folder: String, _ format: RowFormat, _ options: RowOptions) {
    self.folder = folder
    self.format = format
    self.options = options
    package = DataPackage(format)
  }

  mutating func write(_ output: TableOutput) throws(FileFault) -> [Diagnostic] {
    try FileSystem.makeFolder(folder)
    let stem = ExtractedTableName.of(document: output.table.document, id: output.table.id)
    let name = names.unique(stem, format.fileExtension)
    try FileSystem.write(format.bytes(of: output.typed.rows, options: options), to: Path.join(folder, name))
    package.add(output, path: name)
    return []
  }

  mutating func finish() throws(FileFault) -> [Diagnostic] {
    try FileSystem.makeFolder(folder)
    try FileSystem.write(package.json, to: Path.join(folder, DataPackage.fileName))
    return []
  }
}

/// All tables in long form: a row a cell.
struct LongTables: TableSink {
  private let folder: String?
  private let name: String
  private var writer: RowWriter
  private var pending: [UInt8] = []

  /// - Parameter folder: nil for standard output.
  init(_ folder: String?, _ format: RowFormat, _ options: RowOptions) {
    self.folder = folder
    name = "tables.\(format.fileExtension)"
    writer = RowWriter(format, columns: ExtractedTable.longColumns, options: options)
  }

  mutating func write(_ output: TableOutput) throws(FileFault) -> [Diagnostic] {
    for row in output.table.longRows { writer.write(row) }
    return []
  }

  mutating func take() -> [UInt8] {
    defer { pending = [] }
    return folder == nil ? pending + writer.take() : []
  }

  mutating func finish() throws(FileFault) -> [Diagnostic] {
    pending = writer.finish()
    guard let folder else { return [] }
    try FileSystem.makeFolder(folder)
    try FileSystem.write(pending, to: Path.join(folder, name))
    return []
  }
}
