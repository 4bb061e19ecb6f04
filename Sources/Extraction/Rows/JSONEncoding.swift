import ArticleModel

/// A JSON array with an object a row. Every value is a string, as it stands in the text.
struct JSONEncoding: RowEncoding {
  let columns: [String]
  private let keys: [String]

  init(columns: [String]) {
    self.columns = columns
    keys = RowKeys.distinct(columns)
  }

  func open(_ output: inout [UInt8]) { output.append("[") }

  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8]) {
    output.append(isFirst ? "\n  " : ",\n  ")
    JSONText.appendObject(zip(keys, values), to: &output) { JSONText.append($0, to: &$1) }
  }

  func close(isEmpty: Bool, _ output: inout [UInt8]) { output.append(isEmpty ? "]\n" : "\n]\n") }
}
