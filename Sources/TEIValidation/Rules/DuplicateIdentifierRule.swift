/// An `xml:id` is unique in its document.
public struct DuplicateIdentifierRule: ValidationRule {
  public let codes = ["id-duplicate"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    document.elements.compactMap { element in
      guard let identifier = element["xml:id"], let first = document.identified[identifier],
        first.number != element.number
      else { return nil }
      return Finding(
        .error, code: codes[0], "xml:id \"\(identifier)\" is taken by element \"\(first.name)\" of line \(first.line)",
        at: element)
    }
  }
}
