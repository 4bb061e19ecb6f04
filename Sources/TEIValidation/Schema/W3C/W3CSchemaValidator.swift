internal import ArticleModel
internal import XML

/// Validates documents against a W3C XML Schema as their events come; libxml2 says what is wrong, and we where.
final class W3CSchemaValidator: SchemaValidator {
  private struct Frame {
    var name: XMLNameID
    /// Where its start tag is.
    var offset: Int
    var isTextTold = false
    /// Whether something is wrong with it: then it is no wonder that it lacks a field of a key.
    var isFaulty = false
  }

  private let validation: W3CSchemaValidation
  private let names: XMLNameTable
  private var identifiers: W3CIdentifierCheck
  private var steps = ElementSteps()
  private var frames: [Frame] = []
  private var found: [Diagnostic] = []
  /// The text since the last tag: libxml2 takes longer the more pieces it gets.
  private var text: [UInt8] = []
  /// The offset of the first character of the text that is no white space.
  private var textOffset: Int?
  private static let longestText = 16 << 20
  private static let maximumFaults = 1000

  init(_ schema: W3CSchema, names: XMLNameTable) {
    validation = W3CSchemaValidation(schema, names: names)
    self.names = names
    identifiers = W3CIdentifierCheck(schema.identifiers, names)
  }

  var wantsMore: Bool { found.count < Self.maximumFaults }

  func diagnostics(file: String) -> [Diagnostic] {
    defer {
      validation.end()
      steps = ElementSteps()
      frames.removeAll(keepingCapacity: true)
      text.removeAll(keepingCapacity: true)
      found = []
      identifiers.reset()
    }
    return found.map {
      var diagnostic = $0
      diagnostic.file = file
      return diagnostic
    }
  }

  func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    if frames.isEmpty { validation.begin() }
    giveText(place)
    text.removeAll(keepingCapacity: true)
    textOffset = nil
    steps.enter(name, prefix: nil)
    frames.append(Frame(name: name, offset: place.offset))
    tell(validation.startElement(name, attributes, place), place)
    if attributes.count > 0 {
      identifiers.look(at: attributes, place) { steps.path(names) }
    }
  }

  func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {
    giveText(place)
    tell(validation.endElement(name), place)
    text.removeAll(keepingCapacity: true)
    textOffset = nil
    guard frames.popLast() != nil else { return }
    steps.leave()
    if frames.isEmpty { found += identifiers.finish(place) }
  }

  func characters(_ piece: Span<UInt8>, _ place: XMLEventPlace) {
    piece.withUnsafeBufferPointer { piece in
      if textOffset == nil, let first = piece.firstIndex(where: { $0 > 0x20 }) { textOffset = place.offset + first }
      text.append(contentsOf: piece)
    }
    if text.count > Self.longestText {
      giveText(place)
      text.removeAll(keepingCapacity: true)
    }
  }

  private func giveText(_ place: XMLEventPlace) {
    guard !text.isEmpty else { return }
    tell(text.withUnsafeBufferPointer { validation.characters($0) }, place)
  }

  // MARK: Telling

  private func tell(_ issues: [W3CSchemaIssue], _ place: XMLEventPlace) {
    for issue in W3CFaultMessages.withoutEchoes(issues) where wantsMore { tell(issue, place) }
  }

  private func tell(_ issue: W3CSchemaIssue, _ place: XMLEventPlace) {
    guard let frame = frames.last else { return }
    if issue.rule == .uniqueness, frame.isFaulty, !issue.isAboutValues { return }
    frames[frames.count - 1].isFaulty = true
    let messages = W3CFaultMessages(
      element: names.local(frame.name), namespace: names.namespace(frame.name),
      parent: frames.dropLast().last.map { names.local($0.name) },
      text: String(decoding: text.prefix(400), as: UTF8.self))
    let (code, message) = messages.fault(issue)
    var path = steps.path(names)
    var position = place.position
    switch issue.rule {
    case .textNotAllowed:
      guard !frame.isTextTold else { return }
      frames[frames.count - 1].isTextTold = true
      path?.append("/text()")
      if let textOffset { position = place.position(at: textOffset) }
    case .value, .fixedValue:
      if let attribute = issue.attribute {
        path?.append("/@" + attribute)
      } else {
        position = place.position(at: textOffset ?? frame.offset)
      }
    case .attributeNotAllowed:
      if let attribute = issue.attribute { path?.append("/@" + attribute) }
    case .uniqueness: position = place.position(at: frame.offset)
    default: break
    }
    found.append(Diagnostic(.error, code: code, message, position: position, xpath: path))
  }
}
