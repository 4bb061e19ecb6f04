/// A handler of which the parser, whose callbacks C calls, need not know the type.
class EventSink {
  func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {}
  func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {}
  func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {}
  func processingInstruction(target: String, data: String, _ place: XMLEventPlace) {}
  func comment(_ text: Span<UInt8>, _ place: XMLEventPlace) {}
  var wantsMore: Bool { true }
}

/// Hands events to a handler where it stands: a copy would copy what it holds at its first change.
final class HandlerSink<Handler: XMLEventHandler>: EventSink {
  private let handler: UnsafeMutablePointer<Handler>

  init(_ handler: UnsafeMutablePointer<Handler>) { self.handler = handler }

  override func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    handler.pointee.startElement(name, attributes, place)
  }

  override func endElement(_ name: XMLNameID, _ place: XMLEventPlace) { handler.pointee.endElement(name, place) }

  override func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) { handler.pointee.characters(text, place) }

  override func processingInstruction(target: String, data: String, _ place: XMLEventPlace) {
    handler.pointee.processingInstruction(target: target, data: data, place)
  }

  override func comment(_ text: Span<UInt8>, _ place: XMLEventPlace) { handler.pointee.comment(text, place) }

  override var wantsMore: Bool { handler.pointee.wantsMore }
}
