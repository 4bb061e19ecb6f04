internal import ArticleModel
internal import RelaxNG
internal import XML

/// Validates documents against one schema as their events come; one for each thread, kept from document to document.
protocol SchemaValidator: AnyObject {
  func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace)
  func endElement(_ name: XMLNameID, _ place: XMLEventPlace)
  func characters(_ text: Span<UInt8>, _ place: XMLEventPlace)
  /// Whether it has told enough.
  var wantsMore: Bool { get }
  /// Ends a document, and says what is wrong with it. Also to be called where reading has failed.
  func diagnostics(file: String) -> [Diagnostic]
}

extension DocumentValidator: SchemaValidator {
  func diagnostics(file: String) -> [Diagnostic] { finish().map { $0.located(in: file) } }
}

extension DTDValidator: SchemaValidator {
  func diagnostics(file: String) -> [Diagnostic] { finish().map { $0.located(in: file) } }
}

extension ValidationFault {
  fileprivate func located(in file: String) -> Diagnostic {
    Diagnostic(.error, code: kind.rawValue, message, file: file, position: position, xpath: path)
  }
}

/// Hands events to a validator of any kind.
struct SchemaEvents: XMLEventHandler {
  let validator: any SchemaValidator

  func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    validator.startElement(name, attributes, place)
  }

  func endElement(_ name: XMLNameID, _ place: XMLEventPlace) { validator.endElement(name, place) }

  func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) { validator.characters(text, place) }

  var wantsMore: Bool { validator.wantsMore }
}
