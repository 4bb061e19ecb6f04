internal import XML

/// Gathers the `xml:id`s of a document, for messages.
struct IdentifierNames: XMLEventHandler {
  private let names: RuleNames
  private(set) var identifiers: Set<String> = []

  init(_ names: RuleNames) { self.names = names }

  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    for index in 0..<attributes.count where names.attribute(attributes.name(index)) == .identifier {
      identifiers.insert(attributes.value(index))
    }
  }

  mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {}
  mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {}
}
