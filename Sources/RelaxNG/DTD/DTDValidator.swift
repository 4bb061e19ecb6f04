internal import ArticleModel
public import XML

/// Validates documents against a DTD as their events come: by the names as they are written, prefix and all.
///
/// One for each thread, as ``DocumentValidator``.
public final class DTDValidator: XMLEventHandler {
  private let validator: DocumentValidator
  private let lexical: LexicalNames
  private let emptyElements: Set<XMLNameID>
  private var open: [XMLNameID] = []
  /// An element is told once to hold white space.
  private var isTold = false

  public init(_ dtd: CompiledDTD, names: XMLNameTable) {
    lexical = LexicalNames(names)
    validator = DocumentValidator(dtd.schema, lexical: lexical)
    let table = lexical.names
    emptyElements = Set(dtd.emptyElements.map { table.id(namespace: $0.namespace, local: $0.local) })
  }

  /// Ends a document, as ``DocumentValidator/finish()`` does.
  public func finish() -> [ValidationFault] {
    open.removeAll(keepingCapacity: true)
    return validator.finish()
  }

  public var wantsMore: Bool { validator.wantsMore }

  public func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    let own = lexical.name(name, place)
    open.append(own)
    isTold = false
    lexical.withAttributes(attributes, place) { validator.startElement(own, $0, place) }
  }

  public func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {
    isTold = false
    guard let own = open.popLast() else { return }
    validator.endElement(own, place)
  }

  public func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {
    if !isTold, let own = open.last, emptyElements.contains(own), isSpace(text) {
      isTold = true
      validator.tellSpace(place)
    }
    validator.characters(text, place)
  }

  private func isSpace(_ text: Span<UInt8>) -> Bool { text.withUnsafeBufferPointer { $0.isAllSpace } }
}
