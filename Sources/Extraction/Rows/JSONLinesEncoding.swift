/// JSON Lines: an object a row, a row a line.
struct JSONLinesEncoding: RowEncoding {
  let columns: [String]
  private let row: JSONRow

  init(_ head: RowTable) {
    columns = head.columns
    row = JSONRow(head)
  }

  func open(_ output: inout [UInt8]) {}

  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8]) {
    row.append(values, to: &output)
    output.append("\n")
  }
}
