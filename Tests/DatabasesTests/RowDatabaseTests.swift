import Databases
import Extraction
import Foundation
import Testing

@Suite struct RowDatabaseTests {
  /// A new database, its bytes, and what the reader says to a query.
  static func database(_ write: (RowDatabase) throws -> Void) throws -> (bytes: Data, path: String) {
    let path = FileManager.default.temporaryDirectory.appending(path: "teikit-\(UUID().uuidString).sqlite").path
    let database = try RowDatabase(path: path)
    try write(database)
    try database.finish()
    return (try #require(FileManager.default.contents(atPath: path)), path)
  }

  static let rows = RowTable(
    columns: ["Year", "year", "a\"b", ""], types: [.integer, .number, .text, .boolean],
    rows: [["1", "2.5", "it's", "true"], ["", "", "", ""], ["3"]])

  @Test func namesAreUniqueWhateverTheirCase() throws {
    let (_, path) = try Self.database { database in
      let first = try database.write(Self.rows, as: "T")
      #expect(first.name == "T" && first.columns == ["Year", "year (2)", "a\"b", "column"])
      #expect(try database.write(Self.rows, as: "t").name == "t (2)")
      #expect(try database.makeTable("sqlite_x", columns: ["a"]).name == "_sqlite_x")
      #expect(try database.makeTable("", columns: ["a"]).name == "table")
      try database.makeIndex(on: first, columns: ["Year"])
    }
    try FileManager.default.removeItem(atPath: path)
  }

  @Test func theSameRowsMakeTheSameBytes() throws {
    let write = { (database: RowDatabase) in _ = try database.write(Self.rows, as: "T") }
    let (first, second) = (try Self.database(write), try Self.database(write))
    #expect(first.bytes == second.bytes && first.bytes.starts(with: Array("SQLite format 3\0".utf8)))
    for path in [first.path, second.path] { try FileManager.default.removeItem(atPath: path) }
  }

  @Test func saysWhatIsWrong() throws {
    #expect { try RowDatabase(path: "/nowhere/x.sqlite") } throws: {
      ($0 as? DatabaseFault)?.reason == "unable to open database file"
    }
    _ = try Self.database { database in
      let names = (0...RowDatabase.maximumColumnCount).map { "c\($0)" }
      #expect(throws: DatabaseFault.self) { try database.makeTable("wide", columns: names) }
    }
  }
}
