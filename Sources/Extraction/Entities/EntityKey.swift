import TEIText
package import XML

/// What a mention names, beyond its document: by the identifiers of authorities and of registers, never by its name alone
/// unless that is asked for.
package struct EntityKey: Hashable, Sendable {
  /// What it is known by, the most telling first: `wikidata:Q64`, `geonames:2950159`, a URI.
  package var names: [String]
  /// Entries of registers that are this very thing: `berlin.xml#berlin.place.berlin`.
  package var same: [String] = []
  /// All identifiers that are known of it: `iso3166-1:DE`.
  package var identifiers: [String] = []
  /// Where in its file the entry stands, if documents of a corpus may each have one of its `xml:id`.
  var definition = ""
  /// `person`, `org`, `place` … and its `@type`; empty where the document has no entry.
  package var type = ""
}

extension EntityKey {
  /// The authorities whose identifiers mean one thing each, in the order in which they are preferred.
  static let authorities = [
    "wikidata", "viaf", "gnd", "geonames", "orcid", "isni", "pleiades", "tgn", "ulan", "lcnaf", "bnf", "ror", "dbpedia",
  ]

  /// What an entry of a register is known by.
  ///
  /// - Parameter local: Its ``LocalIdentifier``.
  init(_ entry: EntityRegister.Entry, local: String) {
    identifiers = entry.identifiers.filter { !$0.authority.isEmpty && !$0.value.contains(" ") }
      .map { "\(AuthorityReference.authority(named: $0.authority)):\($0.value)" }.sorted(by: Self.isPreferred)
    // Codes of countries also stand with their parts, numbers of editors' own with different things in each file.
    let telling = identifiers.filter { Self.rank($0) < Self.authorities.count }
    names = telling.isEmpty ? [local] : telling
    same = [local]
    type = entry.type.isEmpty ? entry.element : entry.type
  }

  /// Takes in what is known of the same thing: identifiers of authorities tell it, before an entry of a register does.
  mutating func take(_ other: EntityKey) {
    for name in other.names where !names.contains(name) { names.append(name) }
    let telling = names.filter { Self.rank($0) < Self.authorities.count }.sorted(by: Self.isPreferred)
    if !telling.isEmpty, telling.count < names.count {
      for name in names where !telling.contains(name) && !same.contains(name) { same.append(name) }
      names = telling
    }
    for entry in other.same where !same.contains(entry) { same.append(entry) }
    for identifier in other.identifiers where !identifiers.contains(identifier) { identifiers.append(identifier) }
    if definition.isEmpty { definition = other.definition }
    if type.isEmpty { type = other.type }
  }

  static func isPreferred(_ left: String, _ right: String) -> Bool { (rank(left), left) < (rank(right), right) }

  private static func rank(_ identifier: String) -> Int {
    let authority = identifier.prefix { $0 != ":" }
    return authorities.firstIndex { $0 == authority } ?? authorities.count
  }
}

extension EntityKey {
  /// Whether an element names something, rather than a day, an amount or an address.
  static func isName(_ element: String) -> Bool { !["date", "time", "num", "measure", "ref"].contains(element) }

  /// What registers say to be the same (`linkGrp type="same"`), as those that `teikit entities` writes.
  package static func links(in table: XMLNodeTable) -> [EntityKey] {
    var register = EntityRegister(table)
    return table.allElements.filter { $0.name == "linkGrp" && $0["type"] == "same" && $0.number >= table.firstNode }
      .compactMap { group in
        guard let id = group.parent?.identifier, let entry = register.entry(id) else { return nil }
        let targets = group.children.compactMap { $0["target"] }.map { LocalIdentifier.of($0, from: table.name) }
        var key = EntityKey(entry, local: LocalIdentifier.of("#\(id)", from: table.name))
        key.same += targets
        return key
      }
  }
}
