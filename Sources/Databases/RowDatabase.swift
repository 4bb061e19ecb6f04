public import Extraction
import GRDB

/// What SQLite says of a database that cannot be written.
public struct DatabaseFault: Error, Hashable, Sendable {
  /// As `database or disk is full`.
  public var reason: String

  init(_ error: any Error) { reason = (error as? GRDB.DatabaseError)?.message ?? "\(error)" }
}

/// A SQLite database that rows are written into, all in one transaction.
///
///     let database = try RowDatabase(path: "rows.sqlite")
///     let mentions = try database.makeTable("mentions", columns: ["document", "start"], types: [.text, .integer])
///     try database.insert([["a", "12"]], into: mentions)
///     try database.finish()
///
/// The same rows make the same bytes (with the same release of SQLite). The file is of use only once ``finish()`` has
/// returned: who wants it whole or not at all gives it its name afterwards.
public final class RowDatabase {
  /// A table of the database.
  public struct Table: Hashable, Sendable {
    /// What it is called in the database.
    public let name: String
    /// What its columns are called in the database.
    public let columns: [String]
    let types: [RowType]
    fileprivate let insertion: String
  }

  /// No table of SQLite has more columns (SQLITE_MAX_COLUMN).
  public static let maximumColumnCount = 2000

  private let queue: DatabaseQueue
  /// Names in use, in lower case: SQLite ignores the case of ASCII letters.
  private var taken: Set<String> = []

  /// - Parameter path: Of a file that is empty or not there.
  /// - Throws: ``DatabaseFault``.
  public init(path: String) throws(DatabaseFault) {
    var configuration = Configuration()
    // The transaction stays open from call to call.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      // Nothing is rolled back: half a file is thrown away.
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN") }
    } catch {
      throw DatabaseFault(error)
    }
  }

  /// Makes a table. Its name and those of its columns get a number where they are taken.
  ///
  /// - Parameter types: Of the columns; those that are not named are text.
  /// - Throws: ``DatabaseFault``, as where there are more columns than ``maximumColumnCount``.
  public func makeTable(_ name: String, columns: [String], types: [RowType] = []) throws(DatabaseFault) -> Table {
    var name = Self.unique(name.lowercased().hasPrefix("sqlite_") ? "_" + name : name, &taken)
    if name.isEmpty { name = Self.unique("table", &taken) }
    var takenColumns: Set<String> = []
    let columns = columns.map { Self.unique($0.isEmpty ? "column" : $0, &takenColumns) }
    let types = columns.indices.map { $0 < types.count ? types[$0] : .text }
    let declarations = zip(columns, types).map { "\(Self.quoted($0)) \(Self.declaration(of: $1))" }
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    try run {
      try $0.execute(sql: "CREATE TABLE \(Self.quoted(name)) (\(declarations.joined(separator: ", ")))")
    }
    return Table(
      name: name, columns: columns, types: types,
      insertion: "INSERT INTO \(Self.quoted(name)) VALUES (\(places))")
  }

  /// Adds rows. A value that is missing is NULL where its column is not text.
  ///
  /// - Throws: ``DatabaseFault``.
  public func insert(_ rows: some Sequence<[String]>, into table: Table) throws(DatabaseFault) {
    try run { database in
      let statement = try database.makeStatement(sql: table.insertion)
      for row in rows {
        let values = table.types.indices.map { $0 < row.count ? Self.value(row[$0], table.types[$0]) : nil }
        try statement.execute(arguments: StatementArguments(values))
      }
    }
  }

  /// Makes a table of rows, and answers what it is called.
  ///
  /// - Throws: ``DatabaseFault``.
  @discardableResult public func write(_ rows: RowTable, as name: String) throws(DatabaseFault) -> Table {
    let table = try makeTable(name, columns: rows.columns, types: rows.types)
    try insert(rows.rows, into: table)
    return table
  }

  /// Makes an index on columns of a table.
  ///
  /// - Throws: ``DatabaseFault``.
  public func makeIndex(on table: Table, columns: [String]) throws(DatabaseFault) {
    let name = Self.unique("\(table.name) by \(columns.joined(separator: ", "))", &taken)
    let list = columns.map(Self.quoted).joined(separator: ", ")
    try run {
      try $0.execute(
        sql: "CREATE INDEX \(Self.quoted(name)) ON \(Self.quoted(table.name)) (\(list))")
    }
  }

  /// Ends the transaction and closes the file.
  ///
  /// - Throws: ``DatabaseFault``.
  public func finish() throws(DatabaseFault) {
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
      try queue.close()
    } catch {
      throw DatabaseFault(error)
    }
  }

  private func run(_ body: (Database) throws -> Void) throws(DatabaseFault) {
    do { try queue.writeWithoutTransaction(body) } catch { throw DatabaseFault(error) }
  }

  /// A name as SQL has it. GRDB's own does not double the quotes in it.
  private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

  private static func unique(_ name: String, _ taken: inout Set<String>) -> String {
    var candidate = name
    var number = 1
    while !taken.insert(candidate.lowercased()).inserted {
      number += 1
      candidate = "\(name) (\(number))"
    }
    return candidate
  }

  private static func declaration(of type: RowType) -> String {
    switch type {
    case .text: "TEXT NOT NULL"
    case .integer, .year, .boolean: "INTEGER"
    case .number: "REAL"
    case .date, .yearmonth: "TEXT"
    }
  }

  private static func value(_ text: String, _ type: RowType) -> (any DatabaseValueConvertible)? {
    switch type {
    case .text: text
    case _ where text.isEmpty: nil
    case .integer, .year: Int64(text)
    case .number: Double(text)
    case .boolean: text == "true" ? 1 : 0
    case .date, .yearmonth: text
    }
  }
}
