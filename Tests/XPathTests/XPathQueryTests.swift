import Testing
import XML
import XPath

@Suite struct XPathQueryTests {
  private let text = """
    <TEI xmlns="http://www.tei-c.org/ns/1.0"><text n="7"><p n="1">one</p><p n="2">two <hi>2</hi></p></text></TEI>
    """

  /// The items of a value as text.
  private func values(_ expression: String, variables: [String: String] = [:]) throws -> [String] {
    var names = XMLNodeNames()
    let query = try XPathQuery(expression, variables: variables, names: &names)
    let table = try XMLNodeTable(parsing: Array(text.utf8), name: "a.xml", names: names)
    let items = try query.evaluate(on: table)
    return (0..<items.count).map { items.string($0, in: table) }
  }

  @Test func fixedPositionsEndTheirAxes() throws {
    let body = String(repeating: "<p/>", count: 50_000)
    var names = XMLNodeNames()
    let queries = try [
      "count(//p[preceding-sibling::p[1]])", "count(//p[following-sibling::*[2]])", "count(//p[following::p[1]])",
      "count(//p/preceding-sibling::*[1][self::p])", "count(//p[1]/following-sibling::p[0])",
    ].map { try XPathQuery($0, names: &names) }
    let xml = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text>\(body)</text></TEI>"
    let document = XPathDocument(try XMLNodeTable(parsing: Array(xml.utf8), name: "a.xml", names: names))
    let counts = try queries.map { query in
      let items = try XPathEvaluator(query, on: document).items(at: 0)
      return items.string(0, in: document.table)
    }
    #expect(counts == ["49999", "49998", "49999", "49999", "0"])
  }

  @Test func namesWithoutPrefixAreTEI() throws {
    #expect(try values("//p") == ["one", "two 2"])
    #expect(try values("//tei:p/@n") == ["1", "2"])
    #expect(try values("/TEI/text/self::element(text)/@n") == ["7"])
  }

  @Test func variablesHaveValues() throws {
    #expect(try values("//p[@n = $n]", variables: ["n": "2"]) == ["two 2"])
    #expect(try values("//p[@n > $n]", variables: ["n": "1.5"]) == ["two 2"])
  }

  @Test func expressionsShareNamesAndDocument() throws {
    var names = XMLNodeNames()
    let all = try XPathQuery("//p", names: &names)
    let isLong = try XPathQuery("hi", names: &names)
    let document = XPathDocument(try XMLNodeTable(parsing: Array(text.utf8), name: "a.xml", names: names))
    let nodes = try XPathEvaluator(all, on: document).items(at: 0).nodes
    let evaluator = XPathEvaluator(isLong, on: document)
    #expect(try nodes.map { node in try evaluator.holds(at: node) } == [false, true])
  }

  @Test func faultsSayWhereTheyAre() throws {
    var names = XMLNodeNames()
    #expect(throws: XMLError(.xpathSyntax, "\"//p[\" is no XPath: expected an expression, found the end, at column 5"))
    {
      try XPathQuery("//p[", names: &names)
    }
    #expect(
      throws: XMLError(.xpathSyntax, "\"//x:p\" is no XPath: prefix \"x\" is not bound to a namespace, at column 3")
    ) { try XPathQuery("//x:p", names: &names) }
  }
}
