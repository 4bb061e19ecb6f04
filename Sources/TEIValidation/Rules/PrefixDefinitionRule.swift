/// The patterns of a `prefixDef` can be used, and what stands behind a prefix matches one of them.
public struct PrefixDefinitionRule: ValidationRule {
  public let codes = ["prefix-pattern", "prefix-unmatched"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    var findings: [Finding] = []
    for element in document.elements where element.name == "prefixDef" {
      let definition = PrefixDefinition(element)
      guard let fault = PrefixPatterns()[definition].fault else { continue }
      findings.append(
        Finding(
          .warning, code: codes[0],
          "matchPattern=\"\(definition.matchPattern ?? "")\" and replacementPattern=\"\(definition.replacementPattern ?? "")\""
            + " cannot be used: \(fault)", at: element))
    }
    document.forEachPointer { element, token, pointer in
      guard findings.count < IndexedDocument.maximumFindings, case .prefixed(let prefix) = pointer,
        case .unmatched(let patterns) = document.prefixes.meaning(of: token)
      else { return }
      let expected = patterns.map { "\"\($0)\"" }.joined(separator: " or ")
      findings.append(
        Finding(
          .error, code: codes[1],
          "pointer \"\(token)\" does not match the matchPattern of prefix \"\(prefix)\"; expected \(expected)",
          at: element))
    }
    return findings
  }
}

extension PrefixDefinition {
  init(_ element: IndexedElement) {
    self.init(
      prefix: element["ident"] ?? "", matchPattern: element["matchPattern"],
      replacementPattern: element["replacementPattern"])
  }
}
