internal import XML

/// The entities and categories that a document declares, by identifier.
struct EntityRegister {
  /// What is known of an entity.
  struct Entry {
    var name: String
    /// Its authority identifiers: `wikidata:Q212 geonames:690791`.
    var references: String
  }

  private var elements: [String: XMLElement] = [:]
  private var entries: [String: Entry] = [:]

  private static let nameElements: Set<String> = [
    "persName", "orgName", "placeName", "eventName", "objectName", "geogName", "title", "name", "country", "settlement",
    "region", "term", "label", "head",
  ]

  init(_ document: XMLDocument) {
    for element in document.root.descendants {
      if let identifier = element["xml:id"], elements[identifier] == nil { elements[identifier] = element }
    }
  }

  /// The part of a reference after its `#`, or all of one without.
  static func identifier(of reference: some StringProtocol) -> String {
    guard let hash = reference.lastIndex(of: "#") else { return String(reference) }
    return String(reference[reference.index(after: hash)...])
  }

  /// The entity with an identifier, or nil where the document declares none.
  mutating func entry(_ identifier: String) -> Entry? {
    if let entry = entries[identifier] { return entry }
    guard let element = elements[identifier] else { return nil }
    let references = element.descendants.filter { $0.isNamed("idno") }.map { idno in
      (idno["type"].map { $0 + ":" } ?? "") + PlainText.of(idno)
    }
    let entry = Entry(name: Self.canonicalName(of: element), references: references.joined(separator: " "))
    entries[identifier] = entry
    return entry
  }

  private static func canonicalName(of element: XMLElement) -> String {
    for child in element.descendants where child["type"] != "variant" && nameElements.contains(child.name) {
      let name = PlainText.of(child)
      if !name.isEmpty { return name }
    }
    return ""
  }

  /// The category among the pointers of an `ana` attribute that lies in a taxonomy whose identifier ends so: the local
  /// part of its identifier, after the last dot.
  func category(in ana: String?, taxonomy suffix: String) -> String? {
    for pointer in (ana ?? "").split(whereSeparator: \.isWhitespace) {
      let identifier = Self.identifier(of: pointer)
      guard let element = elements[identifier], element.isNamed("category") else { continue }
      var ancestor = element.parent
      while let current = ancestor, !current.isNamed("taxonomy") { ancestor = current.parent }
      guard let taxonomy = ancestor?["xml:id"], taxonomy.hasSuffix(suffix) else { continue }
      return identifier.split(separator: ".").last.map(String.init) ?? identifier
    }
    return nil
  }
}
