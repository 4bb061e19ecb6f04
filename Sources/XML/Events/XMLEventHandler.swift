/// Takes the events of an XML document in the order of its text.
///
/// Spans, attributes and places hold only during the call. Start and end tags are in balance as long as reading goes on;
/// after a fault in the document no event follows.
public protocol XMLEventHandler {
  /// A start tag, or the first half of an empty-element tag.
  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace)

  /// An end tag, or the second half of an empty-element tag.
  mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace)

  /// Text, or a piece of it: what stands between two tags may come in any number of pieces, never in an empty one.
  mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace)

  /// A processing instruction outside the internal DTD subset. `data` begins after the white space behind the target.
  mutating func processingInstruction(target: String, data: String, _ place: XMLEventPlace)

  /// A comment outside the internal DTD subset.
  mutating func comment(_ text: Span<UInt8>, _ place: XMLEventPlace)

  /// Whether there is a point in going on. Asked at each start tag; once false, reading ends without an error.
  ///
  /// Mutating only so that the reader, which does not know the type, can ask without making a copy.
  var wantsMore: Bool { mutating get }
}

extension XMLEventHandler {
  public mutating func processingInstruction(target: String, data: String, _ place: XMLEventPlace) {}

  public mutating func comment(_ text: Span<UInt8>, _ place: XMLEventPlace) {}

  public var wantsMore: Bool { true }
}
