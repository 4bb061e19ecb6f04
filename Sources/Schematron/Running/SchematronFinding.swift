public import ArticleModel

/// What a Schematron schema finds in a document.
public struct SchematronFinding: Sendable {
  public var severity: Diagnostic.Severity
  /// `schematron-assert`, `schematron-report`, `schematron-evaluation` or `schematron-limit`.
  public var code: String
  /// The schema's own message, white space collapsed, with the identifier of the test, rule or pattern behind it.
  public var message: String
  /// An XPath of the node that the finding is about; nil for one that is nested deeper than any text.
  public var path: String?
  /// Where the tag of the element begins that this node is or stands in.
  public var position: SourcePosition
}
