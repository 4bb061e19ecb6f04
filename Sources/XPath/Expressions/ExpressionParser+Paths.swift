/// Paths, steps and predicates (XPath 3.1, sections 3.3 and 3.2).
extension ExpressionParser {
  mutating func path() throws(ExpressionFault) -> Expression {
    let variablesBefore = variableCount
    let start = index
    if isSymbol("//") {
      advance()
      var steps: [PathStep] = [.axis(.descendantOrSelf, .node, [])]
      try appendStep(to: &steps)
      try moreSteps(&steps)
      return constant(.path(.root, steps), since: variablesBefore, from: start)
    }
    if take("/") {
      guard beginsStep else { return .root }
      var steps: [PathStep] = []
      try appendStep(to: &steps)
      try moreSteps(&steps)
      return constant(.path(.root, steps), since: variablesBefore, from: start)
    }
    guard let step = try axisStep() else {
      let primary = try filtered()
      guard isSymbol("/") || isSymbol("//") else { return primary }
      var steps: [PathStep] = []
      try moreSteps(&steps)
      return .path(primary, steps)
    }
    var steps = [step]
    try moreSteps(&steps)
    return .path(.contextItem, steps)
  }

  /// What is evaluated once a document, if nothing but the document decides it.
  private mutating func constant(_ expression: Expression, since variables: Int, from start: Int) -> Expression {
    guard variableCount == variables else { return expression }
    var text: String? = ""
    for token in tokens[start..<index] {
      // A prefix that the schema does not declare may mean different namespaces in different places.
      switch token.kind {
      case .name(let prefix?, _), .anyLocal(let prefix): if scope.namespaces[prefix] == nil { text = nil }
      default: break
      }
      text? += token.text + " "
    }
    return .constant(slot: scope.constant(text), expression)
  }

  private var beginsStep: Bool {
    switch current.kind {
    case .end: false
    case .symbol(let symbol): ["*", "@", ".", "..", "("].contains(symbol)
    // After a lone "/" these could be operators; a step is what the specification has them be.
    default: true
    }
  }

  private mutating func moreSteps(_ steps: inout [PathStep]) throws(ExpressionFault) {
    while true {
      if take("//") {
        steps.append(.axis(.descendantOrSelf, .node, []))
      } else if !take("/") {
        return
      }
      try appendStep(to: &steps)
    }
  }

  private mutating func appendStep(to steps: inout [PathStep]) throws(ExpressionFault) {
    guard let step = try axisStep() else {
      let expression = try filtered()
      if scope.language == .xpath1 { try needs(.xpath2, "an expression as a step of a path") }
      steps.append(.expression(expression))
      return
    }
    // "//x" is "/descendant::x" unless positions count.
    if case .axis(.descendantOrSelf, .node, let none)? = steps.last, none.isEmpty,
      case .axis(.child, let test, let predicates) = step, !predicates.contains(where: \.isPositional)
    {
      steps[steps.count - 1] = .axis(.descendant, test, predicates)
    } else {
      steps.append(step)
    }
  }

  /// A step along an axis, or nil where something else stands.
  private mutating func axisStep() throws(ExpressionFault) -> PathStep? {
    if take("..") { return .axis(.parent, .node, try predicates()) }
    if isSymbol("."), scope.language == .xpath1 {
      advance()
      return .axis(.selfAxis, .node, [])
    }
    var axis = Axis.child
    if take("@") {
      axis = .attribute
    } else if case .name(prefix: nil, let word) = current.kind, peek(1).kind == .symbol("::") {
      guard let named = Axis(rawValue: word) else {
        throw ExpressionFault(
          kind: word == "namespace" ? .unsupported : .syntax,
          message: word == "namespace" ? "the axis \"namespace\"" : "expected an axis, found \"\(word)\"",
          offset: current.offset)
      }
      axis = named
      advance()
      advance()
    } else if !beginsNodeTest {
      return nil
    }
    let test = try nodeTest(axis)
    // A test for attributes on no axis means the axis of attributes.
    if axis == .child, case .attribute = test { axis = .attribute }
    return .axis(axis, test, try predicates())
  }

  private var beginsNodeTest: Bool {
    switch current.kind {
    case .name(let prefix, let local):
      switch peek(1).kind {
      case .symbol("("): prefix == nil && Self.kindTests.contains(local)
      case .symbol("#"), .symbol("{"): false
      default: true
      }
    case .expandedName: peek(1).kind != .symbol("(")
    case .anyLocal, .anyLocalIn, .anyNamespace, .symbol("*"): true
    default: false
    }
  }

