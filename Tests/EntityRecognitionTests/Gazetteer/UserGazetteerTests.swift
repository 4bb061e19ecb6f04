import ArticleModel
import EntityRecognition
import Testing

@Suite struct UserGazetteerTests {
  @Test func namesAreFoundAsTheUserWroteThem() {
    let list = SourceText(
      name: "list",
      """
      # ours
      name\ttype\tidentifier
      project blue\tprogramme\twikidata:Q42
      Blue Project\tprogramme\tQ42

      Mihail Kogalnicanu\tfacility
      """)
    let (gazetteer, diagnostics) = UserGazetteer.parse(list, file: "names.tsv")
    #expect(diagnostics.isEmpty)
    #expect(gazetteer.count == 3)
    let text = "The Blue Project, or project blue, at Mihail Kogalnicanu"
    let mentions = mentions(text, by: UserGazetteerRecognizer(gazetteer))
    let source = SourceText(name: "a", text)
    #expect(mentions.map { source.string($0.range) } == ["Blue Project", "project blue", "Mihail Kogalnicanu"])
    #expect(mentions.allSatisfy { $0.method == .userGazetteer && $0.certainty == 1 })
    #expect(mentions[0].identity == mentions[1].identity)
    #expect(mentions[0].identity?.name == "project blue")
    #expect(mentions[0].identity?.identifiers == [AuthorityIdentifier(authority: "wikidata", value: "Q42")])
    #expect(mentions[2].identity?.identifiers == [])
  }

  @Test(arguments: [
    (
      "Name",
      "names.tsv:1:1: error[gazetteer-columns]: row has 1 columns; "
        + "expected name, type and, optionally, identifier"
    ),
    (
      "A\tplanet",
      "names.tsv:1:3: error[gazetteer-type]: type \"planet\" is not known; expected one of person, organisation, country, "
        + "settlement, region, facility, geography, place, demonym, event, product, programme, law, work"
    ),
    (
      "A\tevent\tsomewhere",
      "names.tsv:1:9: error[gazetteer-identifier]: identifier \"somewhere\" is not one; "
        + "expected authority:value or a Wikidata item such as Q42"
    ),
    (
      "\tevent",
      "names.tsv:1:1: error[gazetteer-name]: name \"\" cannot be looked up; "
        + "expected a letter or digit, at most 254 bytes"
    ),
  ])
  func faultsAreReportedWhereTheyAre(row: String, message: String) {
    let (gazetteer, diagnostics) = UserGazetteer.parse(
      SourceText(name: "list", row + "\nB\tevent\n"), file: "names.tsv")
    #expect(diagnostics.map(\.description) == [message])
    #expect(gazetteer.count == 1)
  }

  @Test(arguments: [
    ("Q7", "wikidata", "Q7"), ("wd:Q7", "wikidata", "Q7"), ("https://www.wikidata.org/wiki/Q7", "wikidata", "Q7"),
    ("geonames:683", "geonames", "683"), ("https://www.geonames.org/683/town.html", "geonames", "683"),
    ("our-list:a:b", "our-list", "a:b"),
  ])
  func identifiersMayBeWrittenInSeveralWays(text: String, authority: String, value: String) {
    let (gazetteer, _) = UserGazetteer.parse(SourceText(name: "list", "Ada\tperson\t\(text)"), file: "l")
    let identity = mentions("Ada", by: UserGazetteerRecognizer(gazetteer))[0].identity
    #expect(identity?.identifiers == [AuthorityIdentifier(authority: authority, value: value)])
  }

  @Test func anEmptyListFindsNothing() {
    let (gazetteer, diagnostics) = UserGazetteer.parse(SourceText(name: "list", ""), file: "l")
    #expect(diagnostics.isEmpty)
    #expect(mentions("Kosovo", by: UserGazetteerRecognizer(gazetteer)).isEmpty)
  }
}
