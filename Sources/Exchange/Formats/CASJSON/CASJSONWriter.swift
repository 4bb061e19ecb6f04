import TEIText

/// Writes a document as UIMA CAS JSON.
struct CASJSONWriter {
  private let document: StandoffDocument
  private let tokenized: TokenizedDocument
  private let references: EntityReferences
  private let offsets: TextOffsets
  /// The identifier of the feature structure that was written last; the Sofa has 1.
  private var last = 0
  private var members: [Int] = []

  init(_ document: StandoffDocument) {
    self.document = document
    tokenized = TokenizedDocument(document)
    references = EntityReferences(document)
    offsets = TextOffsets(document.text, in: .utf16)
  }

  mutating func write() -> [UInt8] {
    var writer = JSONWriter(lineDepth: 2)
    writer.object { writer in
      writer.object("%TYPES", Self.writeTypes)
      writer.array("%FEATURE_STRUCTURES") { writeStructures(to: &$0) }
      writer.object("%VIEWS") { writer in
        writer.object("_InitialView") { writer in
          writer.member("%SOFA", 1)
          writer.array("%MEMBERS") { writer in for member in members { writer.number(member) } }
        }
      }
    }
    return writer.bytes + [0x0A]
  }

  private static func writeTypes(_ writer: inout JSONWriter) {
    for type in CASTypes.declarations {
      writer.object(type.name) { writer in
        writer.member("%NAME", type.name)
        writer.member("%SUPER_TYPE", type.parent)
        for feature in type.features {
          writer.object(feature.name) { writer in
            writer.member("%NAME", feature.name)
            writer.member("%RANGE", feature.range)
          }
        }
      }
    }
  }

  private mutating func writeStructures(to writer: inout JSONWriter) {
    let (document, references) = (document, references)
    last = 1
    writer.object { writer in
      writer.member("%ID", 1)
      writer.member("%TYPE", CASTypes.sofa)
      writer.member("sofaNum", 1)
      writer.member("sofaID", "_InitialView")
      writer.member("mimeType", "text/plain")
      writer.name("sofaString")
      writer.string(document.text)
    }
    add(CASTypes.metadata, 0..<document.text.count, to: &writer) { writer in
      writer.member("language", document.language)
      writer.member("documentTitle", unlessEmpty: document.title)
      writer.member("documentId", document.identifier)
    }
    for sentence in tokenized.sentences {
      add(CASTypes.sentence, sentence.range, to: &writer) { _ in }
      for token in tokenized.tokens[sentence.tokens] { add(token, to: &writer) }
    }
    for annotation in document.annotations {
      add(CASTypes.namedEntity, annotation.range, to: &writer) { writer in
        writer.member("value", unlessEmpty: annotation.type)
        writer.member("identifier", unlessEmpty: references.uri(of: annotation.entity))
      }
    }
  }

  private mutating func add(_ token: StandoffToken, to writer: inout JSONWriter) {
    var parts: [(feature: String, id: Int)] = []
    let analyses = [
      ("lemma", CASTypes.lemma, "value", token.lemma), ("pos", CASTypes.partOfSpeech, "PosValue", token.partOfSpeech),
      ("morph", CASTypes.features, "value", token.features),
    ]
    for (feature, type, name, value) in analyses where !value.isEmpty {
      add(type, token.range, to: &writer) { $0.member(name, value) }
      parts.append(("@" + feature, last))
    }
    add(CASTypes.token, token.range, to: &writer) { for part in parts { $0.member(part.feature, part.id) } }
  }

  private mutating func add(
    _ type: String, _ range: Range<Int>, to writer: inout JSONWriter, _ features: (inout JSONWriter) -> Void
  ) {
    last += 1
    members.append(last)
    let range = offsets.offsets(of: range)
    writer.object { writer in
      writer.member("%ID", last)
      writer.member("%TYPE", type)
      writer.member("@sofa", 1)
      writer.member("begin", range.lowerBound)
      writer.member("end", range.upperBound)
      features(&writer)
    }
  }
}
