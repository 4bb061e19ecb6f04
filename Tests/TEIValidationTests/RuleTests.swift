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
        "warning[pointer-prefix]: prefix \"wb\" of pointer \"wb:Q1\" is not declared; expected a prefixDef for it or the "
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

  @Test func findsDatesOutsideTheirSpan() throws {
    #expect(
      try Fixture.foreign(
        "<date when='2021-03' notBefore='2021-03-05' notAfter='2021'/><date when-iso='20210305' from-iso='2021-03'/>")
        == [])
    #expect(
      try Fixture.foreign("<date when='2021-03' notBefore='2021-04'/>\n<date when='2022' to='2021-12-31'/>") == [
        "error[date-order]: notBefore=\"2021-04\" is later than when=\"2021-03\"",
        "error[date-order]: when=\"2022\" is later than to=\"2021-12-31\"",
      ])
    #expect(
      try Fixture.foreign("<date from-iso='20210306' to-iso='2021-03-05'/>") == [
        "error[date-order]: from-iso=\"20210306\" is later than to-iso=\"2021-03-05\""
      ])
  }

  @Test(arguments: ["2024-W30", "2024-200", "2024-22", "2024/2025", "2024-06-01/2024-05-01", "19"])
  func leavesOtherFormsOfISOAlone(date: String) throws {
    #expect(try Fixture.foreign("<date from-iso='\(date)' to-iso='2024-01' when-iso='\(date)'/>") == [])
  }

  @Test(arguments: [
    "2024-02-29", "2000-02-29", "-0044-02-29", "--02-29", "---31", "2021-12-31T23:59:59Z", "2021-06-30+02:00", "x",
    "2021-2-30",
  ])
  func acceptsDaysThatExist(date: String) throws {
    #expect(try Fixture.foreign("<date when='\(date)'/><date when-iso='\(date)'/>") == [])
  }

  @Test(arguments: [
    "2021-02-29", "1900-02-29", "2021-04-31", "2021-13-01", "2021-00", "--02-30", "2021-02-30T10:00:00",
  ])
  func findsDaysThatDoNotExist(date: String) throws {
    #expect(
      try Fixture.foreign("<date notBefore-iso='\(date)'/>")
        == ["error[date-impossible]: notBefore-iso=\"\(date)\" is a day that does not exist"])
  }

  @Test func findsEmptyPointersAndNumbers() throws {
    #expect(try Fixture.foreign("<idno>1</idno><idno><idno>2</idno></idno><ref target='#'/>") == [])
    #expect(
      try Fixture.foreign("<ref target=' '/>")
        == ["warning[pointer-empty]: attribute \"target\" of \"ref\" is empty; expected a pointer"])
    let empty = "warning[idno-empty]: \"idno\" is empty; expected an identifier, or no idno"
    #expect(try Fixture.foreign("<idno> \n<!-- x --> </idno><idno type='x'><idno/></idno>") == [empty, empty])
  }

  @Test func resolvesPrefixes() throws {
    let header = """
      <prefixDef ident='p' matchPattern='([a-z]+)' replacementPattern='#$1'/>
      <prefixDef ident='f' matchPattern='([a-z]+)' replacementPattern='b.xml#$1'/>
      <prefixDef ident='f' matchPattern='Q([0-9]+)' replacementPattern='http://x.y/$1'/>
      """
    let context = ValidationContext(identifiers: { $0 == "b.xml" ? ["a"] : nil })
    #expect(try Fixture.foreign("<p xml:id='a'/><p ana='p:a f:a f:Q1'/>", header: header, context: context) == [])
    #expect(
      try Fixture.foreign("<p ana='p:b f:b f:1'/>", header: header, context: context) == [
        "error[pointer-dangling]: pointer \"p:b\", which is \"#b\", has no target",
        "error[pointer-dangling]: pointer \"f:b\", which is \"b.xml#b\", has no target in file \"b.xml\"",
        "error[prefix-unmatched]: pointer \"f:1\" does not match the matchPattern of prefix \"f\"; "
          + "expected \"([a-z]+)\" or \"Q([0-9]+)\"",
      ])
    #expect(
      try Fixture.foreign("", header: "<prefixDef ident='p' matchPattern='([a-z' replacementPattern='$1'/>") == [
        "warning[prefix-pattern]: matchPattern=\"([a-z\" and replacementPattern=\"$1\" cannot be used: "
          + "a class of characters is empty or not closed, at character 5"
      ])
  }

  @Test func findsLanguagesThatNobodyDeclares() throws {
    let header = "<langUsage><language ident='en'/><language ident='de-AT'/></langUsage>"
    #expect(
      try Fixture.foreign(
        "<p xml:lang='en-GB'/><p xml:lang='de'/><p xml:lang='EN'/><p xml:lang='und'/><p xml:lang=''/>", header: header)
        == [])
    #expect(try Fixture.foreign("<p xml:lang='la'/>") == [], "nothing is declared")
    #expect(
      try Fixture.foreign("<p xml:lang='la'/><p xml:lang='la'/>", header: header) == [
        "warning[language-undeclared]: language \"la\" is not declared in langUsage; "
          + "expected an element \"language\" with ident=\"la\""
      ])
  }

  @Test(arguments: [
    "en", "de-AT", "zh-Hans-CN", "sl-rozaj-biske", "de-1996", "es-419", "x-klingon", "grc-x-homer", "i-klingon",
    "zh-yue",
    "en-a-myext-b-another", "de-DE-u-co-phonebk", "qaa", "sr-Latn",
  ])
  func acceptsTagsOfLanguages(tag: String) throws {
    #expect(try Fixture.foreign("<p xml:lang='\(tag)'/>") == [])
  }

  @Test(arguments: ["en_GB", "e", "de-", "-de", "en--GB", "x", "en-x", "en-a", "languagename", "fr-é", "en US"])
  func findsTagsThatAreNone(tag: String) throws {
    let found = try Fixture.foreign("<p xml:lang='\(tag)'/>")
    #expect(found.count == 1 && found[0].hasPrefix("warning[language-tag]: xml:lang=\"\(tag)\" is no tag"))
  }

  @Test func findsCellsThatReachTooFar() throws {
    #expect(
      try Fixture.foreign("<table><row><cell rows='2'/><cell/></row><row><cell cols='1'/></row></table>") == [])
    #expect(
      try Fixture.foreign("<table><row><cell/><cell rows='2'/></row>\n<row><cell cols='2'/></row></table>")
        == ["warning[table-span]: a cell of the row is so broad that it lies on one that reaches down from above"])
    #expect(
      try Fixture.foreign("<table><row><cell rows='3'/></row></table>")
        == ["warning[table-span]: a cell reaches down 2 rows below the last row of the table"])
  }

  @Test func findsPartsThatAreNotIncluded() throws {
    let xi = "xmlns='http://www.w3.org/2001/XInclude'"
    var context = ValidationContext(identifiers: { $0 == "b.xml" ? ["x"] : nil })
    context.takesIn = { path, file in path == "b.xml" && file == "a.xml" }
    #expect(try Fixture.foreign("<include \(xi) href='b.xml' xpointer='x'/>", context: context) == [])
    #expect(try Fixture.foreign("<include \(xi) href='b.xml' parse='text'/>", context: context) == [])
    #expect(
      try Fixture.foreign("<include \(xi) href='b.xml' xpointer='y'/>\n<include \(xi) href='b.xml'/>", context: context)
        == [
          "error[xinclude-target]: no element of \"b.xml\", which is to be included, has xml:id \"y\"",
          "error[xinclude-cycle]: file includes \"b.xml\", which includes it again",
        ])
  }

  @Test func codesAreStableAndTakenOnce() {
    #expect(
      ValidationRules.all.flatMap(\.codes) == [
        "id-duplicate", "id-name", "id-shared", "id-file", "pointer-dangling", "pointer-file", "pointer-empty",
        "pointer-prefix", "prefix-pattern", "prefix-unmatched", "xinclude-missing", "xinclude-target", "xinclude-cycle",
        "language-tag", "language-undeclared", "table-size", "table-span", "cert-range", "idno-empty", "date-order",
        "date-impossible",
      ])
  }
}
