import TEIText
package import XML

/// What a mention names, beyond its document: by the identifiers of authorities and of registers, never by its name alone
/// unless that is asked for.
package struct EntityKey: Hashable, Sendable {
  /// What it is known by, the most telling first: `wikidata:Q64`, `berlin.xml#berlin.place.berlin`, a URI. All name the
  /// same thing.
  package var names: [String]
  /// `person`, `org`, `place` … and its `@type`; empty where the document has no entry.
  package var type = ""
}

extension EntityKey {
  /// Authorities in the order in which their identifiers are preferred as the name of an entity.
  static let authorities = ["wikidata", "viaf", "gnd", "geonames", "orcid", "isni", "iso3166-1", "iso3166-2"]

  /// Identifiers as `authority:value`, those of known authorities first, in the order above.
  static func ordered(_ identifiers: [(authority: String, value: String)]) -> [String] {
    func rank(_ authority: String) -> Int { authorities.firstIndex(of: authority) ?? authorities.count }
    return identifiers.enumerated().sorted { left, right in
      (rank(left.element.authority), left.offset) < (rank(right.element.authority), right.offset)
    }.map { "\($0.element.authority.lowercased()):\($0.element.value)" }
  }
}

extension EntityKey {
  /// A path without its folders: documents of one archive point at one another so.
  static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Whether an element names something, rather than a day, an amount or an address.
  static func isName(_ element: String) -> Bool { !["date", "time", "num", "measure", "ref"].contains(element) }

  /// What registers say to be the same (`linkGrp type="same"`), as those that `teikit entities` writes.
  package static func links(in table: XMLNodeTable) -> [EntityKey] {
    let file = fileName(table.name)
    var register = EntityRegister(table)
    return table.allElements.filter { $0.name == "linkGrp" && $0["type"] == "same" && $0.number >= table.firstNode }
      .compactMap { group in
        guard let id = group.parent?.identifier, let entry = register.entry(id) else { return nil }
        let targets = group.children.compactMap { $0["target"] }.map { target in
          target.hasPrefix("#") ? file + target : fileName(target)
        }
        return EntityKey(
          names: ordered(entry.identifiers) + ["\(file)#\(id)"] + targets,
          type: entry.type.isEmpty ? entry.element : entry.type)
      }
  }
}
