internal import XML

/// Axes read from their far end, so that `[last()]` does not lay out all of one for each node that it begins at.
extension Evaluation {
  /// The node that stands so many before the last on an axis; nil where there is none.
  ///
  /// - Returns: nil also for axes that are as short as the document is deep, or are read once for each parent; `isRead` is
  ///   false then.
  func last(
    _ axis: Axis, from node: Int32, _ test: NodeTest, before: Int
  ) throws(EvaluationFault) -> (node: Int32?, isRead: Bool) {
    var left = before
    switch axis {
    case .followingSibling:
      guard table.kinds[Int(node)] != .attribute, node > 0 else { return (nil, true) }
      var next = lastChild(table.parents[Int(node)])
      while next > node {
        try spend()
        if takes(next, test, &left) { return (next, true) }
        next = table.previous[Int(next)]
      }
    case .precedingSibling:
      guard table.kinds[Int(node)] != .attribute, node > 0 else { return (nil, true) }
      var next = firstChild(table.parents[Int(node)])
      while next < node {
        try spend()
        if takes(next, test, &left) { return (next, true) }
        next = table.ends[Int(next)]
      }
    case .following:
      let first = table.kinds[Int(node)] == .attribute ? firstChild(table.parents[Int(node)]) : table.ends[Int(node)]
      return (try lastInRange(first..<max(first, Int32(table.count)), test, &left), true)
    case .descendant:
      let first = firstChild(node)
      return (try lastInRange(first..<max(first, table.ends[Int(node)]), test, &left), true)
    case .preceding:
      var next: Int32 = 1
      while next < node {
        try spend()
        // An element that ends behind the node is around it.
        let isAround = table.ends[Int(next)] > node
        if !isAround, table.kinds[Int(next)] != .attribute, takes(next, test, &left) { return (next, true) }
        next += 1
      }
    case .child, .parent, .ancestor, .attribute, .selfAxis, .descendantOrSelf, .ancestorOrSelf: return (nil, false)
    }
    return (nil, true)
  }

  private func takes(_ node: Int32, _ test: NodeTest, _ left: inout Int) -> Bool {
    guard passes(node, test, principal: .element) else { return false }
    left -= 1
    return left < 0
  }

  private func lastInRange(
    _ range: Range<Int32>, _ test: NodeTest, _ left: inout Int
  ) throws(EvaluationFault) -> Int32? {
    if case .name(.name(let name)) = test, range.count > 16 {
      let elements = index.elements(named: name, in: range)
      try spend()
      return elements.count > left ? elements[elements.endIndex - 1 - left] : nil
    }
    for node in range.reversed() where table.kinds[Int(node)] != .attribute {
      try spend()
      if takes(node, test, &left) { return node }
    }
    return nil
  }

  /// The last child of a node; -1 for none.
  private func lastChild(_ node: Int32) -> Int32 {
    var last = table.ends[Int(node)] - 1
    guard last > node, last >= firstChild(node) else { return -1 }
    while table.parents[Int(last)] != node { last = table.parents[Int(last)] }
    return last
  }
}
