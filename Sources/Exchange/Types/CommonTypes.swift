import ArticleModel

/// What the names of types that other tools, corpora and TEI elements use mean in ours.
package enum CommonTypes {
  /// Our type (``MentionType``) of a name in the sets of ParlaMint, CoNLL-2003, OntoNotes, HIPE and TEI, whatever its
  /// case; nil for a name that says nothing of the kind, as `MISC` or `name`.
  package static func ours(_ name: String) -> String? {
    let name = name.lowercased()
    if MentionType(rawValue: name) != nil { return name }
    if let known = names[name] { return known }
    // HIPE's finer names begin with the coarser one: "loc.adm.town".
    var parent = name[...]
    while let dot = parent.lastIndex(of: ".") {
      parent = parent[..<dot]
      if let known = names[String(parent)] { return known }
    }
    return nil
  }

  /// Whether an element that is not named above is one for names; so is what has no element.
  static func isName(_ element: String) -> Bool {
    ["", "name", "rs", "title", "eventname", "objectname"].contains(element.lowercased())
  }

  private static let names: [String: String] = [
    "per": "person", "pers": "person", "persname": "person",
    "org": "organisation", "organization": "organisation", "orgname": "organisation",
    "loc": "place", "location": "place", "placename": "place", "gpe": "place", "bloc": "region", "district": "region",
    "geogname": "geography", "fac": "facility", "norp": "demonym", "work_of_art": "work", "rolename": "role",
    "num": "number", "cardinal": "number", "ordinal": "number", "quantity": "measure", "percent": "percentage",
    "ref": "reference", "prod": "product", "eventname": "event", "objectname": "product",
    "loc.adm.nat": "country", "loc.adm.town": "settlement", "loc.adm.reg": "region", "loc.adm.sup": "region",
    "loc.phys": "geography", "loc.oro": "facility", "loc.fac": "facility", "loc.add": "place", "prod.media": "work",
    "prod.doctr": "work", "time.date": "date", "time.hour": "time",
  ]
}
