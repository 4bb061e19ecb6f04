import Extraction
import Testing
import XML
import XPath

@Suite struct QueryTests {
  private static let text = """
    <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>\
    <p xml:id='p1'>one <date when='2024'>now &amp; then</date></p><p>two\n  <hi>x</hi></p></body></text></TEI>
    """

  static func document(_ query: Query) throws -> XPathDocument {
    XPathDocument(try XMLNodeTable(parsing: Array(text.utf8), name: "d.xml", names: query.names))
  }

  static func rows(_ xpath: String, _ columns: String...) throws -> [[String]] {
    let query = try Query(xpath, columns: columns)
    return try query.results(in: document(query)).map(query.row)
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
    #expect(try Self.rows("//hi/text()", "in=name(..)") == [["d", "hi"]])
    #expect(try Self.rows("1 + 1", "p=//p") == [["d", "one now & then; two x"]])
    #expect(try Self.rows("//p[1]", "eq=@xml:id='p1'") == [["d", "true"]])
  }

  @Test func writesTextAndXML() throws {
    let query = try Query("//date | //@when", columns: ["a\"b=string(.)"])
    let document = try Self.document(query)
    let results = try query.results(in: document)
    #expect(results.map(\.columns) == [["now & then"], ["2024"]])
    let xml =
      QueryXML.opening + results.flatMap { QueryXML.bytes(of: $0, for: query, in: document.table) } + QueryXML.closing
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
        == "error[xpath-syntax]: \"//p[\" is no XPath: expected an expression, found the end, at column 5"
    }
    #expect { try Query("//p", columns: ["//p"]) } throws: {
      String(describing: $0) == "error[xpath-syntax]: column \"//p\"; expected NAME=XPATH"
    }
  }
}
