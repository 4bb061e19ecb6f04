import ArticleModel
import TEIText

/// Reads stand-off JSON. Offsets in code points count; those in bytes stand for them where a tool leaves them out.
struct StandoffJSONReader {
  private let root: JSONNode
  private let text: [UInt8]
  private let offsets: TextOffsets

  init(_ root: JSONNode, text: [UInt8]) {
    self.root = root
    self.text = text
    offsets = TextOffsets(text)
  }

  func document(named name: String) throws(ExchangeError) -> StandoffDocument {
    guard root.members != nil else { throw root.fault("the file is no object of JSON") }
    if let version = root["version"], version.integer != StandoffJSONFormat.version {
      throw version.fault("the version is not known; expected \(StandoffJSONFormat.version)")
    }
    var document = StandoffDocument(identifier: try root.string("document") ?? name, text: text)
    document.source = try root.string("source") ?? ""
    document.language = try root.string("language") ?? "und"
    document.title = try root.string("title") ?? ""
    document.date = try root.string("date") ?? ""
    document.selection = try root.string("selection") ?? ""
    for node in try root.array("blocks") {
      document.blocks.append(
        StandoffBlock(
          range: try range(node), kind: try node.string("kind") ?? "other", id: try node.string("id") ?? "",
          path: try node.string("path") ?? ""))
    }
    for node in try root.array("sentences") { document.sentences.append(try range(node)) }
    for node in try root.array("tokens") { document.tokens.append(try token(node)) }
    for node in try root.array("annotations") { document.annotations.append(try annotation(node)) }
    if root["annotations"] == nil { document.missingLayer = "\"annotations\"" }
    for node in try root.array("entities") { document.entities.append(try entity(node)) }
    document.sortAnnotations()
    return document
  }

  private func range(_ node: JSONNode) throws(ExchangeError) -> Range<Int> {
    let range: Range<Int>?
    if node["start"] == nil, node["byteStart"] != nil {
      let (start, end) = (try node.integer("byteStart"), try node.integer("byteEnd"))
      range = start >= 0 && start <= end && end <= text.count ? start..<end : nil
    } else {
      range = offsets.bytes(ofOffsets: try node.integer("start"), try node.integer("end"))
    }
    guard let range else {
      throw node.fault("the span leaves the text; expected a start and an end from 0 to \(offsets.count)")
    }
    return range
  }

  private func token(_ node: JSONNode) throws(ExchangeError) -> StandoffToken {
    var token = StandoffToken(range: try range(node))
    token.lemma = try node.string("lemma") ?? ""
    token.partOfSpeech = try node.string("pos") ?? ""
    token.features = try node.string("features") ?? ""
    return token
  }

  private func annotation(_ node: JSONNode) throws(ExchangeError) -> StandoffAnnotation {
    guard let type = try node.string("type") else { throw node.fault("the annotation has no \"type\"") }
    var annotation = StandoffAnnotation(range: try range(node), type: type)
    if let quote = try node.string("text"), !quote.utf8.elementsEqual(text[annotation.range]) {
      throw node.fault(QuoteFault.message(quote, in: text, at: annotation.range))
    }
    annotation.id = try node.string("id") ?? ""
    annotation.element = try node.string("element") ?? ""
    annotation.entity = try node.string("entity") ?? ""
    annotation.certainty = try node.string("certainty") ?? ""
    annotation.value = try node.string("value") ?? ""
    annotation.note = try node.string("note") ?? ""
    annotation.unsaid = node.unsaid([
      ("entity", .entity), ("certainty", .certainty), ("value", .value), ("note", .note),
    ])
    if let place = node["tei"], let path = try place.string("path") {
      let (start, end) = (try place.integer("start"), try place.integer("end"))
      if start >= 0, start <= end { annotation.place = StandoffPlace(path: path, range: start..<end) }
    }
    return annotation
  }

  private func entity(_ node: JSONNode) throws(ExchangeError) -> StandoffEntity {
    guard let id = try node.string("id") else { throw node.fault("the entity has no \"id\"") }
    var entity = StandoffEntity(id: id, type: try node.string("type") ?? "", name: try node.string("name") ?? "")
    for variant in try node.array("variants") {
      guard let variant = variant.text else { throw variant.fault("the variant is not a string") }
      entity.variants.append(variant)
    }
    for identifier in try node.array("identifiers") {
      guard let authority = try identifier.string("authority"), let value = try identifier.string("value") else {
        throw identifier.fault("the identifier is not whole; expected \"authority\" and \"value\"")
      }
      entity.identifiers.append(AuthorityIdentifier(authority: authority, value: value))
    }
    entity.latitude = node["latitude"]?.number
    entity.longitude = node["longitude"]?.number
    return entity
  }
}

/// What is said where a quotation and the text at its place differ.
enum QuoteFault {
  static func message(_ quote: some StringProtocol, in text: [UInt8], at range: Range<Int>) -> String {
    let found = String(decoding: text[range], as: UTF8.self)
    return "the text at this place is \"\(excerpt(found))\"; expected \"\(excerpt(quote))\", as the annotation has it"
  }

  static func excerpt(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars)) + (text.unicodeScalars.count > 60 ? "…" : "")
  }
}
