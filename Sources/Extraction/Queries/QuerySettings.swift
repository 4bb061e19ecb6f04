internal import XML
public import XPath

/// What the names in the expressions of a query mean.
public struct QuerySettings: Sendable {
  public var language = XPathLanguage.compatible
  /// What element names without prefix mean; empty for no namespace.
  public var defaultNamespace = XMLNamespace.tei
  /// Namespaces by prefix, beside those that are known.
  public var namespaces: [String: String] = [:]
  /// The values of variables by name.
  public var variables: [String: String] = [:]

  public init() {}

  /// Compiles an expression.
  func compiled(_ text: String, _ names: inout XMLNodeNames) throws(XMLError) -> XPathQuery {
    try XPathQuery(
      text, language: language, defaultElementNamespace: defaultNamespace, namespaces: namespaces,
      variables: variables, names: &names)
  }
}
