internal import XML

/// How many rows and columns a cell takes, and in CALS where it begins.
struct CellSpan: Equatable {
  var rows = 1
  var columns = 1
  /// The column that it names, from 0; nil where it takes the next free one.
  var start: Int?

  /// More rows or columns than any table has.
  static let limit = 1 << 20

  private static func count(_ text: String?) -> Int { max(1, min(text.flatMap { Int($0) } ?? 1, limit)) }

  /// `rows` and `cols` (TEI P5, att.tableDecoration).
  static func tei(_ cell: XMLNodeTable.Node) -> CellSpan {
    CellSpan(rows: count(cell["rows"]), columns: count(cell["cols"]))
  }

  /// `rowspan` and `colspan` (HTML, section 4.9.11); no row is beyond the section of the cell, which 0 asks for in full.
  static func html(_ cell: XMLNodeTable.Node, rowsLeft: Int) -> CellSpan {
    let rows = cell["rowspan"] == "0" ? rowsLeft : min(count(cell["rowspan"]), rowsLeft)
    return CellSpan(rows: rows, columns: count(cell["colspan"]))
  }

  /// `morerows`, and `spanname`, or `namest` with `nameend`, or `colname` (CALS; OASIS TR 9503).
  static func cals(_ entry: XMLNodeTable.Node, _ columns: ColumnSpecifications) -> CellSpan {
    let rows = 1 + min(max(0, entry["morerows"].flatMap { Int($0) } ?? 0), limit)
    let span = entry["spanname"].flatMap { columns.spans[$0] }
    guard let start = (span?.start ?? entry["namest"] ?? entry["colname"]).flatMap({ columns.numbers[$0] }) else {
      return CellSpan(rows: rows)
    }
    let end = (span?.end ?? entry["nameend"]).flatMap { columns.numbers[$0] } ?? start
    return CellSpan(rows: rows, columns: max(1, end - start + 1), start: start)
  }
}

/// The names of columns and of spans in a `tgroup` of CALS.
struct ColumnSpecifications {
  /// The columns by name, from 0.
  private(set) var numbers: [String: Int] = [:]
  private(set) var spans: [String: (start: String, end: String)] = [:]

  init() {}

  init(of group: Int32, _ reading: TableRows) {
    var next = 0
    for child in reading.children(of: group) {
      let node = XMLNodeTable.Node(reading.table, child)
      switch reading.vocabulary.element(child, in: reading.table) {
      case .columnSpecification:
        if let number = node["colnum"].flatMap({ Int($0) }), (1...CellSpan.limit).contains(number) { next = number - 1 }
        if let name = node["colname"] { numbers[name] = next }
        next += 1
      case .spanSpecification:
        if let name = node["spanname"], let start = node["namest"], let end = node["nameend"] {
          spans[name] = (start, end)
        }
      default: break
      }
    }
  }
}
