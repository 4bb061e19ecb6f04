import ArticleModel
import Databases
import Extraction

/// A database with all tables as they are, a catalogue of them, and all cells in long form.
struct TableDatabase: TableSink {
  private let part: PartialFile
  private let path: String
  private let database: RowDatabase
  private let catalogue: RowDatabase.Table
  private let columns: RowDatabase.Table
  private let cells: RowDatabase.Table
  private let notes: RowDatabase.Table

  /// - Throws: ``FileFault``.
  init(_ path: String) throws(FileFault) {
    self.path = path
    try FileSystem.makeFolder(Path.folder(of: path))
    let part = try PartialFile(of: path)
    self.part = part
    do throws(DatabaseFault) {
      database = try RowDatabase(path: part.temporary)
      catalogue = try database.makeTable(
        "catalogue",
        columns: ["name", "document", "table_id", "caption", "xpath", "language", "row_count", "column_count"],
        types: [.text, .text, .text, .text, .text, .text, .integer, .integer])
      columns = try database.makeTable(
        "columns", columns: ["name", "position", "column", "header", "type", "unit"],
        types: [.text, .integer, .text, .text, .text, .text])
      cells = try database.makeTable(
        "cells", columns: ["name", "document", "table_id", "row", "col", "header", "value"],
        types: [.text, .text, .text, .integer, .integer, .text, .text])
      notes = try database.makeTable(
        "notes", columns: ["name", "row", "col", "note"], types: [.text, .integer, .integer, .text])
    } catch {
      part.discard()
      throw FileFault("cannot write", path, reason: error.reason)
    }
  }

  mutating func write(_ output: TableOutput) throws(FileFault) -> [Diagnostic] {
    let (table, typed) = (output.table, output.typed)
    guard typed.columns.count <= RowDatabase.maximumColumnCount, !typed.columns.isEmpty else {
      if typed.columns.isEmpty { return [] }
      let message = "table \"\(table.id)\" has more than \(RowDatabase.maximumColumnCount) columns; it is left out"
      return [Diagnostic(.warning, code: "table-too-large", message, file: path, xpath: table.xpath)]
    }
    do throws(DatabaseFault) {
      let name = ExtractedTableName.of(document: table.document, id: table.id)
      let made = try database.write(typed.rows, as: name)
      try database.insert(
        [
          [
            made.name, output.sources.count == 1 ? table.document : "", table.id, table.caption, table.xpath,
            table.language,
            String(typed.rows.rows.count), String(typed.columns.count),
          ]
        ], into: catalogue)
      try database.insert(
        typed.columns.enumerated().map { index, column in
          [made.name, String(index + 1), made.columns[index], column.name, column.type.rawValue, column.unit ?? ""]
        }, into: columns)
      if output.sources.count == 1 {
        try database.insert(table.longRows.lazy.map { [made.name] + $0 }, into: cells)
        try database.insert(
          table.notes.map { [made.name, $0.row.map(String.init) ?? "", $0.column.map(String.init) ?? "", $0.text] },
          into: notes)
      }
      return []
    } catch {
      throw fault(error)
    }
  }

  mutating func finish() throws(FileFault) -> [Diagnostic] {
    do throws(DatabaseFault) {
      try database.makeIndex(on: cells, columns: ["name"])
      try database.finish()
    } catch {
      throw fault(error)
    }
    try part.complete()
    return []
  }

  private func fault(_ fault: DatabaseFault) -> FileFault {
    part.discard()
    return FileFault("cannot write", path, reason: fault.reason)
  }
}
