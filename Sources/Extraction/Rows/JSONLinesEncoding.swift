import ArticleModel

/// JSON Lines: an object a row, a row a line.
struct JSONLinesEncoding: RowEncoding {
  let columns: [String]
  private let keys: [String]

  init(columns: [String]) {
    self.columns = columns
    keys = RowKeys.distinct(columns)
  }

  func open(_ output: inout [UInt8]) {}

  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8]) {
    JSONText.appendObject(zip(keys, values), to: &output) { JSONText.append($0, to: &$1) }
    output.append("\n")
  }
}
