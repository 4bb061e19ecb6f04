import ArticleModel

/// What an annotation names, told so that two versions can be compared whose own identifiers differ.
struct EntityIdentity: Hashable {
  /// By authority identifiers, where there are any.
  var identifiers: Set<AuthorityIdentifier> = []
  /// The name in the register, in lower case; empty where the register has none.
  var name = ""
  /// As the annotation has it.
  var reference: String

  init(_ reference: String, in entities: [String: StandoffEntity]) {
    self.reference = reference
    if let authority = Self.authority(ofURI: reference) { identifiers.insert(authority) }
    let local = reference.lastIndex(of: "#").map { String(reference[reference.index(after: $0)...]) } ?? reference
    if let entity = entities[local] {
      identifiers.formUnion(entity.identifiers)
      name = entity.name.lowercased()
    }
  }

  /// Whether both are the same entity: those that share an authority's identifier are, those with different identifiers of
  /// one authority are not; else names decide, and only where there are none the local identifiers do.
  func isSame(as other: Self) -> Bool {
    if !identifiers.isDisjoint(with: other.identifiers) { return true }
    let authorities = Set(identifiers.map(\.authority))
    if other.identifiers.contains(where: { authorities.contains($0.authority) }) { return false }
    if !name.isEmpty, !other.name.isEmpty { return name == other.name }
    return reference == other.reference
  }

  /// `http://www.wikidata.org/entity/Q191` and `wd:Q191` are the identifier that a register has as `wikidata`, `Q191`.
  private static func authority(ofURI reference: String) -> AuthorityIdentifier? {
    let hosts = [
      ("wikidata.org/", "wikidata"), ("geonames.org/", "geonames"), ("viaf.org/", "viaf"), ("d-nb.info/gnd/", "gnd"),
      ("orcid.org/", "orcid"),
    ]
    for (host, authority) in hosts where reference.hasPrefix("http") {
      guard let range = reference.firstRange(of: host) else { continue }
      let parts = reference[range.upperBound...].split(separator: "/")
      let value = authority == "wikidata" ? parts.last : parts.first
      return value.map { AuthorityIdentifier(authority: authority, value: String($0)) }
    }
    for (prefix, authority) in [("wd:", "wikidata"), ("gn:", "geonames"), ("viaf:", "viaf"), ("gnd:", "gnd")]
    where reference.hasPrefix(prefix) {
      return AuthorityIdentifier(authority: authority, value: String(reference.dropFirst(prefix.count)))
    }
    return nil
  }
}
