import ArticleModel
internal import Databases
import Extraction

extension EntityReport {
  /// Writes mentions as they come, so that an archive of any size fits into memory.
  func writeMentions(
    _ inputs: [InputFile], _ columns: [MentionColumn], _ report: ([Diagnostic]) -> Void,
    _ print: @escaping ([UInt8]) -> Void
  ) throws -> Int {
    switch format {
    case .rows(let format, let options):
      var writer = RowWriter(format, columns: columns.map(\.name), types: columns.map(\.rowType), options: options)
      try write(print) { (put: ([UInt8]) throws -> Void) in
        try mentions.each(inputs) { yield in
          report(yield.diagnostics)
          for (index, mention) in (yield.value ?? []).enumerated() {
            writer.write(columns.map { $0.value(of: mention) })
            if index % 1024 == 1023 { try put(writer.take()) }
          }
          try put(writer.take())
        }
        try put(writer.finish())
      }
    case .sqlite:
      let types = columns.map(\.rowType)
      try writeDatabase { file in
        let table = try file.write { (database) throws(DatabaseFault) in
          try database.makeTable("mentions", columns: columns.map(\.name), types: types)
        }
        try mentions.each(inputs) { yield in
          report(yield.diagnostics)
          let rows = (yield.value ?? []).map { mention in columns.map { $0.value(of: mention) } }
          try file.write { (database) throws(DatabaseFault) in try database.insert(rows, into: table) }
        }
      }
    }
    return 0
  }

  func write(_ table: RowTable, as name: String, _ print: @escaping ([UInt8]) -> Void) throws {
    switch format {
    case .rows(let format, let options): try write(format.bytes(of: table, options: options), print)
    case .sqlite: try writeDatabase { file in try file.write(table, as: name) }
    }
  }

  func write(_ graph: CooccurrenceGraph, _ format: GraphFormat, _ print: @escaping ([UInt8]) -> Void) throws {
    switch format {
    case .graphml: try write(GraphMLEncoding.bytes(of: graph), print)
    case .gexf: try write(GEXFEncoding.bytes(of: graph), print)
    case .gephi:
      let folder = output ?? "."
      try FileSystem.makeFolder(folder)
      for (name, table) in [("nodes", GephiTables.nodes(of: graph)), ("edges", GephiTables.edges(of: graph))] {
        try FileSystem.write(RowFormat.csv.bytes(of: table), to: Path.join(folder, "\(name).csv"))
      }
    }
  }

  func write(_ bytes: [UInt8], _ print: @escaping ([UInt8]) -> Void) throws {
    try write(print) { (put: ([UInt8]) throws -> Void) in try put(bytes) }
  }

  /// Opens the output, a file under another name until it is whole.
  private func write(_ print: @escaping ([UInt8]) -> Void, _ body: (([UInt8]) throws -> Void) throws -> Void) throws {
    guard let output else { return try body(print) }
    try FileSystem.makeFolder(Path.folder(of: output))
    let part = try PartialFile(of: output)
    do {
      try body { bytes in
        if !FileSystem.writeAll(bytes, to: part.descriptor) { throw FileFault("cannot write", output) }
      }
    } catch {
      part.discard()
      throw error
    }
    try part.complete()
  }

  private func writeDatabase(_ body: (DatabaseFile) throws -> Void) throws {
    guard let output else { preconditionFailure("a database is a file") }
    let file = try DatabaseFile(output)
    do {
      try body(file)
    } catch {
      file.discard()
      throw error
    }
    try file.finish()
  }
}

extension MentionColumn {
  /// What the values of the column are.
  var rowType: RowType {
    switch self {
    case .start, .end, .byteStart, .byteEnd: .integer
    case .latitude, .longitude: .number
    default: .text
    }
  }
}
