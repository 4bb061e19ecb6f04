/// What annotations refer to, as the formats write it that know Wikidata alone: `http://www.wikidata.org/entity/Q64`.
struct EntityReferences {
  private var items: [String: String] = [:]
  private var entities: [String: String] = [:]
  private static let base = "http://www.wikidata.org/entity/"

  init(_ document: StandoffDocument?) {
    for entity in document?.entities ?? [] {
      guard
        let item = entity.identifiers.first(where: { $0.authority == "wikidata" }).flatMap({ Self.item(in: $0.value) })
      else { continue }
      items[entity.id] = item
      // Of several entities with one identifier the first is meant.
      if entities[item] == nil { entities[item] = entity.id }
    }
  }

  /// The Wikidata item of a reference, `Q64`.
  func item(of reference: String) -> String? {
    if let item = items[reference] { return item }
    return reference.contains("wikidata") ? Self.item(in: reference) : nil
  }

  /// The URI of a reference's Wikidata item, or the reference as it is.
  func uri(of reference: String) -> String { item(of: reference).map { Self.base + $0 } ?? reference }

  /// The entity of the document with the Wikidata item of a URI; the URI as it is where there is none.
  func reference(ofURI uri: String) -> String {
    guard uri.contains("wikidata"), let item = Self.item(in: uri) else { return uri }
    return entities[item] ?? uri
  }

  func reference(ofItem item: String) -> String { entities[item] ?? Self.base + item }

  /// `Q64` of `Q64`, `wd:Q64` and `https://www.wikidata.org/wiki/Q64`.
  static func item(in text: String) -> String? {
    let name = text.split { $0 == "/" || $0 == ":" || $0 == "#" }.last ?? ""
    return name.first == "Q" && name.count > 1 && name.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
      ? String(name) : nil
  }
}
