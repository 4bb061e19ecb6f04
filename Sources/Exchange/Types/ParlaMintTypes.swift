/// The four types of named entities of CoNLL-2003, which ParlaMint writes as `name type="PER|LOC|ORG|MISC"`.
package enum ParlaMintTypes {
  /// What an annotation of any TEI is called; nil for what ParlaMint does not annotate: dates, numbers, roles, links.
  ///
  /// Decided by the type, where it is one of ours or of the common sets, else by the element.
  package static func name(of annotation: StandoffAnnotation) -> String? {
    name(ofType: annotation.type, element: annotation.element)
  }

  package static func name(ofType type: String, element: String) -> String? {
    if let name = ["PER", "LOC", "ORG", "MISC"].first(where: { $0 == type }) { return name }
    switch CommonTypes.ours(type) ?? CommonTypes.ours(element) {
    case "person": return "PER"
    case "organisation": return "ORG"
    case "country", "settlement", "region", "facility", "geography", "place": return "LOC"
    case "demonym", "event", "product", "programme", "law", "work": return "MISC"
    case nil: return CommonTypes.isName(element) ? "MISC" : nil
    default: return nil
    }
  }

  /// What a name of ParlaMint is in our documents: its type and the element that it is written with. `MISC` says no more
  /// than that it is a name.
  package static func ours(_ name: String) -> (type: String, element: String)? {
    switch name {
    case "PER": ("person", "persName")
    case "LOC": ("place", "placeName")
    case "ORG": ("organisation", "orgName")
    case "MISC": ("MISC", "name")
    default: nil
    }
  }
}
