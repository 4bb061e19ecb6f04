import ArticleModel
import TEIValidation
import Testing
import XML

/// Each rule of the registry: documents that break it, and documents that do not.
@Suite struct RuleTests {
  @Test func findsDuplicateIdentifiers() throws {
    #expect(try Fixture.foreign("<p xml:id='a'/><p xml:id='b'/>") == [])
    #expect(
      try Fixture.foreign("<p xml:id='a'/>\n<ab xml:id='a'/>")
        == ["error[id-duplicate]: xml:id \"a\" is taken by element \"p\" of line 1"])
  }

  @Test func findsIdentifiersThatAreNoNames() throws {
    #expect(try Fixture.foreign("<p xml:id='é.1-b_c'/>") == [])
    #expect(
      try Fixture.foreign("<p xml:id='1 p'/>")
        == ["error[id-name]: xml:id \"1 p\" is no XML name; expected one as \"_1_p\""])
  }

  @Test func findsIdentifiersOfOtherFiles() throws {
    let context = ValidationContext(
      identifiers: { _ in [] }, otherFile: { identifier, file in identifier == "a" && file == "a.xml" ? "b.xml" : nil })
    #expect(try Fixture.foreign("<p xml:id='b'/>", context: context) == [])
    #expect(
      try Fixture.foreign("<p xml:id='a'/>", context: context)
        == ["warning[id-shared]: xml:id \"a\" is taken in file \"b.xml\""])
  }

  @Test func comparesFileNameAndIdentifier() throws {
    let document = try Fixture.document(Fixture.article)
    let validator = Validator(rules: [FileIdentifierRule()])
    #expect(validator.validate(document, file: "archive/drone-deal.xml") == [])
    #expect(
      validator.validate(document, file: "archive/2 drones.xml").map(\.description) == [
        "archive/2 drones.xml:3:1: error[id-file]: xml:id \"drone-deal\" does not go with the file name; "
          + "expected \"_2_drones\""
      ])
    #expect(try Fixture.foreign("<p/>", rules: [FileIdentifierRule()]) == [])
  }

  @Test(arguments: [
    "#a", "#a #b", " #a\n#b ", "#string-range(a,5,9)", "#range(left(a),right(b))", "#xpath(//p)", "http://x.y/#z",
    "other.html#z", "#", "mailto:a@b.c", "#match(//p,'x')", "#caf%C3%A9",
  ])
  func acceptsPointersWithTargets(pointer: String) throws {
    #expect(try Fixture.foreign("<p xml:id='a'/><p xml:id='b'/><p xml:id='café'/><p corresp=\"\(pointer)\"/>") == [])
  }

  @Test func findsDanglingPointers() throws {
    #expect(try Fixture.foreign("<p ana='#zzz'/>") == ["error[pointer-dangling]: pointer \"#zzz\" has no target"])
    #expect(
      try Fixture.foreign("<p xml:id='drone-deal.place'/><name ref='#drone-deal.plase'/>") == [
        "error[pointer-dangling]: pointer \"#drone-deal.plase\" has no target; did you mean \"#drone-deal.place\"?"
      ])
    #expect(
      try Fixture.foreign("<p xml:id='abcd'/><note target='#string-range(abdc,1,2)'/>") == [
        "error[pointer-dangling]: pointer \"#string-range(abdc,1,2)\" has no target; did you mean \"#abcd\"?"
      ])
    // Not TEI, not a pointer.
    #expect(
      try Fixture.foreign("<egXML xmlns='http://www.tei-c.org/ns/Examples'><p ana='#x'/></egXML><p n='#x'/>") == [])
  }

  @Test func tellsTheExactPlace() throws {
    let text = try Fixture.article(
      "<placeName>Romania</placeName>", "<placeName ref=\"#drone-deal.plac\">Romania</placeName>")
    let diagnostics = Validator().validate(try Fixture.document(text), file: "drone-deal.xml")
    #expect(
      diagnostics.map(\.description) == [
        "drone-deal.xml:80:63: error[pointer-dangling]: pointer \"#drone-deal.plac\" has no target"
      ])
  }

  @Test func followsPointersToOtherFiles() throws {
    let context = ValidationContext(identifiers: { $0 == "b.xml" ? ["place.romania"] : nil })
    #expect(try Fixture.foreign("<ptr target='b.xml#place.romania ./b.xml b.xml'/>", context: context) == [])
    #expect(
      try Fixture.foreign("<ptr target='b.xml#place.rumania'/>", context: context) == [
        "error[pointer-dangling]: pointer \"b.xml#place.rumania\" has no target in file \"b.xml\"; "
          + "did you mean \"b.xml#place.romania\"?"
      ])
    #expect(
      try Fixture.foreign("<ptr target='c.xml#x'/>", context: context)
        == ["error[pointer-file]: pointer \"c.xml#x\" leads to file \"c.xml\", which does not exist"])
    #expect(try Fixture.foreign("<ptr target='c.xml#x'/>") == [], "nothing is known of other files")
  }

  @Test func findsUndeclaredPrefixes() throws {
    let header = "<prefixDef ident='wd' matchPattern='(.*)' replacementPattern='$1'/>"
    #expect(try Fixture.foreign("<name ref='wd:Q1 HTTPS://a.b doi:10.1/2'/>", header: header) == [])
    #expect(
      try Fixture.foreign("<name ref='x:1'/>", context: ValidationContext(prefixes: ["x"], identifiers: { _ in nil }))
        == [])
    #expect(
      try Fixture.foreign("<name ref='wb:Q1'/>", header: header) == [
        "error[pointer-prefix]: prefix \"wb\" of pointer \"wb:Q1\" is not declared; expected a prefixDef for it or the "
          + "scheme of a URI; did you mean \"wd\"?"
      ])
  }

  @Test func findsMissingInclusions() throws {
    let xi = "xmlns='http://www.w3.org/2001/XInclude'"
    let context = ValidationContext(identifiers: { $0 == "b.xml" ? [] : nil })
    #expect(try Fixture.foreign("<include \(xi) href='b.xml'/>", context: context) == [])
    #expect(try Fixture.foreign("<include \(xi) href='c.xml'><fallback/></include>", context: context) == [])
    #expect(
      try Fixture.foreign("<include \(xi) href='c.xml'/>", context: context)
        == ["error[xinclude-missing]: file \"c.xml\" to be included does not exist"])
    #expect(
      try Fixture.foreign("<include \(xi) href='http://a.b/c.xml'/>", context: context)
        == ["error[xinclude-missing]: \"http://a.b/c.xml\" is not a local file; nothing is fetched"])
  }

  @Test func countsTables() throws {
    let rows = "<row><cell rows='2'/><cell cols='2'/></row><row><cell/><cell/></row>"
    #expect(try Fixture.foreign("<table rows='2' cols='3'>\(rows)</table>") == [])
    #expect(try Fixture.foreign("<table>\(rows)</table>") == [], "foreign TEI may leave the size out")
    #expect(try Fixture.foreign("<table rows='2' cols='2'><row><cell/></row><row><cell/><cell/></row></table>") == [])
    #expect(
      try Fixture.foreign("<table rows='3' cols='4'>\(rows)</table>") == [
        "warning[table-size]: table has 2 rows; attribute \"rows\" says 3",
        "warning[table-size]: table has 3 columns; attribute \"cols\" says 4",
      ])
  }

  @Test func wantsOurTablesRectangular() throws {
    let text = try Fixture.article("<cell role=\"data\" rend=\"padding\"/>", "")
    let diagnostics = Validator().validate(try Fixture.document(text), file: "drone-deal.xml")
    #expect(diagnostics.map(\.message) == ["row has 1 columns; expected 2"])
    #expect(diagnostics.map(\.severity) == [.error])
  }

  @Test(arguments: ["0", "1", "0.5", "1.0", "5e-1", "high", "unknown"]) func acceptsCertainty(_ cert: String) throws {
    #expect(try Fixture.foreign("<p cert='\(cert)'/>") == [])
  }

  @Test(arguments: ["1.5", "-0.1", "sure", "", "NaN", "0x1p-1", "1e400"]) func rejectsCertainty(_ cert: String) throws {
    #expect(
      try Fixture.foreign("<p cert='\(cert)'/>") == [
        "error[cert-range]: cert=\"\(cert)\" on \"p\"; expected a number from 0 to 1, \"high\", \"medium\", \"low\" or "
          + "\"unknown\""
      ])
  }

  @Test(arguments: [
    ("2024", "2024"), ("2024-06", "2024"), ("2024-06-13", "2024-06-14"), ("-0044-03-15", "0014"),
    ("--06-13", "--01-01"),
    ("2024-06-13T10:00:00Z", "2024-06-13T09:00:00+05:00"), ("2024-06-13Z", "2024-06-13"), ("x", "y"),
  ])
  func acceptsSpans(from: String, to: String) throws {
    #expect(try Fixture.foreign("<date from='\(from)' to='\(to)'/><date notBefore='\(from)' notAfter='\(to)'/>") == [])
  }

  @Test(arguments: [
    ("2024", "2023"), ("2024-06", "2024-05-31"), ("0014", "-0044"), ("2024-06-13T10:00:00", "2024-06-13T09:00:00"),
    ("2024-06-13+02:00", "2024-06-12+02:00"), ("10000", "9999"),
  ])
  func rejectsSpansThatEndBeforeTheyBegin(from: String, to: String) throws {
    #expect(
      try Fixture.foreign("<date from='\(from)' to='\(to)'/>\n<date notBefore='\(from)' notAfter='\(to)'/>") == [
        "error[date-order]: from=\"\(from)\" is later than to=\"\(to)\"",
        "error[date-order]: notBefore=\"\(from)\" is later than notAfter=\"\(to)\"",
      ])
  }

  @Test func codesAreStableAndTakenOnce() {
    #expect(
      ValidationRules.all.flatMap(\.codes) == [
        "id-duplicate", "id-name", "id-shared", "id-file", "pointer-dangling", "pointer-file", "pointer-prefix",
        "xinclude-missing", "table-size", "cert-range", "date-order",
      ])
  }
}
