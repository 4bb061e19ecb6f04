import Extraction
import Testing
import XML
import XPath

@Suite struct MentionRequestTests {
  static let text = """
    <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><publicationStmt><date when="2024"/></publicationStmt>\
    <sourceDesc><bibl type="digital"><date when="2010"/></bibl><bibl type="firstEdition"><date>1890</date></bibl>\
    </sourceDesc></fileDesc></teiHeader><text><body><div><head>One<note>n</note></head><div><p>The old mill of\n\
    <placeName cert="0.4">Nant</placeName>’s brook <date when="2020-05-06T10:00">then</date> fell.</p><table><row><cell>\
    <persName key="https://d-nb.info/gnd/1">Ann</persName></cell></row></table></div></div></body></text></TEI>
    """

  static func rows(_ columns: [MentionColumn], _ change: (inout MentionRequest) -> Void = { _ in }) throws -> [String] {
    var request = MentionRequest()
    request.columns = Set(columns)
    change(&request)
    return try EntityExtractor.mentions(in: XPathDocument(EntityExtractorTests.table(text)), request).map { mention in
      columns.map { $0.value(of: mention) }.joined(separator: "|")
    }
  }

  @Test func contextIsOfWordsInTheLine() throws {
    #expect(
      try Self.rows([.left, .surface, .right]) { $0.context = 2 } == [
        "mill of|Nant|’s brook", "Nant’s brook|then|fell.", "|Ann|",
      ])
  }

  @Test func sectionsAreThoseWithHeadings() throws {
    #expect(try Self.rows([.section, .element]) == ["One|placeName", "One|date", "One|persName"])
  }

  @Test func datesAreOfDocumentsOrOfMentions() throws {
    #expect(try Self.rows([.date, .dateOrigin, .year]).first == "1890|sourceDesc|1890")
    #expect(
      try Self.rows([.date, .month]) { $0.datesOfMentions = true } == ["|", "2020-05-06|2020-05", "|"])
  }

  /// When a page was fetched, as trafilatura notes it, and when a consultation was, as Casebooks has it.
  @Test(arguments: [
    (
      "<fileDesc><sourceDesc><biblFull><publicationStmt><date>2024-03-05</date></publicationStmt></biblFull></sourceDesc>"
        + "</fileDesc><profileDesc><creation><date type='download'>2026-11-21</date></creation></profileDesc>",
      "2024-03-05|sourceDesc"
    ),
    (
      "<fileDesc><publicationStmt><date when='2014'/></publicationStmt></fileDesc><profileDesc><settingDesc><p>"
        + "<date when='1633-05-14'/></p></settingDesc></profileDesc>", "1633-05-14|setting"
    ),
  ])
  func datesOfHeaders(header: String, expected: String) throws {
    let table = try EntityExtractorTests.table(
      "<TEI xmlns='\(XMLNamespace.tei)'><teiHeader>\(header)</teiHeader><text><body><p><name>x</name></p></body></text>"
        + "</TEI>")
    var request = MentionRequest()
    request.columns = [.date, .dateOrigin]
    let found = try EntityExtractor.mentions(in: XPathDocument(table), request)
    #expect(found.map { "\($0.date)|\($0.dateOrigin)" } == [expected])
  }

  @Test func certaintyTypesAndConditionsChoose() throws {
    #expect(try Self.rows([.surface]) { $0.minimumCertainty = 0.5 } == ["then", "Ann"])
    #expect(try Self.rows([.surface]) { $0.types = ["persName"] } == ["Ann"])
    var names = XMLNodeNames()
    let query = try XPathQuery("ancestor::cell", names: &names)
    let table = try XMLNodeTable(parsing: Array(Self.text.utf8), name: "x.xml", names: names)
    var request = MentionRequest()
    request.condition = query
    #expect(try EntityExtractor.mentions(in: XPathDocument(table), request).map(\.surface) == ["Ann"])
  }

  @Test func authoritiesHaveColumns() throws {
    #expect(try Self.rows([.authority("gnd"), .authority("wikidata")]).last == "1|")
  }
}
