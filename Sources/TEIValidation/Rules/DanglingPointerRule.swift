internal import ArticleModel
internal import XML

/// A pointer has a target: in the document, or in another file of the archive.
public struct DanglingPointerRule: ValidationRule {
  public let codes = ["pointer-dangling", "pointer-file"]

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    var findings: [Finding] = []
    document.forEachPointer { element, token, pointer in
      switch pointer {
      case .local(let identifiers):
        for identifier in identifiers where !Self.contains(identifier, document.identified.keys.contains) {
          let suggestion = NearestName.suggestion(for: identifier, among: document.identified.keys, prefix: "#")
          findings.append(
            Finding(.error, code: codes[0], "pointer \"\(token)\" has no target\(suggestion)", at: element.element))
        }
      case .file(let path, let identifiers):
        guard context.followsFiles, let file = LocalReference.path(of: path, from: document.file) else { return }
        guard let known = context.identifiers(file) else {
          findings.append(
            Finding(
              .error, code: codes[1], "pointer \"\(token)\" leads to file \"\(file)\", which does not exist",
              at: element.element))
          return
        }
        for identifier in identifiers where !Self.contains(identifier, known.contains) {
          let suggestion = NearestName.suggestion(for: identifier, among: known, prefix: path + "#")
          findings.append(
            Finding(
              .error, code: codes[0], "pointer \"\(token)\" has no target in file \"\(file)\"\(suggestion)",
              at: element.element))
        }
      case .prefixed, .other: break
      }
    }
    return findings
  }

  /// Whether an identifier is known as written, or with its `%` escapes resolved.
  private static func contains(_ identifier: String, _ isKnown: (String) -> Bool) -> Bool {
    isKnown(identifier) || LocalReference.percentDecoded(identifier).map(isKnown) ?? false
  }
}

extension IndexedDocument {
  /// Calls `body` with every pointer of the document, in order.
  func forEachPointer(_ body: (IndexedElement, _ token: String, Pointer) -> Void) {
    for element in elements {
      for (name, value) in element.attributes where Pointer.attributes.contains(name) {
        for token in Pointer.tokens(of: value) { body(element, token, Pointer(token)) }
      }
    }
  }
}
