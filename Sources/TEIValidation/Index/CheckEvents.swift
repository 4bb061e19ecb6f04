internal import RelaxNG
internal import XML

/// Hands the events of one reading to the screen of the rules and to the validators of the schemas.
struct CheckEvents: XMLEventHandler {
  var screen: DocumentScreen
  private(set) var validators: [any SchemaValidator] = []
  private let choose: ([ModelData]) -> [any SchemaValidator]
  private var instructions: [ModelData] = []
  private var isInRoot = false
  /// The validators that want more: one that has told enough gets no more events. Most documents have one, for RELAX NG;
  /// it is held by ``validators``, and so no event pays for counting references to it.
  private var first: Unmanaged<DocumentValidator>?
  private var others: [any SchemaValidator] = []

  init(_ screen: DocumentScreen, choosing choose: @escaping ([ModelData]) -> [any SchemaValidator]) {
    self.screen = screen
    self.choose = choose
  }

  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    if !isInRoot { enterRoot() }
    screen.startElement(name, attributes)
    let isFirstActive = first?._withUnsafeGuaranteedRef { validator in
      guard validator.wantsMore else { return false }
      validator.startElement(name, attributes, place)
      return true
    }
    if isFirstActive == false { first = nil }
    guard !others.isEmpty else { return }
    others.removeAll { !$0.wantsMore }
    for validator in others { validator.startElement(name, attributes, place) }
  }

  mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {
    screen.endElement()
    first?._withUnsafeGuaranteedRef { $0.endElement(name, place) }
    guard !others.isEmpty else { return }
    for validator in others { validator.endElement(name, place) }
  }

  mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {
    if screen.wantsText { screen.characters(text) }
    first?._withUnsafeGuaranteedRef { $0.characters(text, place) }
    guard !others.isEmpty else { return }
    for validator in others { validator.characters(text, place) }
  }

  mutating func processingInstruction(target: String, data: String, _ place: XMLEventPlace) {
    guard !isInRoot, target == "xml-model" else { return }
    instructions.append(ModelData(data: data, line: place.position.line))
  }

  private mutating func enterRoot() {
    isInRoot = true
    validators = choose(instructions)
    let own = validators.first as? DocumentValidator
    for validator in validators { (validator as? DocumentValidator)?.share(screen.identifiers) }
    first = own.map { Unmanaged.passUnretained($0) }
    others = own == nil ? validators : Array(validators.dropFirst())
  }
}
