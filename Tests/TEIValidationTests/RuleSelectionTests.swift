import TEIValidation
import Testing

/// What `--rules` takes.
@Suite struct RuleSelectionTests {
  private static let lists: [(String, Set<String>)] = [
    ("all", RuleSelection.all.codes), ("none", []), ("", RuleSelection.all.codes),
    ("dates", ["date-order", "date-impossible"]),
    ("dates, cert-range", ["date-order", "date-impossible", "cert-range"]),
    ("dates,no-date-order", ["date-impossible"]), ("none,cert-range", ["cert-range"]), ("no-all", []),
    ("no-dates,date-order", RuleSelection.all.codes.subtracting(["date-impossible"])),
    (
      "no-identifiers,no-pointers,no-inclusions,no-languages,no-tables,no-values",
      ["date-order", "date-impossible"]
    ),
  ]

  @Test(arguments: lists)
  func readsLists(list: String, codes: Set<String>) throws {
    #expect(try RuleSelection(list).codes == codes)
  }

  @Test(arguments: [
    ("pointer", "no rule or group of rules is called \"pointer\"; did you mean \"pointers\"?"),
    ("dates,no-date-ordre", "no rule or group of rules is called \"date-ordre\"; did you mean \"date-order\"?"),
    ("zzzzzz", "no rule or group of rules is called \"zzzzzz\""),
  ])
  func saysWhatIsUnknown(list: String, message: String) {
    #expect(throws: UnknownRule.self) { try RuleSelection(list) }
    do throws(UnknownRule) { _ = try RuleSelection(list) } catch { #expect(error.description == message) }
  }

  /// Every rule is in one group.
  @Test func groupsHaveAllRules() {
    let grouped = RuleGroup.all.flatMap(\.codes)
    #expect(grouped.sorted() == ValidationRules.all.flatMap(\.codes).sorted())
    #expect(Set(RuleGroup.all.map(\.name)).isDisjoint(with: grouped))
  }

  /// A document that breaks every rule which one file can break: what is not asked for is not told, nor suspected.
  @Test(arguments: ["none"] + RuleGroup.all.flatMap(\.codes)) func tellsWhatIsAskedFor(list: String) throws {
    let text = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="b"><teiHeader><prefixDef ident="q" matchPattern="Q"
      replacementPattern="x"/><prefixDef ident="r" matchPattern="(" replacementPattern="x"/><language ident="en_US"/><application ident="teikit"/>
      <idno> </idno></teiHeader><text xml:lang="la"><p xml:id="1 p" ana="#x y:1 q:1" target=" " cert="2"/>
      <p xml:id="c"/><p xml:id="c"/><date from="2024" to="2023" when-iso="20230230"/>
      <table rows="1"><row><cell rows="2"/></row><row/></table><table><row><cell rows="2"/></row></table></text></TEI>
      """
    let selection = try RuleSelection(list)
    let checker = DocumentChecker(rules: selection)
    let source = DocumentSource.bytes(Array(text.utf8))
    let summary = try checker.check(source, file: "a.xml") { _ in [] }.summary
    let found = try checker.findings(
      in: source, file: "a.xml", suspects: summary.suspects, context: ValidationContext())
    // These need other files.
    let beyond = ["id-shared", "pointer-file", "xinclude-missing", "xinclude-target", "xinclude-cycle"]
    #expect(Set(found.map(\.code)) == selection.codes.subtracting(beyond))
    if list == "none" { #expect(summary.suspects.isEmpty && summary.identifiers.count == 0) }
  }
}
