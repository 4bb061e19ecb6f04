import ArticleModel
import EntityLinking
import Testing

@Suite struct DecisionsTests {
  private func parse(_ text: String) -> (decisions: Decisions, diagnostics: [String]) {
    let (decisions, diagnostics) = Decisions.parse(SourceText(name: "d.tsv", text), file: "d.tsv")
    return (decisions, diagnostics.map(\.description))
  }

  @Test func rows() {
    let (decisions, diagnostics) = parse(
      "\u{FEFF}decision\ttype\tleft\tleft name\tright\tright name\r\n# why\r\n\r\n?\tperson\ta\tA\tb\tB\r\n"
        + "same\tperson\ta.person.x\tX\tcorpus.person.x-y\tX Y\t0.9\tsurname alone\r\n Rename \t\tplace.z\t\t\tNew  Name \r\n"
        + "ignore\t\torg.q\r\nblock\tany\t\tTBD\r\nblock\tplace\t\tMay Day\r\n")
    #expect(diagnostics.isEmpty)
    #expect(
      decisions.rows == [
        Decision(.same, left: "a.person.x", right: "person.x-y", line: 5),
        Decision(.rename, left: "place.z", right: "New  Name", line: 6), Decision(.ignore, left: "org.q", line: 7),
        Decision(.block, left: "TBD", line: 8), Decision(.block, type: "place", left: "May Day", line: 9),
      ])
    #expect(decisions.blocks("TBD", as: .person) && !decisions.blocks("tbd", as: .person))
    #expect(decisions.blocks("May\n Day", as: .settlement) && !decisions.blocks("May Day", as: .event))
  }

  @Test func everyFaultIsReportedWithItsLine() {
    let (decisions, diagnostics) = parse(
      "merge\tperson\ta\tA\tb\tB\nsame\tperson\ta\tA\nrename\tperson\ta\tA\tb\ndifferent\t\tcorpus.a\t\ta\n"
        + "ignore\tperson\t\tA\nblock\tpersons\t\tA\nblock\n")
    #expect(decisions.rows.isEmpty)
    let types =
      "any, country, date, demonym, event, facility, geography, law, measure, money, number, organisation, percentage, "
      + "person, place, product, programme, reference, region, role, settlement, time, work"
    #expect(
      diagnostics == [
        "d.tsv:1:1: error[decision-verb]: decision \"merge\" is not known; expected same, different, rename, ignore, block, "
          + "or ? for none",
        "d.tsv:2:1: error[decision-columns]: \"same\" has nothing in column \"right\"; expected the identifier of an entity",
        "d.tsv:3:1: error[decision-columns]: \"rename\" has nothing in column \"right name\"; expected its new name",
        "d.tsv:4:1: error[decision-itself]: left and right are both \"corpus.a\"; expected the identifiers of two entities",
        "d.tsv:5:1: error[decision-columns]: \"ignore\" has nothing in column \"left\"; expected the identifier of an entity; "
          + "to ignore words, use \"block\"",
        "d.tsv:6:1: error[decision-type]: type \"persons\" is not known; expected \(types)",
        "d.tsv:7:1: error[decision-columns]: \"block\" has nothing in column \"left name\"; expected words that are no entity",
      ])
  }

  @Test func ignoredEntitiesOfAnArticle() {
    let (decisions, _) = parse(
      "ignore\t\tperson.ana-kovac\nignore\t\ta.person.kovač\nignore\t\tplace.wikidata-Q230\nignore\t\torg.esa\n")
    func ignores(_ type: MentionType, _ name: String, _ document: String = "a", _ item: String? = nil) -> Bool {
      let identifiers = item.map { [AuthorityIdentifier(authority: "wikidata", value: $0)] } ?? []
      return decisions.ignores(Entity(type: type, name: name, identifiers: identifiers), in: document)
    }
    #expect(ignores(.person, "Ana Kovač") && ignores(.person, "Kovač") && !ignores(.person, "Kovač", "b"))
    #expect(ignores(.country, "Georgia", "b", "Q230") && !ignores(.region, "Georgia", "b", "Q1428"))
    #expect(!ignores(.organisation, "Ana Kovač") && !ignores(.organisation, "ESA"))
  }
}
