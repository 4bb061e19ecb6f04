internal import XML

extension MarkedValue {
  /// What the markup of a cell says, where one `num`, `measure` or `date` makes all of its text.
  static func of(_ cell: Int32, in table: XMLNodeTable, _ vocabulary: TableVocabulary) -> MarkedValue? {
    var current = cell
    while let only = onlyChild(of: current, in: table, vocabulary) {
      let node = XMLNodeTable.Node(table, only)
      switch vocabulary.element(only, in: table) {
      case .number:
        return node["value"].map { MarkedValue(.number, $0, unit: isPercentage(node) ? "%" : nil) }
      case .measure:
        guard let quantity = node["quantity"] else { return nil }
        let unit = node["unit"] ?? node["unitRef"] ?? node["commodity"] ?? (isPercentage(node) ? "%" : nil)
        return MarkedValue(.number, quantity, unit: unit)
      case .date: return node["when"].map { MarkedValue(.date, $0) }
      case .choice, .apparatus, .table, .dropped: return nil
      default: current = only
      }
    }
    return nil
  }

  private static func isPercentage(_ node: XMLNodeTable.Node) -> Bool {
    node["type"] == "percentage" || node["type"] == "percent"
  }

  /// The one element in which all text of another stands; notes do not count.
  private static func onlyChild(of element: Int32, in table: XMLNodeTable, _ vocabulary: TableVocabulary) -> Int32? {
    var only: Int32?
    for node in XMLNodeTable.Node(table, element).nodes {
      switch node.kind {
      case .text:
        let text = table.text[Int(table.starts[Int(node.number)])..<Int(table.stops[Int(node.number)])]
        guard text.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else { return nil }
      case .element where ![.note, .lineBreak].contains(vocabulary.element(node.number, in: table)):
        guard only == nil else { return nil }
        only = node.number
      default: break
      }
    }
    return only
  }
}
