import TEIText
internal import XML

/// What documents are called, looked up once where a table has one.
struct DocumentLabels {
  private let table: XMLNodeTable
  private var only: String?

  init(_ table: XMLNodeTable) { self.table = table }

  mutating func label(of node: Int32) -> String {
    if let only { return only }
    var element = node
    while element > 0, table.kinds[Int(element)] != .element { element = table.parents[Int(element)] }
    let label = TEIText.DocumentLabel.of(XMLNodeTable.Node(table, element > 0 ? element : table.root.number))
    let root = table.root.name
    if root != "teiCorpus", root != "teiCorpus.2" { only = label }
    return label
  }
}
