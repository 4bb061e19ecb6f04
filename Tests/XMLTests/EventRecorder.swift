import XML

/// Writes down the events that it takes, pieces of text joined.
struct EventRecorder: XMLEventHandler {
  private(set) var lines: [String] = []
  private var text: [UInt8] = []
  private let names: XMLNameTable
  private let withPlaces: Bool
  /// How many start tags it wants.
  var limit = Int.max

  init(_ names: XMLNameTable, places: Bool = false) {
    self.names = names
    withPlaces = places
  }

  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    let values = (0..<attributes.count).map { " \(label(attributes.name($0)))=\(attributes.value($0))" }
    add("<\(label(name))\(values.joined())", place)
    limit -= 1
  }

  mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) { add(">\(label(name))", place) }

  mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {
    for index in text.indices { self.text.append(text[index]) }
  }

  mutating func processingInstruction(target: String, data: String, _ place: XMLEventPlace) {
    add("?\(target) \(data)", place)
  }

  var wantsMore: Bool { limit > 0 }

  private func label(_ name: XMLNameID) -> String {
    (names.namespace(name).map { "{\($0)}" } ?? "") + names.local(name)
  }

  private mutating func add(_ line: String, _ place: XMLEventPlace) {
    if !text.isEmpty { lines.append("'" + String(decoding: text, as: UTF8.self)) }
    text = []
    let position = place.position
    lines.append(withPlaces ? "\(position.line):\(position.column) \(line)" : line)
  }
}
