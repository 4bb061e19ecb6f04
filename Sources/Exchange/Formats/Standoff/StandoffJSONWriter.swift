import TEIText

/// Writes stand-off JSON: a line a block, a sentence, a token, an annotation, an entity.
struct StandoffJSONWriter {
  private let document: StandoffDocument
  private let offsets: TextOffsets

  static func bytes(of document: StandoffDocument) -> [UInt8] {
    var json = JSONWriter(lineDepth: 2)
    StandoffJSONWriter(document).write(to: &json)
    return json.bytes + Array("\n".utf8)
  }

  private init(_ document: StandoffDocument) {
    self.document = document
    offsets = TextOffsets(document.text)
  }

  private func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("format", "teikit-standoff")
      json.member("version", StandoffJSONFormat.version)
      json.member("document", document.identifier)
      json.member("source", unlessEmpty: document.source)
      json.member("language", document.language)
      json.member("title", unlessEmpty: document.title)
      json.member("date", unlessEmpty: document.date)
      json.member("selection", unlessEmpty: document.selection)
      json.object("text") { json in
        json.member("file", (document.identifier.split(separator: "/").last.map(String.init) ?? "") + ".txt")
        json.member("codePoints", offsets.count)
        json.member("bytes", document.text.count)
      }
      json.array("blocks") { json in for block in document.blocks { write(block, to: &json) } }
      json.array("sentences") { json in
        for sentence in document.sentences { json.object { json in places(sentence, to: &json) } }
      }
      if !document.tokens.isEmpty {
        json.array("tokens") { json in for token in document.tokens { write(token, to: &json) } }
      }
      json.array("annotations") { json in
        for annotation in document.annotations { write(annotation, to: &json) }
      }
      json.array("entities") { json in for entity in document.entities { write(entity, to: &json) } }
    }
  }

  private func places(_ range: Range<Int>, to json: inout JSONWriter) {
    let codePoints = offsets.offsets(of: range)
    json.member("start", codePoints.lowerBound)
    json.member("end", codePoints.upperBound)
    json.member("byteStart", range.lowerBound)
    json.member("byteEnd", range.upperBound)
  }

  private func write(_ block: StandoffBlock, to json: inout JSONWriter) {
    json.object { json in
      places(block.range, to: &json)
      json.member("kind", block.kind)
      json.member("id", unlessEmpty: block.id)
      json.member("path", unlessEmpty: block.path)
    }
  }

  private func write(_ token: StandoffToken, to json: inout JSONWriter) {
    json.object { json in
      places(token.range, to: &json)
      json.member("lemma", unlessEmpty: token.lemma)
      json.member("pos", unlessEmpty: token.partOfSpeech)
      json.member("features", unlessEmpty: token.features)
    }
  }

  private func write(_ annotation: StandoffAnnotation, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", unlessEmpty: annotation.id)
      places(annotation.range, to: &json)
      json.name("text")
      json.string(document.text[annotation.range])
      json.member("type", annotation.type)
      json.member("element", unlessEmpty: annotation.element)
      json.member("entity", unlessEmpty: annotation.entity)
      json.member("certainty", unlessEmpty: annotation.certainty)
      json.member("value", unlessEmpty: annotation.value)
      json.member("note", unlessEmpty: annotation.note)
      if let place = annotation.place {
        json.object("tei") { json in
          json.member("path", place.path)
          json.member("start", place.range.lowerBound)
          json.member("end", place.range.upperBound)
        }
      }
    }
  }

  private func write(_ entity: StandoffEntity, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", entity.id)
      json.member("type", entity.type)
      json.member("name", entity.name)
      if !entity.variants.isEmpty {
        json.array("variants") { json in for variant in entity.variants { json.string(variant) } }
      }
      if !entity.identifiers.isEmpty {
        json.array("identifiers") { json in
          for identifier in entity.identifiers {
            json.object { json in
              json.member("authority", identifier.authority)
              json.member("value", identifier.value)
            }
          }
        }
      }
      if let latitude = entity.latitude, let longitude = entity.longitude {
        json.name("latitude")
        json.number(latitude)
        json.name("longitude")
        json.number(longitude)
      }
    }
  }
}
