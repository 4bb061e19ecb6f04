/// `cert` is a number from 0 to 1, or one of TEI's words.
public struct CertaintyRule: ValidationRule {
  public let codes = ["cert-range"]

  private static let words: Set<String> = ["high", "medium", "low", "unknown"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    document.elements.compactMap { element in
      guard let certainty = element["cert"], !Self.isCertainty(certainty) else { return nil }
      return Finding(
        .error, code: codes[0],
        "cert=\"\(certainty)\" on \"\(element.name)\"; expected a number from 0 to 1, \"high\", \"medium\", \"low\" or "
          + "\"unknown\"", at: element)
    }
  }

  static func isCertainty(_ text: String) -> Bool {
    if words.contains(text) { return true }
    // Swift reads hexadecimal and "infinity" too; XML Schema does not.
    guard text.allSatisfy({ "0123456789.eE+-".contains($0) }), let number = Double(text) else { return false }
    return (0...1).contains(number)
  }
}
