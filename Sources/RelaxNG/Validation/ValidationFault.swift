public import ArticleModel

/// One mistake in a document.
public struct ValidationFault: Hashable, Sendable {
  /// The kinds of mistakes; the raw value is the stable code of the message.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case elementNotAllowed = "element-not-allowed"
    case contentIncomplete = "content-incomplete"
    case textNotAllowed = "text-not-allowed"
    case contentValue = "content-value"
    case attributeNotAllowed = "attribute-not-allowed"
    case attributeMissing = "attribute-missing"
    case attributeValue = "attribute-value"
    case identifierDuplicate = "id-duplicate"
    case referenceDangling = "idref-dangling"
    /// The validation was given up: the document makes the automaton grow beyond its limits.
    case limit = "document-limit"
  }

  public var kind: Kind
  /// The local name of the element concerned.
  public var element: String
  /// What was found: the name of an element or attribute, a value, or text.
  public var found: String
  /// What was expected instead, the likeliest first; at most a handful.
  public var expected: [String]
  /// Lower case, the thing in quotes, and what was expected.
  public var message: String
  public var position: SourcePosition
  /// An XPath that names the node alone, by local names.
  public var path: String

  /// The same fault as a diagnostic of severity error.
  public func diagnostic(file: String) -> Diagnostic {
    Diagnostic(.error, code: kind.rawValue, message, file: file, position: position)
  }
}
