internal import ArticleModel

/// The prefix of a pointer is declared by a `prefixDef`, or is the scheme of a URI. Others may be schemes, too.
public struct PointerPrefixRule: ValidationRule {
  public let codes = ["pointer-prefix"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    let declared = Set(document.prefixes.definitions.map(\.prefix)).union(context.prefixes)
    let known = URIScheme.known.union(declared.map { $0.lowercased() })
    func isKnown(_ prefix: String) -> Bool {
      document.missingPrefixes.map { !$0.contains(prefix) } ?? known.contains(prefix)
    }
    var findings: [Finding] = []
    document.forEachPointer { element, token, pointer in
      guard findings.count < IndexedDocument.maximumFindings, case .prefixed(let prefix) = pointer, !isKnown(prefix),
        !context.prefixes.contains(prefix)
      else { return }
      findings.append(
        Finding(
          document.isOurs ? .error : .warning, code: codes[0],
          "prefix \"\(prefix)\" of pointer \"\(token)\" is not declared; expected a prefixDef for it or the scheme of a URI"
            + NearestName.suggestion(for: prefix, among: declared), at: element))
    }
    return findings
  }
}
