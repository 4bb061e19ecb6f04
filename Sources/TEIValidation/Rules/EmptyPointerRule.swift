internal import XML

/// An attribute that holds pointers holds at least one.
public struct EmptyPointerRule: ValidationRule {
  public let codes = ["pointer-empty"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    document.elements.flatMap { element in
      element.attributes.compactMap { name, value in
        guard Pointer.attributes.contains(name), value.utf8.allSatisfy(\.isXMLSpace) else { return nil }
        return Finding(
          .warning, code: codes[0], "attribute \"\(name)\" of \"\(element.name)\" is empty; expected a pointer",
          at: element)
      }
    }
  }
}
