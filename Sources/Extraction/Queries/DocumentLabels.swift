import TEIText
internal import XML

/// What documents are called, looked up once where a table has one.
struct DocumentLabels {
  private let table: XMLNodeTable
  private var only: String?
  /// Whether the table has one document.
  private let isAlone: Bool

  init(_ table: XMLNodeTable) {
    self.table = table
    let root = table.root
    let name = table.nodeNames[Int(root.number)]
    isAlone =
      root.name != "teiCorpus" && root.name != "teiCorpus.2"
      && !table.nodeNames[(Int(root.number) + 1)...].contains(name)
  }

  /// The element of the document in which a node stands: its `TEI`, or the root.
  func document(of node: Int32) -> Int32 {
    guard !isAlone else { return table.root.number }
    var element = node
    while element > 0 {
      if table.kinds[Int(element)] == .element, XMLNodeTable.Node(table, element).isDocument { return element }
      element = table.parents[Int(element)]
    }
    return table.root.number
  }

  mutating func label(of node: Int32) -> String {
    if let only { return only }
    var element = node
    while element > 0, table.kinds[Int(element)] != .element { element = table.parents[Int(element)] }
    let label = DocumentLabel.of(XMLNodeTable.Node(table, element > 0 ? element : table.root.number))
    if isAlone { only = label }
    return label
  }
}
