import TEIText

/// Writes a document as a line of JSON.
struct SpaCyWriter {
  enum Shape { case spaCy, prodigy }

  private let document: StandoffDocument
  private let shape: Shape
  private let offsets: TextOffsets
  private let tokens: [Range<Int>]
  /// The tokens that begin and end at bytes.
  private let starts: [Int: Int]
  private let ends: [Int: Int]

  static func line(of document: StandoffDocument, for shape: Shape) -> [UInt8] {
    let writer = SpaCyWriter(document, shape)
    var json = JSONWriter()
    json.object { json in
      json.name("text")
      json.string(document.text)
      writer.tokens(to: &json)
      switch shape {
      case .spaCy:
        let (outer, nested) = writer.layers()
        json.array("ents") { json in for annotation in outer { writer.write(annotation, to: &json) } }
        json.object("spans") { json in
          json.array("nested") { json in for annotation in nested { writer.write(annotation, to: &json) } }
        }
        json.array("sents") { json in
          for sentence in document.sentences { json.object { json in writer.places(sentence, to: &json) } }
        }
      case .prodigy:
        json.array("spans") { json in for annotation in document.annotations { writer.write(annotation, to: &json) } }
      }
      json.object("meta") { json in writer.meta(to: &json) }
    }
    return json.bytes + Array("\n".utf8)
  }

  private init(_ document: StandoffDocument, _ shape: Shape) {
    var document = document
    // Neither takes white space for a part of an entity.
    document.annotations = document.annotations.compactMap { annotation in
      var annotation = annotation
      guard let range = VisibleText.trim(annotation.range, of: document.text) else { return nil }
      annotation.range = range
      return annotation
    }
    document.sortAnnotations()
    self.document = document
    self.shape = shape
    offsets = TextOffsets(document.text)
    let words = SpaCyTokens.ranges(of: document)
    tokens = shape == .spaCy ? SpaCyTokens.withWhiteSpace(words, in: document.text) : words
    starts = Dictionary(uniqueKeysWithValues: tokens.enumerated().map { ($1.lowerBound, $0) })
    ends = Dictionary(uniqueKeysWithValues: tokens.enumerated().map { ($1.upperBound, $0) })
  }

  /// The annotations that do not overlap, the outermost; and the others.
  private func layers() -> (outer: [StandoffAnnotation], nested: [StandoffAnnotation]) {
    var outer: [StandoffAnnotation] = []
    var nested: [StandoffAnnotation] = []
    var end = 0
    for annotation in document.annotations {
      // A type without a name is no entity to spaCy.
      if annotation.range.lowerBound >= end, !annotation.type.isEmpty {
        outer.append(annotation)
        end = annotation.range.upperBound
      } else {
        nested.append(annotation)
      }
    }
    return (outer, nested)
  }

  private func places(_ range: Range<Int>, to json: inout JSONWriter) {
    let codePoints = offsets.offsets(of: range)
    json.member("start", codePoints.lowerBound)
    json.member("end", codePoints.upperBound)
  }

  private func tokens(to json: inout JSONWriter) {
    let known = Dictionary(document.tokens.map { ($0.range, $0) }) { first, _ in first }
    let analyses = known.mapValues(TokenAnalysis.init)
    // spaCy wants what one token has of all of them.
    let hasLemma = document.tokens.contains { !$0.lemma.isEmpty }
    let hasAnalysis = analyses.values.contains { $0.universal != "_" || $0.own != "_" || $0.features != "_" }
    json.array("tokens") { json in
      for (index, range) in tokens.enumerated() {
        json.object { json in
          json.member("id", index)
          places(range, to: &json)
          if shape == .prodigy {
            json.name("text")
            json.string(document.text[range])
            let next = index + 1 < tokens.count ? tokens[index + 1].lowerBound : document.text.count
            json.name("ws")
            json.bool(next > range.upperBound)
          }
          if hasLemma { json.member("lemma", known[range]?.lemma ?? "") }
          if hasAnalysis {
            let analysis = analyses[range]
            json.member("tag", ColumnText.orEmpty(analysis?.own ?? ""))
            json.member("pos", ColumnText.orEmpty(analysis?.knownUniversal ?? ""))
            json.member("morph", ColumnText.orEmpty(analysis?.features ?? ""))
          }
        }
      }
    }
  }

  private func write(_ annotation: StandoffAnnotation, to json: inout JSONWriter) {
    json.object { json in
      places(annotation.range, to: &json)
      json.member("label", annotation.type)
      if shape == .prodigy, let first = starts[annotation.range.lowerBound],
        let last = ends[annotation.range.upperBound]
      {
        json.member("token_start", first)
        json.member("token_end", last)
      }
      json.member("id", annotation.id)
      json.member("kb_id", annotation.entity)
      json.member("element", unlessEmpty: annotation.element)
      json.member("certainty", unlessEmpty: annotation.certainty)
      json.member("value", unlessEmpty: annotation.value)
      json.member("note", unlessEmpty: annotation.note)
    }
  }

  private func meta(to json: inout JSONWriter) {
    json.member("id", document.identifier)
    json.member("source", unlessEmpty: document.source)
    json.member("language", document.language)
    json.member("title", unlessEmpty: document.title)
    json.member("date", unlessEmpty: document.date)
    json.member("selection", unlessEmpty: document.selection)
    json.object("entities") { json in
      var seen: Set<String> = []
      for entity in document.entities where seen.insert(entity.id).inserted {
        json.object(entity.id) { json in
          json.member("type", entity.type)
          json.member("name", entity.name)
          var authorities: Set<String> = []
          for identifier in entity.identifiers
          where !["type", "name"].contains(identifier.authority) && authorities.insert(identifier.authority).inserted {
            json.member(identifier.authority, identifier.value)
          }
        }
      }
    }
  }
}
