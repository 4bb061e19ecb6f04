import Extraction

/// Writes what a query over an archive finds: at once, or where all has to be known before, at the end.
struct QueryOutput {
  private let run: ArchiveQuery
  private let write: ([UInt8]) throws -> Void
  private var writer: RowWriter?
  private var groups = QueryGroups()
  private var held: [QueryRows.Row] = []
  private var seen: Set<[String]> = []
  private var count = 0

  init(_ run: ArchiveQuery, write: @escaping ([UInt8]) throws -> Void) {
    self.run = run
    self.write = write
    if case .rows(let format) = run.format { writer = RowWriter(format, columns: run.columns) }
  }

  /// A line of values with tabs between them.
  static func appendLine(_ values: [String], to output: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { output.append(0x09) }
      output += value.utf8
    }
    output.append(0x0A)
  }

  func begin() throws {
    if case .xml = run.format { try write(QueryXML.opening) }
  }

  mutating func add(text: [UInt8], rows: [QueryRows.Row], groups: [[String]], count: Int) throws {
    self.count += count
    guard !run.counts else {
      if !run.query.groups.isEmpty { for values in groups { self.groups.add(values) } }
      return
    }
    if !run.query.groups.isEmpty {
      for values in groups { self.groups.add(values) }
      return
    }
    if !text.isEmpty { try write(text) }
    for row in rows {
      if run.isDistinct, !seen.insert(Array(row.values.dropFirst())).inserted { continue }
      if run.order.isEmpty { try put(row) } else { held.append(row) }
    }
    try flush()
  }

  mutating func end() throws {
    if !run.query.groups.isEmpty {
      held = groups.rows.map { QueryRows.Row($0, xml: QueryXML.bytes(of: $0, columns: run.columns)) }
    } else if run.counts {
      let row = [String(count)]
      held = [QueryRows.Row(row, xml: QueryXML.bytes(of: row, columns: run.columns))]
    }
    if !run.order.isEmpty { _ = QueryRows.sort(&held, by: run.order, columns: run.columns) }
    for row in held {
      try put(row)
      try flush()
    }
    if let rest = writer?.finish() { try write(rest) }
    if case .xml = run.format { try write(QueryXML.closing) }
  }

  private mutating func put(_ row: QueryRows.Row) throws {
    switch run.format {
    case .rows: writer?.write(row.values)
    case .xml: try write(row.xml)
    case .text:
      var line: [UInt8] = []
      // The document is of no interest among the results themselves.
      let isResult = run.query.groups.isEmpty && !run.counts
      Self.appendLine(isResult ? Array(row.values.dropFirst()) : row.values, to: &line)
      try write(line)
    }
  }

  private mutating func flush() throws {
    if let bytes = writer?.take(), !bytes.isEmpty { try write(bytes) }
  }
}
