internal import ArticleModel
public import XML

/// A compiled XPath expression, to be evaluated on the nodes of any document, from any thread.
///
///     var names = XMLNodeNames()
///     let query = try XPathQuery("//table[head]", names: &names)
///     let table = try XMLNodeTable(file: "article.xml", names: names)
///     for node in try query.evaluate(on: table).nodes { print(table.string(node)) }
///
/// All expressions that are evaluated on one document take their names from one ``XMLNodeNames``, with which the document
/// is laid out then; names that went on from there, as `table.names`, do as well.
public struct XPathQuery: Sendable {
  /// The expression as it was given.
  public let text: String
  public let language: XPathLanguage
  let expression: Expression
  let declarations: [VariableDeclaration?]
  let constantCount: Int
  /// The local names that it may ask for, by number.
  let askedNames: [Int32: String]
  /// How many names there are that the document has to be laid out with.
  let nameCount: Int

  /// How many steps an evaluation may take if nothing else is said: seconds, not hours.
  public static let stepLimit = 1_000_000_000

  /// Compiles an expression.
  ///
  /// - Parameters:
  ///   - text: An expression; `tei`, `xml`, `fn` and `xs` are bound as prefixes, and those of functions that are known.
  ///   - language: Which XPath it is in.
  ///   - defaultElementNamespace: What element names without prefix mean; empty for no namespace.
  ///   - namespaces: More namespaces by prefix; they stand before those above.
  ///   - variables: Values of variables by name, as untyped text: compared with a number they are one.
  ///   - names: Gets the names that the expression asks for.
  /// - Throws: ``XMLError`` with code `xpath-syntax`, which says what was expected and at which column.
  public init(
    _ text: String, language: XPathLanguage = .compatible, defaultElementNamespace: String = XMLNamespace.tei,
    namespaces: [String: String] = [:], variables: [String: String] = [:], names: inout XMLNodeNames
  ) throws(XMLError) {
    var scope = StaticScope(language: language == .xpath1 ? .xpath1 : .xpath3, namespaces: ["tei": XMLNamespace.tei])
    for (prefix, namespace) in namespaces { scope.namespaces[prefix] = namespace }
    scope.defaultElementNamespace = defaultElementNamespace
    scope.host = .query
    scope.allowsComparisonsInRows = language == .compatible
    var declarations: [VariableDeclaration?] = []
    for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
      scope.variables.append((name, .slot(scope.newSlot())))
      declarations.append(VariableDeclaration(expression: .literal(.untyped(value)), isOfRule: false))
    }
    swap(&scope.names, &names)
    defer { swap(&scope.names, &names) }
    do throws(ExpressionFault) {
      expression = try ExpressionParser.parse(text, in: &scope)
    } catch {
      throw Self.syntaxError(text, error, language)
    }
    self.text = text
    self.language = language
    self.declarations = declarations + Array(repeating: nil, count: scope.slotCount - declarations.count)
    constantCount = scope.constantCount
    nameCount = scope.names.names.count
    var askedNames: [Int32: String] = [:]
    for number in 0..<Int32(scope.names.names.count) { askedNames[number] = scope.names.local(of: number) }
    self.askedNames = askedNames
  }

  /// What the expression yields on a node of a document.
  ///
  /// Where it is evaluated on many nodes, an ``XPathEvaluator`` has less to do for each.
  ///
  /// - Throws: ``XMLError`` with code `xpath-evaluation`.
  public func evaluate(
    on table: XMLNodeTable, from node: Int32 = 0, stepLimit: Int = Self.stepLimit
  ) throws(XMLError) -> XPathItems {
    try XPathEvaluator(self, on: XPathDocument(table), stepLimit: stepLimit).items(at: node)
  }

  private static func syntaxError(_ text: String, _ fault: ExpressionFault, _ language: XPathLanguage) -> XMLError {
    let column = SourcePosition(offset: fault.offset, in: Array(text.utf8)).column
    let name = language == .xpath1 ? "XPath 1.0" : "XPath"
    let reason =
      switch fault.kind {
      case .syntax: "is no \(name)"
      case .unsupported: "is beyond what is supported"
      }
    return XMLError(.xpathSyntax, "\"\(text)\" \(reason): \(fault.message), at column \(column)")
  }
}
