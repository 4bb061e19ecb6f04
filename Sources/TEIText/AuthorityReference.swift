/// Identifiers of authorities as they stand in references: URLs, and the prefixes that are in use.
package enum AuthorityReference {
  /// Where the pages and entities of authorities are, without scheme and `www.`.
  private static let addresses: [(start: String, authority: String)] = [
    ("wikidata.org/wiki/", "wikidata"), ("wikidata.org/entity/", "wikidata"), ("viaf.org/viaf/", "viaf"),
    ("d-nb.info/gnd/", "gnd"), ("geonames.org/", "geonames"), ("sws.geonames.org/", "geonames"),
    ("orcid.org/", "orcid"), ("isni.org/isni/", "isni"), ("id.loc.gov/authorities/names/", "lcnaf"),
    ("id.loc.gov/authorities/subjects/", "lcsh"), ("pleiades.stoa.org/places/", "pleiades"),
    ("vocab.getty.edu/tgn/", "tgn"), ("vocab.getty.edu/ulan/", "ulan"), ("data.bnf.fr/ark:/12148/", "bnf"),
    ("ror.org/", "ror"), ("dbpedia.org/resource/", "dbpedia"),
  ]

  private static let prefixes: [String: String] = [
    "wd": "wikidata", "wikidata": "wikidata", "viaf": "viaf", "gnd": "gnd", "geonames": "geonames", "gn": "geonames",
    "orcid": "orcid", "isni": "isni", "lcnaf": "lcnaf", "pleiades": "pleiades", "tgn": "tgn", "ulan": "ulan",
    "bnf": "bnf", "ror": "ror", "dbpedia": "dbpedia",
  ]

  /// The name under which an authority is known here, of one of its names in any case: `wikidata` of `WD`.
  public static func authority(named name: String) -> String {
    let name = name.lowercased()
    return prefixes[name] ?? name
  }

  /// The authority and the identifier of a reference, as `("wikidata", "Q64")` of `https://www.wikidata.org/wiki/Q64` or
  /// `wd:Q64`; nil for what is of no known authority.
  package static func of(_ reference: String) -> (authority: String, value: String)? {
    guard let colon = reference.firstIndex(of: ":") else { return nil }
    let rest = reference[reference.index(after: colon)...]
    guard rest.hasPrefix("//") else {
      guard let authority = prefixes[reference[..<colon].lowercased()], !rest.isEmpty else { return nil }
      return (authority, String(rest))
    }
    guard reference.hasPrefix("http") else { return nil }
    var address = rest.dropFirst(2)
    if address.hasPrefix("www.") { address = address.dropFirst(4) }
    for (start, authority) in addresses where address.hasPrefix(start) {
      let value = address.dropFirst(start.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "." }
      return value.isEmpty ? nil : (authority, String(value))
    }
    return nil
  }
}
