import ArticleModel
internal import Databases
import Extraction

/// A database with all tables as they are, a catalogue of them, and all cells in long form.
struct TableDatabase: TableSink {
  private let path: String
  private let file: DatabaseFile
  private let catalogue: RowDatabase.Table
  private let columns: RowDatabase.Table
  private let cells: RowDatabase.Table
  private let notes: RowDatabase.Table

  /// - Throws: ``FileFault``.
  init(_ path: String) throws(FileFault) {
    self.path = path
    file = try DatabaseFile(path)
    catalogue = try file.write(
      RowTable(
        columns: ["name", "document", "table_id", "caption", "xpath", "language", "row_count", "column_count"],
        types: [.text, .text, .text, .text, .text, .text, .integer, .integer]), as: "catalogue")
    columns = try file.write(
      RowTable(
        columns: ["name", "position", "column", "header", "type", "unit"],
        types: [.text, .integer, .text, .text, .text, .text]), as: "columns")
    cells = try file.write(
      RowTable(
        columns: ["name", "document", "table_id", "row", "col", "header", "value"],
        types: [.text, .text, .text, .integer, .integer, .text, .text]), as: "cells")
    notes = try file.write(
      RowTable(columns: ["name", "row", "col", "note"], types: [.text, .integer, .integer, .text]), as: "notes")
  }

  mutating func write(_ output: TableOutput) throws(FileFault) -> [Diagnostic] {
    let (table, typed) = (output.table, output.typed)
    if typed.columns.isEmpty { return [] }
    guard typed.columns.count <= RowDatabase.maximumColumnCount else {
      let message = "table \"\(table.id)\" has more than \(RowDatabase.maximumColumnCount) columns; it is left out"
      return [Diagnostic(.warning, code: "table-too-large", message, file: path, xpath: table.xpath)]
    }
    let name = ExtractedTableName.of(document: table.document, id: table.id)
    try file.write { (database) throws(DatabaseFault) in
      let made = try database.write(typed.rows, as: name)
      let document = output.sources.count == 1 ? table.document : ""
      let size = [String(typed.rows.rows.count), String(typed.columns.count)]
      try database.insert(
        [[made.name, document, table.id, table.caption, table.xpath, table.language] + size], into: catalogue)
      try database.insert(
        typed.columns.enumerated().map { index, column in
          [made.name, String(index + 1), made.columns[index], column.name, column.type.rawValue, column.unit ?? ""]
        }, into: columns)
      // Of joined tables, no cell stands in one place.
      guard output.sources.count == 1 else { return }
      try database.insert(table.longRows.lazy.map { [made.name] + $0 }, into: cells)
      try database.insert(
        table.notes.map { [made.name, $0.row.map(String.init) ?? "", $0.column.map(String.init) ?? "", $0.text] },
        into: notes)
    }
    return []
  }

  mutating func finish() throws(FileFault) -> [Diagnostic] {
    try file.write { (database) throws(DatabaseFault) in try database.makeIndex(on: cells, columns: ["name"]) }
    try file.finish()
    return []
  }
}
