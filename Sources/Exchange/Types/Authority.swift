import ArticleModel

/// What authorities call the things that they identify, as IRIs of linked data.
package enum Authority {
  /// The IRI of the thing itself, as the authority states it; nil for authorities without IRIs, as codes of ISO.
  package static func iri(_ authority: String, _ value: String) -> String? {
    if IRI.hasScheme(value), value.contains("/") { return value }
    guard let pattern = patterns[authority.lowercased()], !value.isEmpty else { return nil }
    return pattern.before + IRI.path(value) + pattern.after
  }

  private static let patterns: [String: (before: String, after: String)] = [
    "wikidata": ("http://www.wikidata.org/entity/", ""), "wd": ("http://www.wikidata.org/entity/", ""),
    "geonames": ("https://sws.geonames.org/", "/"), "gnd": ("https://d-nb.info/gnd/", ""),
    "viaf": ("http://viaf.org/viaf/", ""), "orcid": ("https://orcid.org/", ""),
    "isni": ("https://isni.org/isni/", ""), "ror": ("https://ror.org/", ""),
    "lccn": ("http://id.loc.gov/authorities/names/", ""), "lcnaf": ("http://id.loc.gov/authorities/names/", ""),
    "tgn": ("http://vocab.getty.edu/tgn/", ""), "ulan": ("http://vocab.getty.edu/ulan/", ""),
    "aat": ("http://vocab.getty.edu/aat/", ""), "pleiades": ("https://pleiades.stoa.org/places/", ""),
    "dbpedia": ("http://dbpedia.org/resource/", ""), "bnf": ("http://data.bnf.fr/ark:/12148/cb", ""),
    "whg": ("https://whgazetteer.org/places/", ""),
  ]
}
