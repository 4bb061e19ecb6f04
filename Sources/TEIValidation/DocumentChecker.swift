public import ArticleModel
internal import RelaxNG
public import XML

/// Reads documents once each, for their schemas and for the rules: what one thread needs, kept from one to the next.
public final class DocumentChecker {
  private let reader = XMLEventReader()
  private let names: RuleNames
  private var validators: [ObjectIdentifier: (schema: DocumentSchema, validator: DocumentValidator)] = [:]
  /// Validators remember what documents use; an archive has few schemas.
  private static let maximumValidators = 8
  /// A document with more identifiers is read once more for the rules: a validator holds them, too, and both together
  /// would take twice the memory.
  private static let maximumIdentifiers = 1 << 16

  /// - Parameter hash: How summaries name identifiers; those that are compared have one in common.
  public init(hash: IdentifierHash = .ofRun) { names = RuleNames(reader.names, hash: hash) }

  /// Holds a document to its schemas, and keeps what the rules may need of it.
  ///
  /// - Parameters:
  ///   - file: The file as the caller names it, for messages and for following relative pointers.
  ///   - schemas: The schemas to hold it to, given the `xml-model` instructions before its root element.
  /// - Returns: What is wrong with it by each schema, in the order of its text, and a summary for the rules.
  public func check(
    _ source: DocumentSource, file: String, schemas: ([ModelData]) -> [DocumentSchema]
  ) throws(XMLError) -> (faults: [[Diagnostic]], summary: DocumentSummary) {
    try withoutActuallyEscaping(schemas) { (schemas) throws(XMLError) in
      var events = CheckEvents(
        DocumentScreen(names, file: file, maximumIdentifiers: Self.maximumIdentifiers)
      ) { instructions in
        schemas(instructions).reduce(into: []) { $0.append(self.validator(for: $1, unless: $0)) }
      }
      do throws(XMLError) {
        try read(source, file: file, into: &events)
      } catch {
        // What they knew of this document must not reach the next.
        for validator in events.validators { _ = validator.finish() }
        throw error
      }
      let faults = events.validators.map { $0.diagnostics(file: file) }
      guard events.screen.isOverfull else { return (faults, events.screen.finish()) }
      // The validators have given back what they held of the document.
      events = CheckEvents(DocumentScreen(names, file: file)) { _ in [] }
      try read(source, file: file, into: &events)
      return (faults, events.screen.finish())
    }
  }

  /// What breaks the rules in a document that was read before, as far as its summary and the archive make it suspect.
  public func findings(
    in source: DocumentSource, file: String, suspects: Suspects, rules: [any ValidationRule] = ValidationRules.all,
    context: ValidationContext
  ) throws(XMLError) -> [Diagnostic] {
    var indexing = DocumentIndexing(names, file: file, suspects: suspects)
    try read(source, file: file, into: &indexing)
    return indexing.document.diagnostics(rules, context)
  }

  /// What breaks the rules in a document.
  func findings(
    in source: DocumentSource, file: String, rules: [any ValidationRule], context: ValidationContext
  ) throws(XMLError) -> [Diagnostic] {
    var indexing = DocumentIndexing(names, file: file)
    try read(source, file: file, into: &indexing)
    return indexing.document.diagnostics(rules, context)
  }

  /// The `xml:id`s of a document.
  public func identifiers(in source: DocumentSource, file: String) throws(XMLError) -> Set<String> {
    var gathering = IdentifierNames(names)
    try read(source, file: file, into: &gathering)
    return gathering.identifiers
  }

  private func read<Handler: XMLEventHandler>(
    _ source: DocumentSource, file: String, into handler: inout Handler
  ) throws(XMLError) {
    switch source {
    case .file(let path): try reader.read(file: path, into: &handler)
    case .bytes(let bytes): try reader.read(bytes, name: file, into: &handler)
    }
  }

  /// The validator of a schema; a new one where it is in use for the same document.
  private func validator(for schema: DocumentSchema, unless used: [DocumentValidator]) -> DocumentValidator {
    let key = ObjectIdentifier(schema)
    if let known = validators[key]?.validator, !used.contains(where: { $0 === known }) { return known }
    if validators.count >= Self.maximumValidators { validators.removeAll() }
    let validator = schema.validator(names: reader.names)
    validators[key] = (schema, validator)
    return validator
  }
}

/// Where the bytes of a document are.
public enum DocumentSource: Sendable {
  /// A file, read piece by piece; it must be one that can be read twice.
  case file(String)
  case bytes([UInt8])
}

/// An `xml-model` instruction as it stands in a document.
public struct ModelData: Sendable {
  public let data: String
  public let line: Int
}

extension IndexedDocument {
  func diagnostics(_ rules: [any ValidationRule], _ context: ValidationContext) -> [Diagnostic] {
    rules.flatMap { $0.findings(in: self, context: context) }.map { $0.diagnostic(file: file) }
  }
}

extension [Diagnostic] {
  /// In the order of the text; what stands at the same place, or has none, stays as it is.
  public var inOrderOfText: [Diagnostic] {
    enumerated().sorted { left, right in
      guard let first = left.element.position, let second = right.element.position, first != second else {
        return left.offset < right.offset
      }
      return first < second
    }.map(\.element)
  }
}
