import ArticleModel
import TEIValidation
import Testing
import XML

/// One reading of a document for its schema and the rules, and the second look at what is suspect.
@Suite struct DocumentCheckerTests {
  private static func text(_ body: String, header: String = "") -> [UInt8] {
    Array(
      ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader>\(header)</teiHeader><text><body>\(body)</body></text></TEI>")
        .utf8)
  }

  /// What the second look says, after the first.
  private static func found(_ bytes: [UInt8], file: String = "a.xml") throws -> [Diagnostic] {
    let checker = DocumentChecker()
    let (_, summary) = try checker.check(.bytes(bytes), file: file) { _ in [] }
    guard !summary.suspects.isEmpty else { return [] }
    return try checker.findings(
      in: .bytes(bytes), file: file, suspects: summary.suspects, context: ValidationContext()
    ).inOrderOfText
  }

  private static let bodies = [
    "<p xml:id='a'/><ab xml:id='a'/><ab xml:id='a'/>", "<p xml:id='1 p'/>", "<p xml:id='é.1'/>",
    "<p corresp='#a #b'/><p xml:id='a'/><q corresp='#a'/>", "<p xml:id='caf&#xE9;' corresp='#caf%C3%A9 #caf%C3%A8'/>",
    "<p xml:id='abcd'/><note target='#string-range(abdc,1,2) #range(abcd,b)'/>", "<name ref='wb:Q1 http://a.b/ WD:1'/>",
    "<p cert='0.5'/><p cert='0.x'/><p cert='1.1'/><p cert='high'/>", "<date from='2024' to='2023'/><date from='2023'/>",
    "<table rows='2' cols='2'><row><cell/></row><row><cell/><cell/></row></table>",
    "<table rows='1' cols='2'><row><cell/><cell><table cols='3'><row><cell/></row></table></cell></row></table>",
    "<table><row><cell rows='99999999' cols='99999999'/><cell/></row></table>",
    "<p><p><p ana='#x'/></p><p ana='#y'/></p>", "<p ana='wd:Q1 wd:x WD:2'/>", "<p xml:lang='la'/><q xml:lang='la'/>",
    "<p xml:lang='en_GB'/>", "<idno> </idno><idno cert='2'><idno/></idno><idno>1</idno>", "<ref target=''/>",
    "<table><row><cell/><cell rows='3'/></row><row><cell cols='2'/></row></table>",
    "<date when-iso='20210230' from='2021-03' to='2020'/>", "<date when='2021' notBefore='2022'/>",
  ]
  private static let headers = [
    "", "<prefixDef ident='wd'/>", "<application ident='teikit'/>", "<language ident='en'/>",
    "<note ana='wd:y'/><prefixDef ident='wd' matchPattern='Q([0-9])' replacementPattern='#q$1'/>",
    "<prefixDef ident='wd' matchPattern='[' replacementPattern=''/>",
  ]

  private static func expectAgreement(_ body: String, _ header: String) throws {
    let bytes = text(body, header: header)
    let whole = Validator(schema: nil).validate(
      try XMLDocument(parsing: bytes, name: "a.xml"), bytes: bytes, file: "a.xml")
    #expect(try found(bytes) == whole, "\(header) \(body)")
  }

  /// The short way says what the long one says, which keeps every element.
  @Test(arguments: bodies) func agreesWithTheLongWay(body: String) throws {
    for header in Self.headers { try Self.expectAgreement(body, header) }
  }

  /// The same where several things come together.
  @Test func agreesWithTheLongWayOfMixtures() throws {
    var state: UInt64 = 7
    func random(_ list: [String]) -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return list[Int(state >> 33) % list.count]
    }
    for _ in 0..<300 {
      let body = (0..<4).map { _ in "<div>" + random(Self.bodies) + "</div>" }.joined(separator: "\n")
      try Self.expectAgreement(body, random(Self.headers) + random(Self.headers))
    }
  }

  @Test func tellsPathsAsTheDocumentNamesElements() throws {
    let text = "<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'><t:text/><t:text>\n <t:p ana='#x'/></t:text></t:TEI>"
    let found = try Self.found(Array(text.utf8))
    #expect(found.map(\.xpath) == ["/t:TEI/t:text[2]/t:p[1]"])
    #expect(found.map(\.position) == [SourcePosition(line: 2, column: 2)])
  }

  @Test func handsOverTheInstructionsBeforeTheRoot() throws {
    let text = "<?xml-model href='a.rng'?>\n<?xml-model href='b.rng'?><?x y?><TEI><?xml-model href='c.rng'?></TEI>"
    var seen: [ModelData] = []
    _ = try DocumentChecker().check(.bytes(Array(text.utf8)), file: "a.xml") { instructions in
      seen = instructions
      return []
    }
    #expect(seen.map(\.data) == ["href='a.rng'", "href='b.rng'"])
    #expect(seen.map(\.line) == [1, 2])
  }

  /// What stopped in the middle of one document does not show in the next.
  @Test func beginsAnewBehindABrokenDocument() throws {
    let checker = DocumentChecker()
    let schemas: ([ModelData]) -> [DocumentSchema] = { _ in [.embedded, .embedded] }
    let whole = Array(Fixture.article.utf8)
    #expect(throws: XMLError.self) {
      try checker.check(.bytes(Array(whole.prefix(whole.count / 2))), file: "a.xml", schemas: schemas)
    }
    let (faults, summary) = try checker.check(.bytes(whole), file: "drone-deal.xml", schemas: schemas)
    #expect(faults == [[], []])
    #expect(summary.suspects.isEmpty)
    #expect(summary.identifiers.count > 0)
  }

  /// More identifiers than stand in a small table.
  @Test func findsDuplicatesAmongManyIdentifiers() throws {
    var body = ""
    for number in 0..<70_000 { body += "<p xml:id='p\(number)' corresp='#p\(69_999 - number)'/>" }
    #expect(try Self.found(Self.text(body)) == [])
    let found = try Self.found(Self.text(body + "<p xml:id='p3' corresp='#p70000'/>"))
    #expect(found.map(\.code) == ["id-duplicate", "pointer-dangling"])
  }

  /// What is declared rightly does not count among the elements that are told.
  @Test func tellsOfFaultsBehindManyDeclarations() throws {
    let header = String(repeating: "<prefixDef ident='a' matchPattern='(.+)'/><language ident='en'/>", count: 2000)
    #expect(try Self.found(Self.text("<p ana='#x'/>", header: header)).map(\.code) == ["pointer-dangling"])
  }

  @Test func stopsTellingOfAFileOfNothingButFaults() throws {
    let body = String(repeating: "<p ana='#x'/>", count: 5000)
    #expect(try Self.found(Self.text(body)).count == 1000)
  }

  @Test func stopsTellingOfAPointerToNothingButFaults() throws {
    let identifiers = (0..<5000).map { "x\($0)" }.joined(separator: ",")
    #expect(try Self.found(Self.text("<p target='#range(\(identifiers))'/>")).count == 1000)
  }
}
