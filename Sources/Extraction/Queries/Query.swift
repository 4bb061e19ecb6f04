public import XML

/// An XPath 1.0 query over TEI documents, with expressions for columns that are evaluated on each result.
///
/// Element names without prefix mean TEI; `tei` and `xml` are bound as prefixes.
public struct Query: Sendable {
  /// A named column.
  public struct Column: Sendable {
    public let name: String
    let path: XPath

    /// Compiles a column's expression.
    ///
    /// - Throws: ``XMLError`` with code `xpath-syntax`.
    public init(name: String, xpath: String) throws(XMLError) {
      self.name = name
      path = try XPath(xpath, defaultNamespace: XMLNamespace.tei)
    }

    /// Reads a column as the command line gives it: `NAME=XPATH`.
    ///
    /// - Throws: ``XMLError`` with code `xpath-syntax`, also where there is no name.
    public init(argument: String) throws(XMLError) {
      guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
        throw XMLError(.xpathSyntax, "column \"\(argument)\"; expected NAME=XPATH")
      }
      try self.init(name: String(argument[..<equals]), xpath: String(argument[argument.index(after: equals)...]))
    }
  }

  private let path: XPath
  /// The columns asked for; none for the value alone.
  public let columns: [Column]

  /// Compiles a query.
  ///
  /// - Throws: ``XMLError`` with code `xpath-syntax`, which says what was expected and at which column.
  public init(_ xpath: String, columns: [Column] = []) throws(XMLError) {
    path = try XPath(xpath, defaultNamespace: XMLNamespace.tei)
    self.columns = columns
  }

  /// What the query finds in a document, in document order; a string, number or truth value is one result.
  ///
  /// - Throws: ``XMLError`` with code `xpath-evaluation`.
  public func results(in document: XMLDocument) throws(XMLError) -> [QueryResult] {
    let value = try path.evaluate(on: document)
    guard case .nodes(let nodes) = value else {
      var values: [String] = []
      for column in columns { values.append(Self.shown(try column.path.evaluate(on: document))) }
      return [
        QueryResult(document: DocumentIdentifier.of(document.root), node: nil, value: value.string, columns: values)
      ]
    }
    var results: [QueryResult] = []
    results.reserveCapacity(nodes.count)
    for node in nodes {
      var values: [String] = []
      for column in columns { values.append(Self.shown(try column.path.evaluate(on: node, of: document))) }
      results.append(
        QueryResult(
          document: DocumentIdentifier.of(node.element ?? document.root), node: node, value: Self.shown(node),
          columns: values))
    }
    return results
  }

  /// Several nodes in one column are joined with "; ".
  private static func shown(_ value: XPathValue) -> String {
    guard case .nodes(let nodes) = value else { return value.string }
    return nodes.map(shown).joined(separator: "; ")
  }

  private static func shown(_ node: XPathNode) -> String {
    if case .attribute(_, let value, _) = node { return value }
    return PlainText.normalized(node.string.utf8)
  }
}
