/// An `xml:id` is unique among the files of a corpus, and among those that we wrote, so that they can be gathered into one.
public struct SharedIdentifierRule: ValidationRule {
  public let codes = ["id-shared"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    document.elements.compactMap { element in
      guard let identifier = element["xml:id"], document.identified[identifier]?.number == element.number,
        let other = context.otherFile(identifier, document.file)
      else { return nil }
      return Finding(
        document.isOurs ? .error : .warning, code: codes[0],
        "xml:id \"\(identifier)\" is taken in file \"\(other)\"", at: element)
    }
  }
}
