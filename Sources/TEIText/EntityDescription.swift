import XML

/// Reads what an entry of a register says: names, identifiers, coordinates.
enum EntityDescription {
  private static let nameElements: Set<String> = [
    "persName", "orgName", "placeName", "eventName", "objectName", "geogName", "title", "name", "country", "settlement",
    "region", "district", "bloc", "term", "label", "head", "form",
  ]

  /// Elements whose children are said of the entity itself.
  private static let transparent: Set<String> = ["objectIdentifier", "analytic", "monogr", "location", "msIdentifier"]

  static func entry(_ identifier: String, _ element: XMLNodeTable.Node) -> EntityRegister.Entry {
    var entry = EntityRegister.Entry(
      id: identifier, node: element.number, element: element.name, type: element["type"] ?? "", name: "", variants: [],
      identifiers: [], coordinates: nil)
    addChildren(of: element, to: &entry, depth: 0)
    if entry.name.isEmpty { entry.name = firstName(below: element) }
    for name in ["sameAs", "corresp", "ref", "key"] {
      for reference in (element[name] ?? "").split(separator: " ") {
        if let known = AuthorityReference.of(String(reference)) { add(known, to: &entry) }
      }
    }
    return entry
  }

  /// How deep elements are looked into that say something of the entity around them.
  private static let maximumDepth = 8

  private static func addChildren(
    of element: XMLNodeTable.Node, to entry: inout EntityRegister.Entry, depth: Int
  ) {
    guard depth < maximumDepth else { return }
    for child in element.children {
      if child.name == "idno" {
        addIdentifier(child, to: &entry, depth: depth)
      } else if child.name == "geo" {
        entry.coordinates = entry.coordinates ?? coordinates(child)
      } else if child.name == "birth" {
        entry.birth = child["when"] ?? entry.birth
      } else if child.name == "death" {
        entry.death = child["when"] ?? entry.death
      } else if transparent.contains(child.name) {
        addChildren(of: child, to: &entry, depth: depth + 1)
      } else if nameElements.contains(child.name) {
        let name = NameText.of(child)
        guard !name.isEmpty else { continue }
        if let language = child["xml:lang"] ?? element["xml:lang"], entry.languages[name] == nil {
          entry.languages[name] = language
        }
        if child["type"] == "variant" || !entry.name.isEmpty {
          if name != entry.name, !entry.variants.contains(name) { entry.variants.append(name) }
        } else {
          entry.name = name
        }
      }
    }
  }

  private static func firstName(below element: XMLNodeTable.Node) -> String {
    for child in element.descendants where nameElements.contains(child.name) && child["type"] != "variant" {
      let name = NameText.of(child)
      if !name.isEmpty { return name }
    }
    return ""
  }

  /// An identifier by its type; of one that is a URL of an authority, that authority's.
  private static func addIdentifier(
    _ idno: XMLNodeTable.Node, to entry: inout EntityRegister.Entry, depth: Int
  ) {
    // An idno may hold others.
    let inner = idno.children.filter { $0.name == "idno" }
    guard inner.isEmpty || depth == maximumDepth else {
      return inner.forEach { addIdentifier($0, to: &entry, depth: depth + 1) }
    }
    let value = NameText.of(idno)
    guard !value.isEmpty else { return }
    let type = idno["type"] ?? ""
    if let known = AuthorityReference.of(value),
      ["", "uri", "url", known.authority].contains(AuthorityReference.authority(named: type))
    {
      add(known, to: &entry)
    } else {
      add((type, value), to: &entry)
    }
  }

  private static func add(_ identifier: (authority: String, value: String), to entry: inout EntityRegister.Entry) {
    if !entry.identifiers.contains(where: { $0 == identifier }) { entry.identifiers.append(identifier) }
  }

  /// Decimal degrees, latitude first, as the TEI Guidelines have `geo` by default (chapter 14.3.4); nil for outlines of
  /// several points and for other systems.
  private static func coordinates(_ geo: XMLNodeTable.Node) -> (latitude: Double, longitude: Double)? {
    guard isWGS84(geo) else { return nil }
    let parts = NameText.of(geo).split { $0 == " " || $0 == "," || $0 == ";" }.map { Double($0) }
    guard parts.count == 2 || parts.count == 3, let latitude = parts[0], let longitude = parts[1],
      abs(latitude) <= 90, abs(longitude) <= 180
    else { return nil }
    return (latitude, longitude)
  }

  private static func isWGS84(_ geo: XMLNodeTable.Node) -> Bool {
    guard geo.table.allElements.first(where: { $0.name == "geoDecl" }) != nil else { return true }
    let declarations = geo.table.allElements.filter { $0.name == "geoDecl" }
    let wanted = geo["decls"].map { EntityRegister.identifier(of: $0) }
    let declaration =
      declarations.first { $0.identifier == wanted && wanted != nil }
      ?? (declarations.count == 1 ? declarations[0] : declarations.first { $0["default"] == "true" })
    return ["", "WGS84", "WGS 84"].contains(declaration?["datum"] ?? "")
  }
}