  static let kindTests: Set<String> = [
    "node", "text", "comment", "processing-instruction", "element", "attribute", "document-node", "schema-element",
    "schema-attribute", "namespace-node",
  ]

  mutating func nodeTest(_ axis: Axis = .child) throws(ExpressionFault) -> NodeTest {
    if case .name(prefix: nil, let word) = current.kind, peek(1).kind == .symbol("("), Self.kindTests.contains(word) {
      return try kindTest(word)
    }
    return .name(try nameTest(isOfElement: axis != .attribute))
  }

  /// - Parameter isOfElement: Whether a name without prefix is in the default namespace.
  private mutating func nameTest(isOfElement: Bool) throws(ExpressionFault) -> NameTest {
    let token = current
    switch token.kind {
    case .symbol("*"):
      advance()
      return .any
    case .name(let prefix, let local):
      let namespace = try prefix.map { name throws(ExpressionFault) in try self.namespace(name) }
      advance()
      return .name(
        scope.names.name(namespace: namespace ?? (isOfElement ? scope.defaultElementNamespace : ""), local: local))
    case .expandedName(let namespace, let local):
      try needs(.xpath2, "\"Q{…}\"")
      advance()
      return .name(scope.names.name(namespace: namespace, local: local))
    case .anyLocal(let prefix):
      let namespace = try self.namespace(prefix)
      advance()
      return .namespace(scope.names.string(namespace))
    case .anyLocalIn(let namespace):
      advance()
      return .namespace(scope.names.string(namespace))
    case .anyNamespace(let local):
      try needs(.xpath2, "\"*:\(local)\"")
      advance()
      return .local(scope.names.string(local))
    default: throw fault("expected a name, found \(token.quoted)")
    }
  }

  func namespace(_ prefix: String) throws(ExpressionFault) -> String {
    guard let namespace = scope.namespace(prefix) else {
      throw fault("prefix \"\(prefix)\" is not \(scope.host.declaredNamespace)")
    }
    return namespace
  }

  private mutating func kindTest(_ word: String) throws(ExpressionFault) -> NodeTest {
    if !["node", "text", "comment", "processing-instruction"].contains(word) { try needs(.xpath2, "\"\(word)()\"") }
    let offset = current.offset
    advance()
    advance()
    var test: NodeTest
    switch word {
    case "node": test = .node
    case "text": test = .text
    case "comment": test = .comment
    case "document-node": test = .document
    case "element": test = .element(isSymbol(")") ? .any : try nameTest(isOfElement: true))
    case "attribute": test = .attribute(isSymbol(")") ? .any : try nameTest(isOfElement: false))
    case "processing-instruction":
      test = .processingInstruction(local: nil)
      if case .literal(let name) = current.kind {
        test = .processingInstruction(local: scope.names.string(name))
        advance()
      } else if case .name(prefix: nil, let name) = current.kind {
        test = .processingInstruction(local: scope.names.string(name))
        advance()
      }
    default: throw ExpressionFault(kind: .unsupported, message: "\"\(word)()\"", offset: offset)
    }
    guard take(")") else {
      guard isSymbol(",") || word == "document-node" else { throw fault("expected \")\", found \(current.quoted)") }
      throw ExpressionFault(kind: .unsupported, message: "\"\(word)()\" with a type", offset: offset)
    }
    return test
  }

  private mutating func predicates() throws(ExpressionFault) -> [Predicate] {
    var found: [Predicate] = []
    while take("[") {
      let before = positionCount
      let start = index
      let expression = try wholeExpression()
      let place = PredicatePlace(tokens[start..<index])
      try expect("]")
      found.append(
        Predicate(
          expression: expression, isPositional: positionCount != before || StaticType.mayBeNumber(expression),
          place: place))
    }
    return found
  }

  /// A primary expression with its predicates.
  private mutating func filtered() throws(ExpressionFault) -> Expression {
    let primary = try primary()
    if isSymbol("?") || isSymbol("(") {
      throw ExpressionFault(
        kind: .unsupported, message: "functions, maps and arrays as values", offset: current.offset)
    }
    let predicates = try predicates()
    return predicates.isEmpty ? primary : .filter(primary, predicates)
  }
}
