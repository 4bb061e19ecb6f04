public import ArticleModel
public import XML

/// What a Schematron schema finds in a document.
public struct SchematronFinding: Sendable {
  public var severity: Diagnostic.Severity
  /// `schematron-assert`, `schematron-report`, `schematron-evaluation` or `schematron-limit`.
  public var code: String
  /// The schema's own message, white space collapsed, with the identifier of the test, rule or pattern behind it.
  public var message: String
  /// The element that the finding is about, or that holds the node.
  public var element: XMLElement
  /// What leads from the element to the node, as `/@when`; empty for the element itself.
  public var step: String

  /// An XPath of the node.
  public var path: String { element.path + step }
}
