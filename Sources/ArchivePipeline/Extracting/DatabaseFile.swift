public import Databases
public import Extraction

/// A SQLite database in a file, which is there whole or not at all.
///
///     let file = try DatabaseFile("entities.sqlite")
///     try file.write(rows, as: "mentions")
///     try file.finish()
public final class DatabaseFile {
  private let path: String
  private let part: PartialFile
  private let database: RowDatabase
  /// Whether the file has neither its name yet nor is given up.
  private var isOpen = true

  /// Begins a database under another name beside it; folders are made.
  ///
  /// - Throws: ``FileFault``.
  public init(_ path: String) throws(FileFault) {
    try FileSystem.makeFolder(Path.folder(of: path))
    let part = try PartialFile(of: path)
    self.path = path
    self.part = part
    do throws(DatabaseFault) {
      database = try RowDatabase(path: part.temporary)
    } catch {
      part.discard()
      throw FileFault("cannot write", path, reason: error.reason)
    }
  }

  /// Writes into the database.
  ///
  /// - Throws: ``FileFault``; then nothing of the file is left behind.
  public func write<Result>(
    _ body: (RowDatabase) throws(DatabaseFault) -> Result
  ) throws(FileFault) -> Result {
    do throws(DatabaseFault) {
      return try body(database)
    } catch {
      discard()
      throw FileFault("cannot write", path, reason: error.reason)
    }
  }

  /// Makes a table of rows, and answers it; its name gets a number where it is taken.
  ///
  /// - Throws: As ``write(_:)``.
  @discardableResult
  public func write(_ rows: RowTable, as name: String) throws(FileFault) -> RowDatabase.Table {
    try write { (database) throws(DatabaseFault) in try database.write(rows, as: name) }
  }

  /// Gives the file its name.
  ///
  /// - Throws: As ``write(_:)``.
  public func finish() throws(FileFault) {
    try write { (database) throws(DatabaseFault) in try database.finish() }
    isOpen = false
    try part.complete()
  }

  /// Leaves nothing of the file behind, where it is not finished.
  public func discard() {
    guard isOpen else { return }
    isOpen = false
    part.discard()
  }
}
