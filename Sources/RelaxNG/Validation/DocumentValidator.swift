public import XML

/// Validates documents against a schema as their events come.
///
/// One for each thread; kept from document to document, it remembers the transitions that documents use.
public final class DocumentValidator: XMLEventHandler {
  /// Behind a pointer, so that no event pays for a check of exclusive access or for a copy.
  private let validation: UnsafeMutablePointer<DocumentValidation>

  /// - Parameters:
  ///   - names: The table of the reader whose events will come.
  ///   - maximumFaults: How many faults of a document are told; reading ends with the last.
  public init(_ schema: CompiledSchema, names: XMLNameTable, maximumFaults: Int = 1000) {
    validation = .allocate(capacity: 1)
    validation.initialize(to: DocumentValidation(schema, names: names, maximumFaults: maximumFaults))
  }

  /// A validator for names as ``LexicalNames`` gives them.
  convenience init(_ schema: CompiledSchema, lexical: LexicalNames) {
    self.init(schema, names: lexical.names)
    validation.pointee.isLexical = true
  }

  deinit {
    validation.deinitialize(count: 1)
    validation.deallocate()
  }

  /// Takes for this document the identifiers that somebody else keeps of it; to be called at its root element.
  package func share(_ identifiers: DocumentIdentifiers) { validation.pointee.identifiers.share(identifiers) }

  /// Ends a document. Also to be called where reading has failed, before the next one.
  ///
  /// - Returns: What is wrong with it, in document order; nothing if it is valid.
  public func finish() -> [ValidationFault] { validation.pointee.finish() }

  public var wantsMore: Bool { validation.pointee.wantsMore }

  public func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    validation.pointee.startElement(name, attributes, place)
  }

  public func endElement(_ name: XMLNameID, _ place: XMLEventPlace) { validation.pointee.endElement(name, place) }

  public func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) { validation.pointee.characters(text, place) }

  /// Tells of white space in an element that may hold none: of which RELAX NG knows nothing.
  func tellSpace(_ place: XMLEventPlace) { validation.pointee.tellSpace(place) }
}
