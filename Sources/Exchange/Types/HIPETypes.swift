/// The types of named entities of CLEF-HIPE-2020 and 2022 (Impresso annotation guidelines, 2020).
enum HIPETypes {
  /// The coarse and the fine name of an annotation; nil for what HIPE does not annotate.
  static func names(of annotation: StandoffAnnotation) -> (coarse: String, fine: String)? {
    let type = annotation.type
    if let coarse = type.split(separator: ".").first, coarses.contains(String(coarse)) {
      return (String(coarse), ColumnText.withoutSpaces(type))
    }
    let ours = CommonTypes.ours(type) ?? CommonTypes.ours(annotation.element) ?? ""
    guard let fine = fines[ours] else { return nil }
    return (String(fine.prefix { $0 != "." }), fine)
  }

  private static let coarses: Set<String> = ["pers", "loc", "org", "prod", "time"]

  private static let fines = [
    "person": "pers.ind", "organisation": "org.ent", "country": "loc.adm.nat", "settlement": "loc.adm.town",
    "region": "loc.adm.reg", "facility": "loc.fac", "geography": "loc.phys.geo", "place": "loc", "product": "prod",
    "work": "prod.media", "date": "time.date.abs", "time": "time",
  ]
}
