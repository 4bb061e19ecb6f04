public import ArticleModel
public import XML

/// Checks TEI documents: against a RELAX NG schema, and by the rules that no schema can say.
///
///     let validator = Validator()
///     for diagnostic in validator.validate(document, file: "drone-deal.xml") { print(diagnostic) }
///
/// A validator may be shared between threads.
public struct Validator: Sendable {
  private let schema: DocumentSchema?
  private let rules: [any ValidationRule]

  /// - Parameters:
  ///   - schema: The schema to hold documents to; by default that of our own encoding, nil for none.
  ///   - rules: The rules to apply; by default all.
  public init(schema: DocumentSchema? = .embedded, rules: [any ValidationRule] = ValidationRules.all) {
    self.schema = schema
    self.rules = rules
  }

  /// Everything that is wrong with a document, in the order of the text.
  ///
  /// - Parameters:
  ///   - document: The document, before or after XInclude.
  ///   - file: The file as the caller names it, for messages and for following relative pointers.
  ///   - context: What is known of the files beside it.
  public func validate(
    _ document: XMLDocument, file: String, context: ValidationContext = ValidationContext()
  ) -> [Diagnostic] {
    var findings = schema?.findings(in: document) ?? []
    let indexed = IndexedDocument(document, file: file)
    for rule in rules { findings += rule.findings(in: indexed, context: context) }
    var paths = ElementPaths()
    let diagnostics = findings.map { $0.diagnostic(in: document, file: file, &paths) }
    return diagnostics.enumerated().sorted { left, right in
      guard let first = left.element.position, let second = right.element.position, first != second else {
        return left.offset < right.offset
      }
      return first < second
    }.map(\.element)
  }
}
