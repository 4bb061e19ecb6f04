/// Tags of languages are well-formed, and where a header declares languages, it declares those that the text uses.
public struct LanguageRule: ValidationRule {
  public let codes = ["language-tag", "language-undeclared"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    var findings: [Finding] = []
    var told: Set<String> = []
    for element in document.elements {
      for (name, value) in Self.tags(of: element) where !value.isEmpty {
        if !LanguageTag.isWellFormed(value) {
          let better =
            LanguageTag.isWellFormed(value.replacingUnderscores)
            ? "; did you mean \"\(value.replacingUnderscores)\"?" : ""
          findings.append(
            Finding(
              .warning, code: codes[0], "\(name)=\"\(value)\" is no tag of a language as BCP 47 has them\(better)",
              at: element))
        } else if name == "xml:lang", document.lacksLanguage(value), told.insert(value.lowercased()).inserted {
          findings.append(
            Finding(
              .warning, code: codes[1],
              "language \"\(value)\" is not declared in langUsage; expected an element \"language\" with ident=\"\(value)\"",
              at: element))
        }
      }
    }
    return findings
  }

  private static func tags(of element: IndexedElement) -> [(name: String, value: String)] {
    element.attributes.filter { $0.name == "xml:lang" || $0.name == "ident" && element.name == "language" }
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? "-" : $0 }) }
}
