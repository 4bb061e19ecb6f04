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
  ///   - bytes: The document's file, if nothing was included; nil to have the document written for the schema.
  ///   - file: The file as the caller names it, for messages and for following relative pointers.
  ///   - context: What is known of the files beside it.
  public func validate(
    _ document: XMLDocument, bytes: [UInt8]? = nil, file: String, context: ValidationContext = ValidationContext()
  ) -> [Diagnostic] {
    (schemaDiagnostics(document, bytes, file) + findings(document, bytes, file, context)).inOrderOfText
  }

  private func findings(
    _ document: XMLDocument, _ bytes: [UInt8]?, _ file: String, _ context: ValidationContext
  ) -> [Diagnostic] {
    guard !rules.isEmpty else { return [] }
    do throws(XMLError) {
      // A byte-order mark says that a text is UTF-8, whatever it declares.
      let own = bytes ?? document.parsedText.map { [0xEF, 0xBB, 0xBF] + $0 }
      let found = try DocumentChecker().findings(
        in: .bytes(own ?? document.serialized()), file: file, rules: rules, context: context)
      return own == nil ? document.movingBack(found, file: file) : found
    } catch {
      return [error.diagnostic]
    }
  }

  private func schemaDiagnostics(_ document: XMLDocument, _ bytes: [UInt8]?, _ file: String) -> [Diagnostic] {
    guard let schema else { return [] }
    guard let bytes else { return schema.diagnostics(of: document, file: file) }
    do throws(XMLError) {
      return try schema.diagnostics(of: bytes, file: file)
    } catch {
      return [error.diagnostic]
    }
  }
}
