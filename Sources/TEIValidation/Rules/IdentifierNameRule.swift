internal import ArticleModel

/// An `xml:id` is an XML name without a colon.
public struct IdentifierNameRule: ValidationRule {
  public let codes = ["id-name"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    document.elements.compactMap { element in
      guard let identifier = element["xml:id"], !DocumentIdentifier.isNCName(identifier) else { return nil }
      let better = DocumentIdentifier.ncName(stem: identifier)
      return Finding(
        .error, code: codes[0], "xml:id \"\(identifier)\" is no XML name; expected one as \"\(better)\"",
        at: element)
    }
  }
}
