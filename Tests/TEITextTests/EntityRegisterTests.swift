import TEIText
import Testing
import XML

@Suite struct EntityRegisterTests {
  private func register(_ header: String, body: String = "<p/>") throws -> EntityRegister {
    let xml = "<TEI xmlns='\(XMLNamespace.tei)'><teiHeader>\(header)</teiHeader><text><body>\(body)</body></text></TEI>"
    return EntityRegister(try XMLNodeTable(parsing: Array(xml.utf8), name: "a.xml", names: XMLNodeNames()))
  }

  @Test func personsOfParliaments() throws {
    var register = try register(
      """
      <particDesc><listPerson><person xml:id="P1"><persName><surname>Byron</surname><forename>Ada</forename></persName>
      <persName type="variant">A. B.</persName><birth><placeName>London</placeName></birth>
      <idno type="URI" subtype="wikimedia">https://www.wikidata.org/wiki/Q7259</idno>
      <idno type="VIAF">12</idno></person></listPerson>
      <listOrg><org xml:id="O1" sameAs="https://d-nb.info/gnd/55-2"><orgName full="yes">House</orgName>
      <orgName full="abb">H</orgName></org></listOrg></particDesc>
      """)
    let found = register.entry("P1")
    let person = try #require(found)
    #expect(person.name == "Byron Ada")
    #expect(person.variants == ["A. B."])
    #expect(person.identifiers.map { "\($0.authority):\($0.value)" } == ["wikidata:Q7259", "VIAF:12"])
    let other = register.entry("O1")
    let organisation = try #require(other)
    #expect(organisation.name == "House" && organisation.variants == ["H"])
    #expect(organisation.identifiers.map(\.value) == ["55-2"])
    let identifiers = register.entities().map(\.id)
    #expect(identifiers == ["P1", "O1"])
  }

  @Test(arguments: [
    ("VIAF", "https://viaf.org/viaf/73975295", "viaf:73975295"), ("viaf", "viaf:73975295", "viaf:73975295"),
    ("GND", "https://d-nb.info/gnd/118540238", "gnd:118540238"),
    ("Wikidata", "https://www.wikidata.org/wiki/Q42", "wikidata:Q42"), ("wd", "wd:Q42", "wikidata:Q42"),
    ("ORCID", "https://orcid.org/0000-0002-1825-0097", "orcid:0000-0002-1825-0097"),
    ("homepage", "https://orcid.org/0000-0002-1825-0097", "homepage:https://orcid.org/0000-0002-1825-0097"),
  ])
  func typedIdentifiersThatAreURLs(type: String, value: String, expected: String) throws {
    var register = try register(
      "<listPerson><person xml:id='P1'><persName>A</persName><idno type='\(type)'>\(value)</idno></person></listPerson>"
    )
    let entry = register.entry("P1")
    #expect(entry?.identifiers.map { "\($0.authority):\($0.value)" } == [expected])
  }

  @Test(
    arguments: [
      ("<geo>48.85, 2.35</geo>", 48.85), ("<location><geo>48.85 2.35 35</geo></location>", 48.85),
      ("<geo>48.85 2.35 48.9 2.4</geo>", nil), ("<geo>TQ 300 800</geo>", nil), ("<geo decls='#o'>1 2</geo>", nil),
      ("<geo>95 2</geo>", nil),
    ] as [(String, Double?)])
  func coordinates(geo: String, latitude: Double?) throws {
    let declaration = geo.contains("decls") ? "<geoDecl xml:id='o' datum='OSGB36'/>" : ""
    var register = try register(
      "\(declaration)<listPlace><place xml:id='x'><placeName>Paris</placeName>\(geo)</place></listPlace>")
    let entry = register.entry("x")
    #expect(entry?.name == "Paris" && entry?.coordinates?.latitude == latitude)
  }

  @Test func prefixesStandForURIs() throws {
    var register = try register(
      "<listPrefixDef><prefixDef ident='wd' matchPattern='(Q[0-9]+)' replacementPattern='https://www.wikidata.org/wiki/$1'/>"
        + "<prefixDef ident='wd' matchPattern='(.*)/(.*)' replacementPattern='https://$2.org/$1'/>"
        + "<prefixDef ident='psn' replacementPattern='people.xml#$1'/></listPrefixDef>")
    let references = ["wd:Q1", "wd:a/b", "wd:x", "psn:ann", "gnd:1", "#a:b"]
    #expect(
      references.map { register.expanded($0) } == [
        "https://www.wikidata.org/wiki/Q1", "https://b.org/a", "wd:x", "people.xml#ann", "gnd:1", "#a:b",
      ])
  }

  @Test(
    arguments: [
      ("https://www.wikidata.org/entity/Q64", "wikidata:Q64"), ("http://viaf.org/viaf/12/", "viaf:12"),
      ("wd:Q64", "wikidata:Q64"), ("https://www.geonames.org/2950159/berlin.html", "geonames:2950159"),
      ("https://example.org/Q64", nil), ("#p1", nil), ("mailto:a", nil),
    ] as [(String, String?)])
  func authorities(reference: String, expected: String?) {
    #expect(AuthorityReference.of(reference).map { "\($0.authority):\($0.value)" } == expected)
  }

  @Test func entriesInTextsAreFoundToo() throws {
    var register = try register(
      "", body: "<listPerson><person xml:id='p'><persName>Ann</persName></person></listPerson>")
    let names = ["p", "q"].map { register.entry($0)?.name }
    #expect(names == ["Ann", nil])
  }
}
