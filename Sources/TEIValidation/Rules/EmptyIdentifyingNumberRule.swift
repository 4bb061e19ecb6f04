/// An `idno` identifies something: it holds more than white space.
public struct EmptyIdentifyingNumberRule: ValidationRule {
  public let codes = ["idno-empty"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    document.elements.compactMap { element in
      guard element.isEmptyNumber else { return nil }
      return Finding(.warning, code: codes[0], "\"idno\" is empty; expected an identifier, or no idno", at: element)
    }
  }
}
