extension FunctionLibrary {
  /// Functions of sequences.
  static let sequences: [String: Function] = [
    "distinct-values": Function(arity: 1...1, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      var texts: Set<ExactString> = []
      var others: [Item] = []
      var kept: [Item] = []
      for item in try evaluation.atomized(arguments[0]) {
        switch item {
        case .string(let text), .untyped(let text):
          if texts.insert(ExactString(text)).inserted { kept.append(item) }
        default:
          var isNew = true
          for former in others where isNew {
            try evaluation.spend()
            isNew = !evaluation.isSame(former, item)
          }
          guard isNew else { continue }
          others.append(item)
          kept.append(item)
        }
      }
      return Value(kept)
    },
    "index-of": Function(arity: 2...2, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      guard let wanted = try evaluation.single(arguments[1]) else { throw EvaluationFault("nothing to look for") }
      var found: [Item] = []
      for (index, item) in try evaluation.atomized(arguments[0]).enumerated() where evaluation.isSame(item, wanted) {
        found.append(.integer(index + 1))
      }
      return Value(found)
    },
    "reverse": Function(arity: 1...1, language: .xpath2, mayBeNumber: true) { _, arguments throws(EvaluationFault) in
      Value(arguments[0].items.reversed())
    },
    "sort": Function(arity: 1...1, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      let items = try evaluation.atomized(arguments[0])
      try evaluation.spend(items.count)
      do {
        // Of equals the first stays first.
        return Value(
          try items.enumerated().sorted { left, right in
            if try evaluation.precedes(left.element, right.element) { return true }
            return try !evaluation.precedes(right.element, left.element) && left.offset < right.offset
          }.map(\.element))
      } catch {
        throw (error as? EvaluationFault) ?? EvaluationFault("values that have no order")
      }
    },
    "error": Function(arity: 0...3, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      let message = arguments.count > 1 ? try evaluation.atomicString(arguments[1]) : "\"error\" is called"
      throw EvaluationFault(message)
    },
    "head": Function(arity: 1...1, language: .xpath2, mayBeNumber: true) { _, arguments throws(EvaluationFault) in
      arguments[0].first.map { .item($0) } ?? .empty
    },
    "tail": Function(arity: 1...1, language: .xpath2, mayBeNumber: true) { _, arguments throws(EvaluationFault) in
      Value(Array(arguments[0].items.dropFirst()))
    },
    "unordered": Function(arity: 1...1, language: .xpath2, mayBeNumber: true) { _, arguments throws(EvaluationFault) in
      arguments[0]
    },
    "subsequence": Function(arity: 2...3, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      let first = Rounding.half(try evaluation.number(arguments[1])?.double ?? .nan)
      let length = arguments.count > 2 ? Rounding.half(try evaluation.number(arguments[2])?.double ?? .nan) : .infinity
      let kept = arguments[0].items.enumerated().filter { index, _ in
        Double(index + 1) >= first && Double(index + 1) < first + length
      }
      return Value(kept.map(\.element))
    },
    "insert-before": Function(arity: 3...3, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      var items = arguments[0].items
      let position = try evaluation.integer(arguments[1]) ?? 1
      items.insert(contentsOf: arguments[2].items, at: min(items.count, max(0, position - 1)))
      return Value(items)
    },
    "remove": Function(arity: 2...2, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      var items = arguments[0].items
      let position = try evaluation.integer(arguments[1]) ?? 0
      if items.indices.contains(position - 1) { items.remove(at: position - 1) }
      return Value(items)
    },
    "zero-or-one": cardinality(0...1, "at most one"),
    "exactly-one": cardinality(1...1, "exactly one"),
    "one-or-more": cardinality(1...Int.max, "at least one"),
    "deep-equal": Function(arity: 2...2, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      let (first, second) = (arguments[0], arguments[1])
      guard first.count == second.count else { return .item(.boolean(false)) }
      for index in 0..<first.count {
        guard try evaluation.isDeepEqual(first[index], second[index]) else { return .item(.boolean(false)) }
      }
      return .item(.boolean(true))
    },
  ]

  private static func cardinality(_ allowed: ClosedRange<Int>, _ phrase: String) -> Function {
    Function(arity: 1...1, language: .xpath2, mayBeNumber: true) { _, arguments throws(EvaluationFault) in
      guard allowed.contains(arguments[0].count) else {
        throw EvaluationFault("\(arguments[0].count) values; expected \(phrase)")
      }
      return arguments[0]
    }
  }
}

extension Evaluation {
  /// The order of values for `sort`; untyped ones are strings.
  fileprivate func precedes(_ left: Item, _ right: Item) throws(EvaluationFault) -> Bool {
    func text(_ item: Item) -> Item { if case .untyped(let text) = item { .string(text) } else { item } }
    return try compare(.less, text(left), text(right))
  }

  /// Whether two atomic values are equal; values that cannot be compared are not.
  func isSame(_ left: Item, _ right: Item) -> Bool {
    switch (left, right) {
    case (.string(let first), .string(let second)), (.string(let first), .untyped(let second)),
      (.untyped(let first), .string(let second)), (.untyped(let first), .untyped(let second)):
      return first.isSame(as: second)
    default:
      if let first = left.double, let second = right.double, first.isNaN, second.isNaN { return true }
      return (try? compare(.equal, left, right)) ?? false
    }
  }

  /// The function `deep-equal` for two items (Functions and Operators 3.1, section 15.3.1).
  func isDeepEqual(_ left: Item, _ right: Item) throws(EvaluationFault) -> Bool {
    guard case .node(let first) = left else {
      if case .node = right { return false }
      return isSame(left, right)
    }
    guard case .node(let second) = right else { return false }
    return try isDeepEqual(first, second)
  }

  /// Walks through both trees side by side, without recursion: depth first, by number.
  private func isDeepEqual(_ left: Int32, _ right: Int32) throws(EvaluationFault) -> Bool {
    let first = significant(left)
    let second = significant(right)
    guard first.count == second.count else { return false }
    try spend(first.count)
    for (one, other) in zip(first, second) {
      guard table.kinds[Int(one.node)] == table.kinds[Int(other.node)], one.depth == other.depth,
        table.nodeNames[Int(one.node)] == table.nodeNames[Int(other.node)]
      else { return false }
      switch table.kinds[Int(one.node)] {
      case .element: guard attributes(one.node) == attributes(other.node) else { return false }
      case .document: break
      default: guard table.string(one.node).isSame(as: table.string(other.node)) else { return false }
      }
    }
    return true
  }

  /// A node and what lies below it, but for attributes, comments and processing instructions.
  private func significant(_ top: Int32) -> [(node: Int32, depth: Int)] {
    var found = [(node: top, depth: 0)]
    var ends: [Int32] = []
    for node in (top + 1)..<max(top + 1, table.ends[Int(top)]) {
      while let end = ends.last, end <= node { ends.removeLast() }
      switch table.kinds[Int(node)] {
      case .element, .text: found.append((node, ends.count + 1))
      default: break
      }
      if table.kinds[Int(node)] == .element { ends.append(table.ends[Int(node)]) }
    }
    return found
  }

  private func attributes(_ element: Int32) -> [Int32: ExactString] {
    var found: [Int32: ExactString] = [:]
    for attribute in (element + 1)..<firstChild(element) {
      found[table.nodeNames[Int(attribute)]] = ExactString(table.string(attribute))
    }
    return found
  }
}
