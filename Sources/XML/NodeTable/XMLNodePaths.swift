/// The XPaths of many nodes of a table: the children of each node are counted once.
package struct XMLNodePaths {
  private let table: XMLNodeTable
  /// The place of a node among its siblings of the same kind and name, for the children of all that were asked about.
  private var ordinals: [Int32: Int32] = [:]

  private struct Sort: Hashable {
    var kind: XMLNodeTable.Kind
    var name: Int32
  }

  package init(_ table: XMLNodeTable) { self.table = table }

  /// An XPath of a node: `/TEI/text[1]/body[1]/p[3]/@n`. Positions count siblings of the same name or kind; the root has
  /// none. nil for a node deeper than ``ElementPaths/maximumDepth``.
  package mutating func path(of node: Int32) -> String? {
    if node == 0 { return "/" }
    var steps: [String] = []
    var current = node
    while current > 0 {
      guard steps.count < ElementPaths.maximumDepth else { return nil }
      steps.append(step(to: current))
      current = table.parents[Int(current)]
    }
    return steps.reversed().reduce(into: "") { $0 += "/" + $1 }
  }

  private mutating func step(to node: Int32) -> String {
    switch table.kinds[Int(node)] {
    case .document: ""
    case .attribute: "@" + table.qualifiedName(node)
    case .element where node == table.elements[0]: table.qualifiedName(node)
    case .element: "\(table.qualifiedName(node))[\(ordinal(of: node))]"
    case .text: "text()[\(ordinal(of: node))]"
    case .comment: "comment()[\(ordinal(of: node))]"
    case .processingInstruction: "processing-instruction()[\(ordinal(of: node))]"
    }
  }

  private mutating func ordinal(of node: Int32) -> Int32 {
    if let known = ordinals[node] { return known }
    let parent = table.parents[Int(node)]
    var counts: [Sort: Int32] = [:]
    var child = parent + 1
    while child < table.ends[Int(parent)] {
      let kind = table.kinds[Int(child)]
      if kind != .attribute {
        let sort = Sort(kind: kind, name: kind == .element ? table.nodeNames[Int(child)] : -1)
        counts[sort, default: table.earlierSiblings[child] ?? 0] += 1
        ordinals[child] = counts[sort]
      }
      child = table.ends[Int(child)]
    }
    return ordinals[node]!
  }
}
