internal import XML

/// The axes, over the flat table of nodes.
extension Evaluation {
  /// Whether a node passes a test on an axis.
  func passes(_ node: Int32, _ test: NodeTest, principal: XMLNodeTable.Kind) -> Bool {
    let kind = table.kinds[Int(node)]
    switch test {
    case .node: return true
    case .text: return kind == .text
    case .comment: return kind == .comment
    case .document: return kind == .document
    case .name(let test): return kind == principal && passes(table.nodeNames[Int(node)], test)
    case .element(let test): return kind == .element && passes(table.nodeNames[Int(node)], test)
    case .attribute(let test): return kind == .attribute && passes(table.nodeNames[Int(node)], test)
    case .processingInstruction(let local):
      guard kind == .processingInstruction else { return false }
      return local == nil || table.names.names[Int(table.nodeNames[Int(node)])].local == local
    }
  }

  private func passes(_ name: Int32, _ test: NameTest) -> Bool {
    switch test {
    case .any: true
    case .name(let wanted): name == wanted
    case .namespace(let namespace): table.names.names[Int(name)].namespace == namespace
    case .local(let local): table.names.names[Int(name)].local == local
    }
  }

  /// Appends the nodes of an axis that pass a test, in the order of the axis: the first so many.
  func collect(
    _ axis: Axis, from node: Int32, _ test: NodeTest, into found: inout [Int32], limit: Int = .max
  ) throws(EvaluationFault) {
    let kinds = table.kinds
    let start = found.count
    func isDone() -> Bool { found.count - start >= limit }
    func take(_ node: Int32) { if passes(node, test, principal: .element) { found.append(node) } }
    switch axis {
    case .selfAxis: take(node)
    case .attribute:
      guard kinds[Int(node)] == .element else { return }
      var next = Int(node) + 1
      while next < kinds.count, kinds[next] == .attribute, !isDone() {
        if passes(Int32(next), test, principal: .attribute) { found.append(Int32(next)) }
        next += 1
      }
      try spend(next - Int(node))
    case .child:
      var next = firstChild(node)
      while next < table.ends[Int(node)], !isDone() {
        take(next)
        next = table.ends[Int(next)]
        try spend()
      }
    case .descendant, .descendantOrSelf:
      if axis == .descendantOrSelf { take(node) }
      try collectRange(
        firstChild(node)..<max(firstChild(node), table.ends[Int(node)]), test, &found, limit - (found.count - start))
    case .parent: if table.parents[Int(node)] >= 0 { take(table.parents[Int(node)]) }
    case .ancestor, .ancestorOrSelf:
      var next = axis == .ancestor ? table.parents[Int(node)] : node
      while next >= 0, !isDone() {
        take(next)
        next = table.parents[Int(next)]
        try spend()
      }
    case .followingSibling:
      guard kinds[Int(node)] != .attribute, node > 0 else { return }
      let end = table.ends[Int(table.parents[Int(node)])]
      var next = table.ends[Int(node)]
      while next < end, !isDone() {
        take(next)
        next = table.ends[Int(next)]
        try spend()
      }
    case .precedingSibling:
      var next = table.previous[Int(node)]
      while next >= 0, !isDone() {
        take(next)
        next = table.previous[Int(next)]
        try spend()
      }
    case .following:
      // The children of its element follow an attribute.
      let first =
        kinds[Int(node)] == .attribute ? firstChild(table.parents[Int(node)]) : table.ends[Int(node)]
      try collectRange(first..<max(first, Int32(kinds.count)), test, &found, limit)
    case .preceding:
      var ancestor = table.parents[Int(node)]
      var next = node - 1
      while next > 0, !isDone() {
        if next == ancestor {
          ancestor = table.parents[Int(next)]
        } else if kinds[Int(next)] != .attribute {
          take(next)
        }
        next -= 1
        try spend()
      }
    }
  }

  /// The nodes of a range, attributes left out.
  private func collectRange(
    _ range: Range<Int32>, _ test: NodeTest, _ found: inout [Int32], _ limit: Int
  ) throws(EvaluationFault) {
    guard !range.isEmpty, limit > 0 else { return }
    let start = found.count
    if case .name(.name(let name)) = test, range.count > 16 {
      let elements = index.elements(named: name, in: range)
      try spend(min(limit, elements.count))
      found += elements.prefix(limit)
      return
    }
    for node in range where table.kinds[Int(node)] != .attribute {
      try spend()
      guard passes(node, test, principal: .element) else { continue }
      found.append(node)
      if found.count - start >= limit { return }
    }
  }

  /// The node after an element's attributes; for a node without children its end.
  func firstChild(_ node: Int32) -> Int32 {
    var next = Int(node) + 1
    guard table.ends[Int(node)] > Int32(next) else { return Int32(next) }
    while next < table.kinds.count, table.kinds[next] == .attribute { next += 1 }
    return Int32(next)
  }

  /// Nodes in document order, none twice.
  func ordered(_ nodes: [Int32]) -> [Int32] {
    var isOrdered = true
    for index in nodes.indices.dropFirst() where nodes[index - 1] >= nodes[index] {
      isOrdered = false
      break
    }
    if isOrdered { return nodes }
    var result: [Int32] = []
    result.reserveCapacity(nodes.count)
    for node in nodes.sorted() where node != result.last { result.append(node) }
    return result
  }
}
