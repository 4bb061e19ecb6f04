internal import ArticleModel
internal import CLibXML2

/// A compiled XPath 1.0 expression, to be evaluated on any document, from any thread.
public struct XPath: Sendable {
  /// The expression as it was given.
  public let expression: String
  private let pool: XPathPool
  private let usesIdentifiers: Bool

  /// Compiles an expression.
  ///
  /// - Parameters:
  ///   - expression: XPath 1.0 with its core functions; no variables are bound.
  ///   - namespaces: The namespaces that prefixes in the expression mean.
  ///   - defaultNamespace: The namespace that element names without prefix mean; nil, as XPath 1.0 has it, for none.
  /// - Throws: ``XMLError`` with code `xpath-syntax`, which says what was expected and at which column.
  public init(
    _ expression: String, namespaces: [String: String] = ["tei": XMLNamespace.tei, "xml": XMLNamespace.xml],
    defaultNamespace: String? = nil
  ) throws(XMLError) {
    self.expression = expression
    var bindings = namespaces
    bindings["xml"] = XMLNamespace.xml
    let rewritten: XPathRewriting
    do throws(XPathFault) {
      rewritten = try XPathRewriting(expression, bindings: &bindings, defaultNamespace: defaultNamespace)
    } catch {
      throw Self.syntaxError(expression, error)
    }
    usesIdentifiers = rewritten.usesIdentifiers
    pool = XPathPool(expression: rewritten.text, namespaces: bindings)
    if let fault = pool.compile() {
      let offset = fault.offset.map { rewritten.originalOffset(of: $0) }
      throw Self.syntaxError(expression, XPathFault(message: fault.message, offset: offset ?? 0))
    }
  }

  /// Evaluates the expression with an element as the context node.
  ///
  /// - Throws: ``XMLError`` with code `xpath-evaluation`, where a function is given what it does not take, or where the
  ///   evaluation takes more than 10⁹ steps.
  public func evaluate(on element: XMLElement) throws(XMLError) -> XPathValue {
    try evaluate(on: element.node, of: element.document)
  }

  /// Evaluates the expression with the root node of a document as the context node.
  ///
  /// - Throws: As ``evaluate(on:)-(XMLElement)``.
  public func evaluate(on document: XMLDocument) throws(XMLError) -> XPathValue {
    let node = UnsafeMutableRawPointer(document.handle).assumingMemoryBound(to: xmlNode.self)
    return try evaluate(on: node, of: document)
  }

  private func evaluate(on node: xmlNodePtr, of document: XMLDocument) throws(XMLError) -> XPathValue {
    document.orderElements()
    let evaluator = pool.take()
    defer { pool.giveBack(evaluator) }
    let (value, issues) = IssueCollector.run {
      guard usesIdentifiers else { return evaluator.evaluate(on: node, of: document) }
      // Validators add to the table of identifiers.
      return document.lock.withLock {
        document.registerIdentifiers()
        return evaluator.evaluate(on: node, of: document)
      }
    }
    guard let value, !issues.contains(where: \.isError) else {
      let reason = issues.first { $0.isError }?.message ?? "the evaluation failed"
      throw XMLError(.xpathEvaluation, "\"\(expression)\" on \"\(document.name)\": \(reason)")
    }
    return value
  }

  private static func syntaxError(_ expression: String, _ fault: XPathFault) -> XMLError {
    let column = SourcePosition(offset: fault.offset, in: Array(expression.utf8)).column
    return XMLError(.xpathSyntax, "\"\(expression)\" is no XPath 1.0: \(fault.message), at column \(column)")
  }
}

extension XPath {
  /// Evaluates the expression on a node that another expression found.
  ///
  /// The context node is the document, the element or the attribute itself; for text, comments, processing instructions
  /// and namespaces, which are copies without a place, the element that holds them.
  ///
  /// - Throws: As ``evaluate(on:)-(XMLElement)``.
  public func evaluate(on found: XPathNode, of document: XMLDocument) throws(XMLError) -> XPathValue {
    switch found {
    case .document(let document): return try evaluate(on: document)
    case .attribute(let name, _, let parent):
      var attribute = parent.node.pointee.properties
      while let current = attribute, !current.hasName(name) { attribute = current.pointee.next }
      guard let attribute else { return try evaluate(on: parent) }
      return try evaluate(on: UnsafeMutableRawPointer(attribute).assumingMemoryBound(to: xmlNode.self), of: document)
    default:
      guard let element = found.element else { return try evaluate(on: document) }
      return try evaluate(on: element)
    }
  }
}
