/// Authorities whose identifiers stand in references and registers, and how they are written: as IRIs, as addresses of
/// pages, and with the prefixes that are in use.
package enum AuthorityReference {
  /// An authority.
  private struct Known {
    /// Under which it is known here.
    var name: String
    /// Other names and prefixes.
    var aliases: [String] = []
    /// What its IRIs of things themselves have before the identifier and behind it.
    var iri: (before: String, after: String)
    /// Where its pages and entities are beside that, without scheme and `www.`.
    var addresses: [String] = []
    /// What an identifier begins with that the IRI has already.
    var stem = ""
    /// Whether identifiers are titles, in which full stops and slashes may stand.
    var hasTitles = false
  }

  private static let all = [
    Known(
      name: "wikidata", aliases: ["wd"], iri: ("http://www.wikidata.org/entity/", ""),
      addresses: ["wikidata.org/wiki/Special:EntityPage/", "wikidata.org/wiki/"]),
    Known(
      name: "geonames", aliases: ["gn"], iri: ("https://sws.geonames.org/", "/"), addresses: ["geonames.org/"]),
    Known(name: "gnd", iri: ("https://d-nb.info/gnd/", "")),
    Known(name: "viaf", iri: ("http://viaf.org/viaf/", "")),
    Known(name: "orcid", iri: ("https://orcid.org/", "")),
    Known(name: "isni", iri: ("https://isni.org/isni/", ""), addresses: ["isni.org/page/", "isni.org/"]),
    Known(name: "ror", iri: ("https://ror.org/", "")),
    Known(name: "lcnaf", aliases: ["lccn"], iri: ("http://id.loc.gov/authorities/names/", "")),
    Known(name: "lcsh", iri: ("http://id.loc.gov/authorities/subjects/", "")),
    Known(name: "tgn", iri: ("http://vocab.getty.edu/tgn/", "")),
    Known(name: "ulan", iri: ("http://vocab.getty.edu/ulan/", "")),
    Known(name: "aat", iri: ("http://vocab.getty.edu/aat/", "")),
    Known(name: "pleiades", iri: ("https://pleiades.stoa.org/places/", "")),
    Known(
      name: "dbpedia", iri: ("http://dbpedia.org/resource/", ""), addresses: ["dbpedia.org/page/"],
      hasTitles: true),
    Known(name: "bnf", iri: ("http://data.bnf.fr/ark:/12148/cb", ""), stem: "cb"),
    Known(name: "whg", iri: ("https://whgazetteer.org/places/", "")),
  ]

  private static let byName = Dictionary(
    all.flatMap { known in ([known.name] + known.aliases).map { ($0, known) } }
  ) { first, _ in first }

  /// What addresses begin with, without scheme and `www.`.
  private static let addresses: [(start: String, authority: Known)] = all.flatMap { known in
    // The part of an IRI that belongs to the identifier as it is written elsewhere is no part of the address.
    ([String(bare(known.iri.before).dropLast(known.stem.count))] + known.addresses).map { ($0, known) }
  }

  /// The name under which an authority is known here, of one of its names in any case: `wikidata` of `WD`.
  public static func authority(named name: String) -> String {
    let name = name.lowercased()
    return byName[name]?.name ?? name
  }

  /// What an authority's IRI has before and behind an identifier, and the identifier as it stands between; nil for
  /// authorities without IRIs, as codes of ISO.
  package static func iriParts(_ authority: String, _ value: String) -> (before: String, value: String, after: String)?
  {
    guard let known = byName[authority.lowercased()], !value.isEmpty else { return nil }
    let own = !known.stem.isEmpty && value.hasPrefix(known.stem) ? String(value.dropFirst(known.stem.count)) : value
    return (known.iri.before, own, known.iri.after)
  }

  /// The authority and the identifier of a reference, as `("wikidata", "Q64")` of `https://www.wikidata.org/wiki/Q64` or
  /// `wd:Q64`; nil for what is of no known authority.
  package static func of(_ reference: String) -> (authority: String, value: String)? {
    guard let colon = reference.firstIndex(of: ":") else { return nil }
    let rest = reference[reference.index(after: colon)...]
    guard rest.hasPrefix("//") else {
      guard let authority = byName[reference[..<colon].lowercased()], !rest.isEmpty else { return nil }
      return (authority.name, String(rest))
    }
    guard reference.hasPrefix("http") else { return nil }
    let address = bare(reference)
    for (start, authority) in addresses where address.hasPrefix(start) {
      let value = address.dropFirst(start.count).prefix {
        $0 != "?" && $0 != "#" && (authority.hasTitles || $0 != "/" && $0 != ".")
      }
      return value.isEmpty ? nil : (authority.name, String(value))
    }
    return nil
  }

  /// An address without scheme and `www.`.
  private static func bare(_ address: String) -> String {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    return String(rest.hasPrefix("www.") ? rest.dropFirst(4) : rest)
  }
}
