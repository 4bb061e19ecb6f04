import Testing

@testable import Exchange

@Suite struct TypeNamesTests {
  private func annotation(_ type: String, _ element: String) -> StandoffAnnotation {
    var annotation = StandoffAnnotation(range: 0..<1, type: type)
    annotation.element = element
    return annotation
  }

  @Test(arguments: [
    ("person", "persName", "PER", "pers.ind"), ("settlement", "placeName", "LOC", "loc.adm.town"),
    ("organisation", "orgName", "ORG", "org.ent"), ("demonym", "rs", "MISC", nil), ("law", "name", "MISC", nil),
    ("date", "date", nil, "time.date.abs"), ("number", "num", nil, nil), ("role", "roleName", nil, nil),
    ("reference", "ref", nil, nil),
    // Of other TEI.
    ("PER", "name", "PER", "pers.ind"), ("MISC", "name", "MISC", nil), ("persName", "persName", "PER", "pers.ind"),
    ("organization", "name", "ORG", "org.ent"), ("GPE", "rs", "LOC", "loc"), ("ship", "name", "MISC", nil),
    ("birth", "date", nil, "time.date.abs"), ("river", "geogName", "LOC", "loc.phys.geo"),
    // Of other formats.
    ("pers.ind.articleauthor", "", "PER", "pers.ind.articleauthor"), ("LOC", "", "LOC", "loc"),
    ("loc.adm.sup", "", "LOC", "loc.adm.sup"), ("new", "", "MISC", nil),
  ])
  func names(type: String, element: String, parlamint: String?, hipe: String?) {
    let annotation = annotation(type, element)
    #expect(TypeNames.parlamint.name(of: annotation) == parlamint)
    #expect(HIPETypes.names(of: annotation)?.fine == hipe)
    #expect(HIPETypes.names(of: annotation)?.coarse == hipe.map { String($0.prefix { $0 != "." }) })
    #expect(TypeNames.ours.name(of: annotation) == type)
  }

  @Test func namesOfParlaMintAreOurs() {
    for name in ["PER", "LOC", "ORG", "MISC"] {
      let ours = ParlaMintTypes.ours(name)
      #expect(ours.flatMap { ParlaMintTypes.name(ofType: $0.type, element: $0.element) } == name)
    }
    #expect(ParlaMintTypes.ours("x") == nil)
  }

  @Test(arguments: [
    ("Q64", "Q64"), ("http://www.wikidata.org/entity/Q64", "Q64"), ("https://www.wikidata.org/wiki/Q64", "Q64"),
    ("wd:Q64", "Q64"),
    ("Q", nil), ("Queen", nil), ("", nil), ("http://x.example/64", nil),
  ])
  func wikidata(text: String, item: String?) { #expect(EntityReferences.item(in: text) == item) }

  @Test(arguments: [
    "", "a", "_", "*", "a|b", "[1]", "x[2]", "\\", "\\[", "a->b", "->", "--->", "a;b", "\t\n", "é\u{301}", "\u{301}",
    "a\\nb",
  ])
  func escapesOfWebAnno(text: String) {
    #expect(BackslashEscapes.unescape(Substring(WebAnnoEscapes.value(text))) == text)
    #expect(BackslashEscapes.unescape(Substring(BackslashEscapes.escape(text))) == text)
    #expect(MiscText.unescape(Substring(MiscText.escape(text))) == text)
    guard !text.isEmpty else { return }
    let values = WebAnnoEscapes.values(of: Substring(WebAnnoEscapes.value(text) + "[12]|" + WebAnnoEscapes.value(text)))
    #expect(values.map(\.value) == [text, text])
    #expect(values.map(\.number) == [12, 0])
  }
}
