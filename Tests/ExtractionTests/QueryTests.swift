import Extraction
import Testing
import XML

@Suite struct QueryTests {
  static func document() throws -> XMLDocument {
    try TableExtractorTests.document(
      "<p xml:id='p1'>one <date when='2024'>now &amp; then</date></p><p>two\n  <hi>x</hi></p>", name: "d.xml")
  }

  static func rows(_ xpath: String, _ columns: String...) throws -> [[String]] {
    let query = try Query(xpath, columns: columns.map { try Query.Column(argument: $0) })
    return try query.results(in: document()).map(query.row)
  }

  @Test func findsNodesAndValues() throws {
    #expect(try Self.rows("//p") == [["d", "one now & then"], ["d", "two x"]])
    #expect(try Self.rows("//date/@when") == [["d", "2024"]])
    #expect(try Self.rows("count(//p)") == [["d", "2"]])
    #expect(try Self.rows("//p = 'x'") == [["d", "false"]])
    #expect(try Self.rows("string(//date)") == [["d", "now & then"]])
    #expect(try Self.rows("//nothing") == [])
  }

  @Test func evaluatesColumnsOnEachResult() throws {
    #expect(
      try Self.rows("//p", "id=@xml:id", "n=count(*)", "all=*") == [
        ["d", "p1", "1", "now & then"], ["d", "", "1", "x"],
      ])
    #expect(
      try Self.rows("//@when", "value=.", "of=name(..)", "p=ancestor::p/@xml:id") == [["d", "2024", "date", "p1"]])
    #expect(try Self.rows("//hi/text()", "in=name()") == [["d", "hi"]])
    #expect(try Self.rows("1 + 1", "p=//p") == [["d", "one now & then; two x"]])
    #expect(try Self.rows("//p[1]", "eq=@xml:id='p1'") == [["d", "true"]])
  }

  @Test func writesTextAndXML() throws {
    let query = try Query("//date | //@when", columns: [Query.Column(name: "a\"b", xpath: "string(.)")])
    let results = try query.results(in: Self.document())
    #expect(results.map { String(decoding: query.line(of: $0), as: UTF8.self) } == ["now & then\n", "2024\n"])
    let xml = QueryXML.opening + results.flatMap { QueryXML.bytes(of: $0, for: query) } + QueryXML.closing
    #expect(
      String(decoding: xml, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <results>
        <result document="d"><date xmlns="http://www.tei-c.org/ns/1.0" when="2024">now &amp; then</date>\
        <column name="a&quot;b">now &amp; then</column></result>
        <result document="d" attribute="when">2024<column name="a&quot;b">2024</column></result>
        </results>

        """)
    _ = try XMLDocument(parsing: xml, name: "results")
  }

  @Test func saysWhatIsWrong() {
    #expect { try Query("//p[") } throws: {
      String(describing: $0)
        == "error[xpath-syntax]: \"//p[\" is no XPath 1.0: expected an expression, found the end, at column 5"
    }
    #expect { try Query.Column(argument: "//p") } throws: {
      String(describing: $0) == "error[xpath-syntax]: column \"//p\"; expected NAME=XPATH"
    }
  }
}
