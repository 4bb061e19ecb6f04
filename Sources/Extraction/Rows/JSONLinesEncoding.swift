/// JSON Lines: an object a row, a row a line.
struct JSONLinesEncoding: RowEncoding {
  let columns: [String]
  private let keys: [String]

  init(columns: [String]) {
    self.columns = columns
    keys = JSONText.distinct(columns)
  }

  func open(_ output: inout [UInt8]) {}

  func add(_ values: [String], isFirst: Bool, to output: inout [UInt8]) {
    JSONText.append(keys: keys, values: values, to: &output)
    output.append("\n")
  }
}
