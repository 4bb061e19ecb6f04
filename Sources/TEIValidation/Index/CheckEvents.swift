internal import RelaxNG
internal import XML

/// Hands the events of one reading to the screen of the rules and to the validators of the schemas.
struct CheckEvents: XMLEventHandler {
  let screen: DocumentScreen
  private(set) var validators: [DocumentValidator] = []
  private let choose: ([ModelData]) -> [DocumentValidator]
  private var instructions: [ModelData] = []
  private var isInRoot = false
  /// The validators that want more: one that has told enough gets no more events.
  private var active: [DocumentValidator] = []

  init(_ screen: DocumentScreen, choosing choose: @escaping ([ModelData]) -> [DocumentValidator]) {
    self.screen = screen
    self.choose = choose
  }

  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    if !isInRoot { enterRoot() }
    screen.startElement(name, attributes)
    for validator in active {
      if validator.wantsMore {
        validator.startElement(name, attributes, place)
      } else {
        active.removeAll { $0 === validator }
      }
    }
  }

  mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {
    screen.endElement()
    for validator in active { validator.endElement(name, place) }
  }

  mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {
    for validator in active { validator.characters(text, place) }
  }

  mutating func processingInstruction(target: String, data: String, _ place: XMLEventPlace) {
    guard !isInRoot, target == "xml-model" else { return }
    instructions.append(ModelData(data: data, line: place.position.line))
  }

  private mutating func enterRoot() {
    isInRoot = true
    validators = choose(instructions)
    active = validators
  }
}
