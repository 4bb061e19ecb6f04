/// The formats in which rows are written one after another; the raw value is the name on the command line.
public enum RowFormat: String, Sendable, CaseIterable, Hashable {
  case csv, tsv, json, jsonl, markdown, html

  /// What files of the format end in, without the dot.
  public var fileExtension: String { self == .markdown ? "md" : rawValue }

  /// All of a table, as UTF-8.
  public func bytes(of table: RowTable, options: RowOptions = RowOptions()) -> [UInt8] {
    var writer = RowWriter(self, head: table, options: options)
    for row in table.rows { writer.write(row) }
    return writer.finish()
  }

  fileprivate func encoding(_ head: RowTable, _ options: RowOptions) -> any RowEncoding {
    switch self {
    case .csv: CSVEncoding(columns: head.columns, options: options)
    case .tsv: TSVEncoding(columns: head.columns, options: options)
    case .json: JSONEncoding(head)
    case .jsonl: JSONLinesEncoding(head)
    case .markdown: MarkdownEncoding(columns: head.columns)
    case .html: HTMLEncoding(head)
    }
  }
}

/// What readers of CSV and TSV may want.
public struct RowOptions: Hashable, Sendable {
  /// Whether values that a spreadsheet would take for formulas have an apostrophe put before them.
  public var escapesFormulas: Bool
  /// Whether CSV and TSV begin with U+FEFF, by which Excel knows UTF-8.
  public var hasByteOrderMark: Bool

  public init(escapesFormulas: Bool = false, hasByteOrderMark: Bool = false) {
    self.escapesFormulas = escapesFormulas
    self.hasByteOrderMark = hasByteOrderMark
  }
}

/// Writes rows one after another, so that an archive need not be held in memory.
///
///     var writer = RowWriter(.csv, columns: ["document", "value"])
///     writer.write(["a", "1"])
///     output.write(writer.take())
///     …
///     output.write(writer.finish())
public struct RowWriter: Sendable {
  private let encoding: any RowEncoding
  private var pending: [UInt8] = []
  private var isFirst = true

  /// Begins a table, with its header where the format has one.
  ///
  /// - Parameter types: Of the columns; JSON writes numbers as such. Those that are not named are text.
  public init(_ format: RowFormat, columns: [String], types: [RowType] = [], options: RowOptions = RowOptions()) {
    self.init(format, head: RowTable(columns: columns, types: types), options: options)
  }

  /// Begins a table with the columns and the caption of another, whose rows are not written.
  init(_ format: RowFormat, head: RowTable, options: RowOptions) {
    encoding = format.encoding(head, options)
    encoding.open(&pending)
  }

  /// Adds a row. Values beyond the columns are left out, missing ones are empty.
  public mutating func write(_ row: [String]) {
    let missing = encoding.columns.count - row.count
    let values = missing >= 0 ? row + Array(repeating: "", count: missing) : Array(row.prefix(encoding.columns.count))
    encoding.add(values, isFirst: isFirst, to: &pending)
    isFirst = false
  }

  /// What was written since the last call.
  public mutating func take() -> [UInt8] {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending
  }

  /// Ends the table, and hands out what was written since the last ``take()``.
  public mutating func finish() -> [UInt8] {
    encoding.close(isEmpty: isFirst, &pending)
    return take()
  }
}

/// How one format writes rows.
protocol RowEncoding: Sendable {
  var columns: [String] { get }
  func open(_ output: inout [UInt8])
  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8])
  func close(isEmpty: Bool, _ output: inout [UInt8])
}

extension RowEncoding {
  func close(isEmpty: Bool, _ output: inout [UInt8]) {}
}

extension [UInt8] {
  mutating func append(_ text: some StringProtocol) { append(contentsOf: text.utf8) }
}
