import ArticleModel
import TEIText

/// Reads a line of spaCy's JSON, or of Prodigy's: `ents`, and `spans` as groups or as a list.
struct SpaCyReader {
  private let root: JSONNode
  private let text: [UInt8]
  private let offsets: TextOffsets

  static func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    let file = try PlainTextFile.find(".jsonl", among: files)
    let bytes = Array(PlainTextFile.withLineFeeds(file.bytes).drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF })
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().filter {
      !$0.element.allSatisfy(Characters.isASCIISpace)
    }
    guard let (index, line) = lines.first else { throw ExchangeError("the file has no line of JSON", file: file.name) }
    guard lines.count == 1 else {
      throw ExchangeError(
        "there is a second document; expected one line of JSON", file: file.name, line: lines[1].offset + 1)
    }
    let root = try JSONReader.read(Array(line), file: file.name, line: index + 1)
    guard let text = try root.string("text") else { throw root.fault("there is no \"text\"") }
    return try SpaCyReader(root: root, text: Array(text.utf8)).document(
      named: PlainTextFile.identifier(of: file.name, without: ".jsonl"))
  }

  private init(root: JSONNode, text: [UInt8]) {
    self.root = root
    self.text = text
    offsets = TextOffsets(text)
  }

  private func document(named name: String) throws(ExchangeError) -> StandoffDocument {
    let meta = root["meta"]
    var document = StandoffDocument(identifier: try meta?.string("id") ?? name, text: text)
    document.source = try meta?.string("source") ?? ""
    document.language = try meta?.string("language") ?? "und"
    document.title = try meta?.string("title") ?? ""
    document.date = try meta?.string("date") ?? ""
    document.selection = try meta?.string("selection") ?? ""
    document.blocks = TextLines(text).blocks()
    for node in try root.array("sents") { document.sentences.append(try range(node)) }
    for node in try root.array("tokens") {
      var token = StandoffToken(range: try range(node))
      token.lemma = try node.string("lemma") ?? ""
      let (tag, universal) = (try node.string("tag") ?? "", try node.string("pos") ?? "")
      TokenAnalysis.read(universal[...], tag[...], try (node.string("morph") ?? "")[...], into: &token)
      document.tokens.append(token)
    }
    document.annotations = try annotations()
    if root["ents"] == nil, root["spans"] == nil { document.missingLayer = "\"ents\" or \"spans\"" }
    if let answer = try root.string("answer"), answer != "accept" { document.rejection = answer }
    document.entities = try entities(meta)
    document.sortAnnotations()
    return document
  }

  private func range(_ node: JSONNode) throws(ExchangeError) -> Range<Int> {
    guard let range = offsets.bytes(ofOffsets: try node.integer("start"), try node.integer("end")) else {
      throw node.fault("the span leaves the text; expected a start and an end from 0 to \(offsets.count)")
    }
    return range
  }

  /// What stands in several groups counts once.
  private func annotations() throws(ExchangeError) -> [StandoffAnnotation] {
    var nodes = try root.array("ents")
    if let groups = root["spans"]?.members {
      for group in groups { nodes += group.value.items ?? [] }
    } else {
      nodes += try root.array("spans")
    }
    var annotations: [StandoffAnnotation] = []
    var seen: Set<StandoffAnnotation> = []
    for node in nodes {
      var annotation = StandoffAnnotation(range: try range(node), type: try node.string("label") ?? "")
      annotation.id = try node.string("id") ?? ""
      annotation.entity = try node.string("kb_id") ?? ""
      annotation.element = try node.string("element") ?? ""
      annotation.certainty = try node.string("certainty") ?? ""
      annotation.value = try node.string("value") ?? ""
      annotation.note = try node.string("note") ?? ""
      annotation.unsaid = node.unsaid([
        ("kb_id", .entity), ("certainty", .certainty), ("value", .value), ("note", .note),
      ])
      // Of entities that the pipeline has not linked spaCy says "NIL".
      if annotation.entity == "NIL" { annotation.entity = "" }
      if annotation.range.isEmpty || (!annotation.id.isEmpty && !seen.insert(annotation).inserted) { continue }
      annotations.append(annotation)
    }
    return annotations
  }

  private func entities(_ meta: JSONNode?) throws(ExchangeError) -> [StandoffEntity] {
    var entities: [StandoffEntity] = []
    for (id, node) in meta?["entities"]?.members ?? [] {
      var entity = StandoffEntity(id: id, type: try node.string("type") ?? "", name: try node.string("name") ?? "")
      for (authority, value) in node.members ?? [] where authority != "type" && authority != "name" {
        if let value = value.text { entity.identifiers.append(AuthorityIdentifier(authority: authority, value: value)) }
      }
      entities.append(entity)
    }
    return entities
  }
}
