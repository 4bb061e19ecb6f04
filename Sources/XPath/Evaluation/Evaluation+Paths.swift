/// Paths, steps, predicates and sets of nodes.
extension Evaluation {
  func path(_ start: Expression, _ steps: [PathStep], _ focus: Focus) throws(EvaluationFault) -> Value {
    var nodes = try nodes(try evaluate(start, focus))
    for (index, step) in steps.enumerated() {
      if nodes.isEmpty { return .empty }
      switch step {
      case .axis(let axis, let test, let predicates):
        nodes = try self.step(axis, test, predicates, from: ordered(nodes))
      case .expression(let expression):
        let value = try expressionStep(expression, from: nodes)
        guard let found = value.nodes else {
          guard index == steps.count - 1 else { throw EvaluationFault("a step of a path yields no nodes") }
          return value
        }
        nodes = ordered(found)
      }
    }
    return .nodes(nodes)
  }

  private func step(
    _ axis: Axis, _ test: NodeTest, _ predicates: [Predicate], from nodes: [Int32]
  ) throws(EvaluationFault) -> [Int32] {
    var result: [Int32] = []
    var candidates: [Int32] = []
    let goesDown = axis == .descendant || axis == .descendantOrSelf
    let isPositional = predicates.contains(where: \.isPositional)
    // Behind the node at a fixed position the axis is of no interest, nor before one that is counted from its end.
    let (wanted, before): (Int, Int?) =
      switch predicates.first?.place {
      case .first(let place): (max(0, place), nil)
      case .last(let before): (.max, before)
      case nil: (.max, nil)
      }
    var reached: Int32 = 0
    var limit = 4 * table.count + 1024
    for node in nodes {
      if goesDown, !isPositional {
        // What lies below a node before this one is found already.
        if node < reached { continue }
        reached = table.ends[Int(node)]
      }
      if predicates.isEmpty {
        try collect(axis, from: node, test, into: &result)
      } else {
        candidates.removeAll(keepingCapacity: true)
        var rest = predicates[...]
        if let before, case (let last, true) = try last(axis, from: node, test, before: before) {
          if let last { candidates.append(last) }
          rest = rest.dropFirst()
        } else {
          try collect(axis, from: node, test, into: &candidates, limit: wanted)
        }
        for predicate in rest { candidates = try filter(candidates, predicate) }
        result += candidates
      }
      if result.count > limit {
        result = ordered(result)
        limit = 2 * result.count + 4 * table.count
      }
    }
    // In a reverse axis the nodes stand backwards; sorting puts that right, too.
    return ordered(result)
  }

  private func expressionStep(_ expression: Expression, from nodes: [Int32]) throws(EvaluationFault) -> Value {
    var items: [Item] = []
    for (index, node) in nodes.enumerated() {
      try append(
        try evaluate(expression, Focus(node: node, position: index + 1, size: nodes.count)), to: &items)
    }
    return Value(items)
  }

  /// The nodes that pass a predicate; they stand in the order of their axis.
  func filter(_ nodes: [Int32], _ predicate: Predicate) throws(EvaluationFault) -> [Int32] {
    if let place = predicate.place { return place.index(among: nodes.count).map { [nodes[$0]] } ?? [] }
    var kept: [Int32] = []
    for (index, node) in nodes.enumerated() {
      let focus = Focus(node: node, position: index + 1, size: nodes.count)
      if try passes(predicate, focus) { kept.append(node) }
    }
    return kept
  }

  /// A predicate's truth: a number is a position (XPath 3.1, section 3.2.2).
  func passes(_ predicate: Predicate, _ focus: Focus) throws(EvaluationFault) -> Bool {
    guard predicate.isPositional else { return try boolean(predicate.expression, focus) }
    let value = try evaluate(predicate.expression, focus)
    if value.count == 1, let number = value[0].double { return number == Double(focus.position) }
    return try truth(value)
  }

  func filter(_ operand: Expression, _ predicates: [Predicate], _ focus: Focus) throws(EvaluationFault) -> Value {
    var value = try evaluate(operand, focus)
    for predicate in predicates {
      if case .nodes(let nodes) = value {
        value = .nodes(try filter(nodes, predicate))
        continue
      }
      var kept: [Item] = []
      for index in 0..<value.count {
        let focus = Focus(value[index], position: index + 1, size: value.count)
        try spend()
        if try passes(predicate, focus) { kept.append(value[index]) }
      }
      value = Value(kept)
    }
    return value
  }

  func union(_ parts: [Expression], _ focus: Focus) throws(EvaluationFault) -> [Int32] {
    var found: [Int32] = []
    for part in parts { found += try nodes(try evaluate(part, focus)) }
    try spend(found.count)
    return ordered(found)
  }

  package func nodes(_ value: Value) throws(EvaluationFault) -> [Int32] {
    guard let nodes = value.nodes else {
      throw EvaluationFault("\(value.first?.typeName ?? "a value") stands where nodes are expected")
    }
    return nodes
  }

  func nodeComparison(
    _ comparison: NodeComparison, _ left: Expression, _ right: Expression, _ focus: Focus
  ) throws(EvaluationFault) -> Value {
    let first = try nodes(try evaluate(left, focus))
    if first.isEmpty { return .empty }
    let second = try nodes(try evaluate(right, focus))
    guard first.count <= 1, second.count <= 1 else {
      throw EvaluationFault("several nodes stand where the place of one is compared")
    }
    guard let first = first.first, let second = second.first else { return .empty }
    switch comparison {
    case .same: return .item(.boolean(first == second))
    case .before: return .item(.boolean(first < second))
    case .after: return .item(.boolean(first > second))
    }
  }

  /// Whether a value is of a type (XPath 3.1, section 2.5.5).
  func matches(_ value: Value, _ type: SequenceType) -> Bool {
    if value.isEmpty { return type.allowsNone }
    guard value.count == 1 || type.allowsMany else { return false }
    return value.items.allSatisfy { item in
      switch (type.item, item) {
      case (.any, _): true
      case (.emptySequence, _): false
      case (.atomic(let type), _): type.holds(item)
      case (.node(let test), .node(let node)): passes(node, test, principal: .element)
      case (.node, _): false
      }
    }
  }
}
