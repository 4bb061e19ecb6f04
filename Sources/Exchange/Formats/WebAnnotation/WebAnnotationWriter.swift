import TEIText

/// Writes an annotation collection.
struct WebAnnotationWriter {
  private let document: StandoffDocument
  private let offsets: TextOffsets
  private let textFile: String
  private let names: [String: String]
  /// How many code points of the text stand before and behind a quotation.
  private static let reach = 32

  static func bytes(of document: StandoffDocument) -> [UInt8] {
    var json = JSONWriter(lineDepth: 3)
    WebAnnotationWriter(document).write(to: &json)
    return json.bytes + Array("\n".utf8)
  }

  private init(_ document: StandoffDocument) {
    self.document = document
    offsets = TextOffsets(document.text)
    textFile = IRI.path((document.identifier.split(separator: "/").last.map(String.init) ?? "") + ".txt")
    names = Dictionary(document.entities.map { ($0.id, $0.name) }) { first, _ in first }
  }

  private func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("@context", "http://www.w3.org/ns/anno.jsonld")
      json.member("id", "")
      json.member("type", "AnnotationCollection")
      json.member("label", document.title.isEmpty ? document.identifier : document.title)
      // The TEI file, which annotations that were not made from it do not name.
      if !document.source.isEmpty { json.object("dcterms:source") { json in json.member("id", document.source) } }
      // Of which annotations of the TEI the collection is.
      json.member("dcterms:description", unlessEmpty: document.selection)
      json.member("total", document.annotations.count)
      json.object("first") { json in
        json.member("id", "#page")
        json.member("type", "AnnotationPage")
        json.member("startIndex", 0)
        json.array("items") { json in
          for (index, annotation) in document.annotations.enumerated() { write(annotation, number: index, to: &json) }
        }
      }
    }
  }

  private func write(_ annotation: StandoffAnnotation, number: Int, to json: inout JSONWriter) {
    json.object { json in
      if !annotation.id.isEmpty { json.member("id", "#" + IRI.fragment(annotation.id)) }
      json.member("type", "Annotation")
      json.member("motivation", annotation.entity.isEmpty ? "tagging" : "identifying")
      json.array("body") { json in bodies(of: annotation, to: &json) }
      json.array("target") { json in
        json.object { json in textTarget(annotation.range, to: &json) }
        if let place = annotation.place, !document.source.isEmpty {
          json.object { json in teiTarget(place, to: &json) }
        }
      }
    }
  }

  // MARK: Bodies

  private func bodies(of annotation: StandoffAnnotation, to json: inout JSONWriter) {
    textual(annotation.type, for: "tagging", to: &json)
    if !annotation.entity.isEmpty {
      json.object { json in
        json.member("type", "SpecificResource")
        json.member("purpose", "identifying")
        json.member("source", EntityIRI.iri(of: annotation.entity, in: document))
        json.member("label", unlessEmpty: names[annotation.entity] ?? "")
      }
    }
    // No term of the model says these; their purposes are those that come nearest.
    if !annotation.certainty.isEmpty { textual(annotation.certainty, for: "assessing", to: &json) }
    if !annotation.value.isEmpty { textual(annotation.value, for: "describing", to: &json) }
    if !annotation.element.isEmpty { textual(annotation.element, for: "classifying", to: &json) }
    if !annotation.note.isEmpty { textual(annotation.note, for: "commenting", to: &json) }
  }

  private func textual(_ value: String, for purpose: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("type", "TextualBody")
      json.member("purpose", purpose)
      json.member("value", value)
    }
  }

  // MARK: Targets

  private func textTarget(_ range: Range<Int>, to json: inout JSONWriter) {
    let places = offsets.offsets(of: range)
    let before = max(0, places.lowerBound - Self.reach)
    let behind = min(offsets.count, places.upperBound + Self.reach)
    json.member("source", textFile)
    json.array("selector") { json in
      json.object { json in
        json.member("type", "TextPositionSelector")
        json.member("start", places.lowerBound)
        json.member("end", places.upperBound)
      }
      json.object { json in
        json.member("type", "TextQuoteSelector")
        json.name("exact")
        json.string(document.text[range])
        json.name("prefix")
        json.string(document.text[(offsets.byte(ofOffset: before) ?? 0)..<range.lowerBound])
        json.name("suffix")
        json.string(document.text[range.upperBound..<(offsets.byte(ofOffset: behind) ?? document.text.count)])
      }
    }
  }

  private func teiTarget(_ place: StandoffPlace, to json: inout JSONWriter) {
    json.member("source", document.source)
    json.object("selector") { json in
      json.member("type", "XPathSelector")
      json.member("value", XPathWithoutPrefixes.path(place.path))
      json.object("refinedBy") { json in
        json.member("type", "TextPositionSelector")
        json.member("start", place.range.lowerBound)
        json.member("end", place.range.upperBound)
      }
    }
  }
}

/// XPaths of TEI as any processor takes them: a selector cannot bind prefixes to namespaces.
enum XPathWithoutPrefixes {
  /// `/*[local-name()='TEI']/*[local-name()='text'][1]` for `/TEI/text[1]`.
  static func path(_ path: String) -> String {
    path.split(separator: "/").map { step in
      let name = step.prefix { $0 != "[" }
      let local = name.split(separator: ":").last ?? name
      return "/*[local-name()='\(local)']\(step.dropFirst(name.count))"
    }.joined()
  }
}

/// IRIs of entities.
enum EntityIRI {
  /// Of one that the document declares its place in the TEI file; of others the URI that they are called by.
  static func iri(of entity: String, in document: StandoffDocument) -> String {
    IRI.hasScheme(entity) && entity.contains("/") ? entity : document.source + "#" + IRI.fragment(entity)
  }

  /// The identifier or URI that an IRI means.
  static func entity(_ iri: String, in source: String) -> String {
    if iri.hasPrefix(source + "#") || iri.hasPrefix("#") {
      let fragment = iri[iri.index(after: iri.firstIndex(of: "#")!)...]
      return IRI.decode(fragment) ?? String(fragment)
    }
    return iri
  }
}
