internal import CLibXML2

/// Compiled copies of one expression. libxml2 writes into a compiled expression as it evaluates it, so that each thread
/// takes one of its own and gives it back.
final class XPathPool: @unchecked Sendable {
  private let expression: String
  private let namespaces: [String: String]
  private let lock = Lock()
  private var idle: [XPathEvaluator] = []

  init(expression: String, namespaces: [String: String]) {
    self.expression = expression
    self.namespaces = namespaces
  }

  /// Compiles the first copy; what libxml2 finds wrong, if it does.
  func compile() -> (message: String, offset: Int?)? {
    let (evaluator, issues) = IssueCollector.run { XPathEvaluator(expression, namespaces: namespaces) }
    guard let evaluator, !issues.contains(where: \.isError) else {
      return (issues.first?.message ?? "not understood", issues.first?.number)
    }
    giveBack(evaluator)
    return nil
  }

  func take() -> XPathEvaluator {
    if let evaluator = lock.withLock({ idle.popLast() }) { return evaluator }
    let (evaluator, _) = IssueCollector.run { XPathEvaluator(expression, namespaces: namespaces) }
    guard let evaluator else { preconditionFailure("an expression that compiled once compiles again") }
    return evaluator
  }

  func giveBack(_ evaluator: XPathEvaluator) { lock.withLock { idle.append(evaluator) } }
}

/// One compiled expression with the context to evaluate it in; used by one thread at a time.
final class XPathEvaluator {
  private let context: xmlXPathContextPtr
  private let compiled: xmlXPathCompExprPtr

  /// How many steps an evaluation may take: seconds, not hours.
  private static let stepLimit: UInt = 1_000_000_000

  init?(_ expression: String, namespaces: [String: String]) {
    guard let context = xmlXPathNewContext(nil) else { return nil }
    var isWhole = true
    for (prefix, uri) in namespaces where prefix != "xml" {
      isWhole = isWhole && xmlXPathRegisterNs(context, prefix, uri) == 0
    }
    guard isWhole, let compiled = xmlXPathCtxtCompile(context, expression) else {
      xmlXPathFreeContext(context)
      return nil
    }
    self.context = context
    self.compiled = compiled
  }

  deinit {
    xmlXPathFreeCompExpr(compiled)
    xmlXPathFreeContext(context)
  }

  /// The value on a node, or nil where libxml2 reported why there is none.
  func evaluate(on node: xmlNodePtr, of document: XMLDocument) -> XPathValue? {
    context.pointee.doc = document.handle
    context.pointee.node = node
    context.pointee.opLimit = Self.stepLimit
    context.pointee.opCount = 0
    defer {
      context.pointee.doc = nil
      context.pointee.node = nil
    }
    guard let object = xmlXPathCompiledEval(compiled, context) else { return nil }
    defer { xmlXPathFreeObject(object) }
    switch object.pointee.type {
    case XPATH_NODESET, XPATH_XSLT_TREE: return .nodes(Self.nodes(of: object.pointee.nodesetval, in: document))
    case XPATH_STRING: return .string(object.pointee.stringval.map { String(cString: $0) } ?? "")
    case XPATH_NUMBER: return .number(object.pointee.floatval)
    case XPATH_BOOLEAN: return .boolean(object.pointee.boolval != 0)
    default: return nil
    }
  }

  /// libxml2 has sorted the nodes already, as the last step of the expression.
  private static func nodes(of set: xmlNodeSetPtr?, in document: XMLDocument) -> [XPathNode] {
    guard let set, let table = set.pointee.nodeTab else { return [] }
    return (0..<Int(set.pointee.nodeNr)).compactMap { index in
      table[index].flatMap { XPathNode($0, in: document) }
    }
  }
}
