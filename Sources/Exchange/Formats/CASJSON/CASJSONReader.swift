import TEIText

/// Reads UIMA CAS JSON, as INCEpTION and dkpro-cassis write it, with any types beside those that count.
struct CASJSONReader {
  private let file: ExchangeFile
  private let original: StandoffDocument?
  private let references: EntityReferences
  /// The feature structures of the document's view, by their identifiers.
  private var structures: [(id: Int, node: JSONNode)] = []
  private var places: [Int: Int] = [:]
  private let text: [UInt8]
  private let sofa: Int
  private let offsets: TextOffsets

  init(_ file: ExchangeFile, over original: StandoffDocument?) throws(ExchangeError) {
    self.file = file
    references = EntityReferences(original)
    let root = try JSONReader.read(file.bytes, file: file.name)
    guard let list = root["%FEATURE_STRUCTURES"] else {
      throw ExchangeError(
        "there is no \"%FEATURE_STRUCTURES\"; expected UIMA CAS JSON 0.4", file: file.name, line: root.line)
    }
    for node in list.items ?? [] { structures.append((try node.integer("%ID"), node)) }
    for member in list.members ?? [] { structures.append((Int(member.name) ?? 0, member.value)) }
    for (place, structure) in structures.enumerated() { places[structure.id] = place }
    let sofas = structures.filter { $0.node["%TYPE"]?.text == CASTypes.sofa }
    guard let view = sofas.first(where: { $0.node["sofaID"]?.text == "_InitialView" }) ?? sofas.first,
      let string = view.node["sofaString"]?.text
    else {
      throw ExchangeError(
        "there is no Sofa with a \"sofaString\"; expected the text of the view \"_InitialView\"", file: file.name,
        line: list.line)
    }
    sofa = view.id
    text = Array(string.utf8)
    offsets = TextOffsets(text, in: .utf16)
    // A text that is another comes back as it is, for the comparison to tell.
    self.original = original?.text == text ? original : nil
  }

  func read(identifier: String) throws(ExchangeError) -> StandoffDocument {
    var document = StandoffDocument(identifier: identifier, text: text, over: original)
    var passed: [String: Int] = [:]
    for (_, node) in structures where node["@sofa"]?.integer == sofa {
      let type = node["%TYPE"]?.text ?? ""
      switch CASTypes.shortName(type) {
      case "DocumentMetaData" where original == nil:
        document.identifier = try node.string("documentId") ?? identifier
        document.title = try node.string("documentTitle") ?? ""
        document.language = try language(of: node)
      case "DocumentAnnotation" where original == nil: document.language = try language(of: node)
      case "Sentence": document.sentences.append(try range(of: node))
      case "Token": document.tokens.append(try token(node))
      case "NamedEntity": document.annotations.append(try annotation(node))
      case _ where CASTypes.isCustom(type): passed[type, default: 0] += 1
      default: break
      }
    }
    document.passed = passed.sorted { $0.key < $1.key }.map { type, count in
      ExchangeError("layer \"\(type)\" (\(count)) is not that of named entities", file: file.name)
    }
    document.sentences.sort { $0.lowerBound < $1.lowerBound }
    document.tokens.sort { $0.range.lowerBound < $1.range.lowerBound }
    document.sortAnnotations()
    document.noteUnsaid([.entity], isCertain: false)
    return document
  }

  /// UIMA writes "x-unspecified" where the language is not known.
  private func language(of node: JSONNode) throws(ExchangeError) -> String {
    let language = try node.string("language") ?? ""
    return language.isEmpty || language == "x-unspecified" ? "und" : language
  }

  private func range(of node: JSONNode) throws(ExchangeError) -> Range<Int> {
    let (begin, end) = (try node.integer("begin"), try node.integer("end"))
    guard let range = offsets.bytes(ofOffsets: begin, end) else {
      throw node.fault(
        "\(begin)-\(end) is no range of the text; expected offsets up to \(offsets.count), in UTF-16 code units")
    }
    return range
  }

  private func token(_ node: JSONNode) throws(ExchangeError) -> StandoffToken {
    var token = StandoffToken(range: try range(of: node))
    token.lemma = try analysis("@lemma", of: node)?.string("value") ?? ""
    token.partOfSpeech = try analysis("@pos", of: node)?.string("PosValue") ?? ""
    token.features = try analysis("@morph", of: node)?.string("value") ?? ""
    return token
  }

  private func analysis(_ feature: String, of node: JSONNode) -> JSONNode? {
    node[feature]?.integer.flatMap { places[$0] }.map { structures[$0].node }
  }

  private func annotation(_ node: JSONNode) throws(ExchangeError) -> StandoffAnnotation {
    var annotation = StandoffAnnotation(range: try range(of: node), type: try node.string("value") ?? "")
    annotation.entity = references.reference(ofURI: try node.string("identifier") ?? "")
    return annotation
  }
}
