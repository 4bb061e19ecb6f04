internal import ArticleModel
internal import XML

/// A pointer has a target: in the document, or in another file of the archive.
public struct DanglingPointerRule: ValidationRule {
  public let codes = ["pointer-dangling", "pointer-file"]

  /// How many identifiers are looked at, all in all, for those that may have been meant.
  private static let maximumComparisons = 1_000_000

  public init() {}

  public func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding] {
    var findings: [Finding] = []
    var patience = Self.maximumComparisons
    func suggestion(for identifier: String, among names: some Collection<String>, prefix: String) -> String {
      patience -= names.count
      return patience < 0 ? "" : NearestName.suggestion(for: identifier, among: names, prefix: prefix)
    }
    // One pointer may name a million identifiers, too.
    func isFault(_ identifier: String, _ isKnown: (String) -> Bool) -> Bool {
      findings.count < IndexedDocument.maximumFindings && !Self.contains(identifier, isKnown)
    }
    document.forEachPointer { element, written, pointer in
      guard findings.count < IndexedDocument.maximumFindings else { return }
      var (token, pointer) = ("\"\(written)\"", pointer)
      if case .prefixed = pointer, case .pointer(let meant) = document.prefixes.meaning(of: written) {
        token += ", which is \"\(meant)\","
        pointer = Pointer(meant)
      }
      switch pointer {
      case .local(let identifiers):
        for identifier in identifiers where isFault(identifier, document.declares) {
          let suggestion = suggestion(for: identifier, among: document.identified.keys, prefix: "#")
          findings.append(
            Finding(.error, code: codes[0], "pointer \(token) has no target\(suggestion)", at: element))
        }
      case .file(let path, let identifiers):
        guard context.followsFiles, !element.hasBase, let file = LocalReference.path(of: path, from: document.file)
        else { return }
        guard let known = context.identifiers(file) else {
          findings.append(
            Finding(
              .error, code: codes[1], "pointer \(token) leads to file \"\(file)\", which does not exist",
              at: element))
          return
        }
        for identifier in identifiers where isFault(identifier, known.contains) {
          let suggestion = suggestion(for: identifier, among: known, prefix: path + "#")
          findings.append(
            Finding(
              .error, code: codes[0], "pointer \(token) has no target in file \"\(file)\"\(suggestion)",
              at: element))
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
  /// An attribute may hold a million pointers.
  static let maximumFindings = 1000

  /// Calls `body` with every pointer of the document, in order.
  func forEachPointer(_ body: (IndexedElement, _ token: String, Pointer) -> Void) {
    for element in elements {
      for (name, value) in element.attributes where Pointer.attributes.contains(name) {
        for token in value.xmlWords { body(element, token, Pointer(token)) }
      }
    }
  }
}
