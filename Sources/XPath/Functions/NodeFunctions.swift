internal import XML

extension FunctionLibrary {
  /// Functions of nodes and of the focus.
  static let nodes: [String: Function] = [
    "last": Function(arity: 0...0, language: .xpath1, mayBeNumber: true, uses: .position) {
      evaluation, arguments throws(EvaluationFault) in evaluation.count(arguments.focus.size)
    },
    "position": Function(arity: 0...0, language: .xpath1, mayBeNumber: true, uses: .position) {
      evaluation, arguments throws(EvaluationFault) in evaluation.count(arguments.focus.position)
    },
    "current": Function(arity: 0...0, language: .xpath1, uses: .rule) {
      evaluation, _ throws(EvaluationFault) in .nodes([evaluation.ruleNode])
    },
    "id": Function(arity: 1...2, language: .xpath1, uses: .document) { evaluation, arguments throws(EvaluationFault) in
      var found: [Int32] = []
      for item in try evaluation.atomized(arguments[0]) {
        for token in Whitespace.tokens(evaluation.string(item)) {
          try evaluation.spend()
          if let node = evaluation.index.identified[ExactString(token)] { found.append(node) }
        }
      }
      return .nodes(evaluation.ordered(found))
    },
    "key": Function(arity: 2...3, language: .xpath1, uses: .document) { evaluation, arguments throws(EvaluationFault) in
      var found: [Int32] = []
      let table = try evaluation.key(try evaluation.text(arguments[0]))
      for item in try evaluation.atomized(arguments[1]) { found += table[ExactString(evaluation.string(item))] ?? [] }
      return .nodes(evaluation.ordered(found))
    },
    "name": Function(arity: 0...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      .item(.string(try evaluation.node(arguments).map { evaluation.table.qualifiedName($0) } ?? ""))
    },
    "local-name": Function(arity: 0...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      .item(.string(try evaluation.nodeName(arguments).map { evaluation.table.names.local(of: $0) } ?? ""))
    },
    "namespace-uri": Function(arity: 0...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      .item(.string(try evaluation.nodeName(arguments).map { evaluation.table.names.namespace(of: $0) } ?? ""))
    },
    "generate-id": Function(arity: 0...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      .item(.string(try evaluation.node(arguments).map { "N\($0)" } ?? ""))
    },
    "lang": Function(arity: 1...2, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      let wanted = try evaluation.text(arguments[0]).lowercased()
      var node = try evaluation.node(
        FunctionArguments(values: Array(arguments.values.dropFirst()), focus: arguments.focus))
      while let current = node, current >= 0 {
        if let language = evaluation.language(of: current)?.lowercased() {
          return .item(.boolean(language == wanted || language.hasPrefix(wanted + "-")))
        }
        node = evaluation.table.parents[Int(current)]
      }
      return .item(.boolean(false))
    },
    "root": Function(arity: 0...1, language: .xpath2, uses: .document) {
      evaluation, arguments throws(EvaluationFault) in
      try evaluation.node(arguments) == nil ? .empty : .nodes([0])
    },
    "has-children": Function(arity: 0...1, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      guard let node = try evaluation.node(arguments) else { return .item(.boolean(false)) }
      return .item(.boolean(evaluation.firstChild(node) < evaluation.table.ends[Int(node)]))
    },
    "data": Function(arity: 0...1, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      Value(try evaluation.atomized(try arguments.orContext(0, evaluation)))
    },
    "innermost": Function(arity: 1...1, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      let nodes = evaluation.ordered(try evaluation.nodes(arguments[0]))
      return .nodes(
        nodes.indices.filter { index in
          index + 1 == nodes.count || nodes[index + 1] >= evaluation.table.ends[Int(nodes[index])]
        }.map { nodes[$0] })
    },
    "outermost": Function(arity: 1...1, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      var kept: [Int32] = []
      for node in evaluation.ordered(try evaluation.nodes(arguments[0])) {
        if let last = kept.last, node < evaluation.table.ends[Int(last)] { continue }
        kept.append(node)
      }
      return .nodes(kept)
    },
  ]
}

extension Evaluation {
  func count(_ number: Int) -> Value { .item(isXPath1 && !isCompatible ? .double(Double(number)) : .integer(number)) }

  /// The node that is the first argument, or the context node; nil for an empty argument.
  fileprivate func node(_ arguments: FunctionArguments) throws(EvaluationFault) -> Int32? {
    let nodes = try nodes(try arguments.orContext(0, self))
    guard nodes.count <= 1 || isXPath1 else {
      throw EvaluationFault("\(nodes.count) nodes stand where one is expected")
    }
    // XPath 1.0 takes the first in document order, which reverse axes were sorted to.
    return nodes.first
  }

  fileprivate func nodeName(_ arguments: FunctionArguments) throws(EvaluationFault) -> Int32? {
    guard let node = try node(arguments), table.nodeNames[Int(node)] >= 0 else { return nil }
    return table.nodeNames[Int(node)]
  }

  /// The value of `xml:lang` at a node itself.
  fileprivate func language(of node: Int32) -> String? {
    guard table.kinds[Int(node)] == .element else { return nil }
    for attribute in (node + 1)..<firstChild(node) {
      let name = table.nodeNames[Int(attribute)]
      if table.names.local(of: name) == "lang", table.names.namespace(of: name) == XMLNamespace.xml {
        return table.string(attribute)
      }
    }
    return nil
  }
}
