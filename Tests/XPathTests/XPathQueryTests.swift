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

  /// What is counted from the end of an axis is found from there, for each of many nodes.
  @Test func lastPositionsEndTheirAxes() throws {
    let body = (1...50_000).map { "<p n='\($0)'/>" }.joined()
    var names = XMLNodeNames()
    let queries = try [
      "count(//p[following-sibling::*[last()]/@n = 50000])", "count(//p[following::p[last() - 1]/@n = 49999])",
      "count(//p[preceding-sibling::p[last()]/@n = 1])", "count(//p[preceding::p[position() = last()]/@n = 1])",
      "count(//p/following-sibling::p[position() = last() - 2])", "string(//p[last()]/@n)",
      "string((//p)[last() - 9]/@n)",
    ].map { try XPathQuery($0, names: &names) }
    let xml = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text>\(body)</text></TEI>"
    let document = XPathDocument(try XMLNodeTable(parsing: Array(xml.utf8), name: "a.xml", names: names))
    let counts = try queries.map { query in
      let items = try XPathEvaluator(query, on: document, stepLimit: 2_000_000).items(at: 0)
      return items.string(0, in: document.table)
    }
    #expect(counts == ["49999", "49998", "49999", "49999", "1", "50000", "49991"])
  }

  /// From the far end of an axis the same node is reached as by laying all of it out.
  @Test func lastPositionsAreThoseOfWholeAxes() throws {
    let axes = [
      "following-sibling", "preceding-sibling", "following", "preceding", "descendant", "child", "ancestor",
      "descendant-or-self", "ancestor-or-self", "attribute",
    ]
    for axis in axes {
      for test in ["*", "node()", "p", "hi", "text()"] {
        for before in 0..<3 {
          let short = "(//node() | //@*) ! generate-id(\(axis)::\(test)[last() - \(before)])"
          let long = "(//node() | //@*) ! generate-id(\(axis)::\(test)[position() + \(before) = last()])"
          #expect(try values(short) == values(long), "\(short)")
        }
      }
    }
  }

  @Test(
    arguments: [
      ("1 div -0", "-Infinity", "-Infinity", nil), ("-0", "0", "0", "0"), ("number('+5')", "5", "NaN", "5"),
      ("abs(-9223372036854775807 - 1)", nil, nil, nil), ("abs((-9223372036854775807 - 1) * 0.1)", nil, nil, nil),
      ("round(9223372036854775807, -1)", nil, nil, nil), ("codepoints-to-string(0)", nil, nil, nil),
      ("codepoints-to-string(65534)", nil, nil, nil), ("codepoints-to-string(9)", "\t", nil, "\t"),
      ("10000000000000000000000", "10000000000000000000000", "10000000000000000000000", nil),
      ("1e22", "10000000000000000000000", nil, "1.0E22"), ("string(1e-7)", "0.0000001", nil, "1.0E-7"),
    ] as [(String, String?, String?, String?)])
  func numbersAtTheirLimits(expression: String, compatible: String?, xpath1: String?, xpath31: String?) throws {
    for (language, expected) in [
      (XPathLanguage.compatible, compatible), (.xpath1, xpath1), (.xpath31, xpath31),
    ] {
      var names = XMLNodeNames()
      let table = try XMLNodeTable(parsing: Array(text.utf8), name: "a.xml", names: names)
      let value = try? XPathQuery(expression, language: language, names: &names).evaluate(on: table).string(
        0, in: table)
      #expect(value == expected, "\(expression) in \(language)")
    }
  }

  @Test(arguments: [
    ("Wör<lb break='no'/>\n  ter", "Wörter"), ("<w part='I'>Wör</w>\n<lb/><w part='F'>ter</w> und", "Wörter und"),
    ("<w part='I'>steht</w> er <w part='F'>auf</w>", "steht er auf"),
    ("<w join='right'>Hi</w>\n<pc>!</pc> <pc join='right'>„</pc> <w>A</w> <pc join='left'>.</pc>", "Hi! „A."),
  ])
  func wordsAreRead(body: String, expected: String) throws {
    var names = XMLNodeNames()
    let query = try XPathQuery("tei:text(.)", names: &names)
    let table = try XMLNodeTable(parsing: Array("<p>\(body)</p>".utf8), name: "a.xml", names: names)
    #expect(try query.evaluate(on: table).string(0, in: table) == expected)
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
