import ArticleModel

/// A JSON array with an object a row.
struct JSONEncoding: RowEncoding {
  let columns: [String]
  private let row: JSONRow

  init(_ head: RowTable) {
    columns = head.columns
    row = JSONRow(head)
  }

  func open(_ output: inout [UInt8]) { output.append("[") }

  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8]) {
    output.append(isFirst ? "\n  " : ",\n  ")
    row.append(values, to: &output)
  }

  func close(isEmpty: Bool, _ output: inout [UInt8]) { output.append(isEmpty ? "]\n" : "\n]\n") }
}

/// A row as a JSON object: numbers and truth values as such, null for missing ones, all else as strings.
struct JSONRow {
  private let keys: [String]
  private let types: [RowType]

  init(_ head: RowTable) {
    keys = RowKeys.distinct(head.columns)
    types = head.columns.indices.map(head.type)
  }

  func append(_ values: [String], to output: inout [UInt8]) {
    JSONText.appendObject(zip(keys, zip(values, types)), to: &output) { value, output in
      switch value {
      case (let text, .text): JSONText.append(text, to: &output)
      case ("", _): output.append("null")
      case (let number, let type) where type.isNumber || type == .boolean: output.append(number)
      case (let date, _): JSONText.append(date, to: &output)
      }
    }
  }
}
