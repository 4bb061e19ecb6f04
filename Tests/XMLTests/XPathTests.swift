import Testing
import XML

@Suite struct XPathTests {
  static let text = """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:x="urn:x" xml:id="d">\
    <text><body><div n="1"><p n="a">one <date when="2024">now</date></p><p n="b">two</p></div>\
    <div n="2"><p n="c">three</p><p>four<!--c--><?t u?></p></div>\
    <div>5</div><mod>6</mod><and n="and">7</and><x:p>8</x:p></body></text></TEI>
    """

  static func shown(_ value: XPathValue) -> String {
    guard case .nodes(let nodes) = value else { return value.string }
    return nodes.map { node in
      switch node {
      case .document: "/"
      case .element(let element): element.name + (element["n"].map { "#" + $0 } ?? "")
      case .attribute(let name, let value, _): "@\(name)=\(value)"
      case .text(let text, _): "'\(text)'"
      case .comment(let text, _): "<!--\(text)-->"
      case .processingInstruction(let target, _, _): "<?\(target)?>"
      case .namespace(let prefix, _): "xmlns:\(prefix)"
      }
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("//p", "p#a p#b p#c p"), ("//tei:p", "p#a p#b p#c p"), ("//p[1]", "p#a p#c"), ("(//p)[1]", "p#a"),
    ("//p/@n", "@n=a @n=b @n=c"), ("//p[@n]", "p#a p#b p#c"), ("//p[@n='b']", "p#b"), ("/", "/"), ("/TEI", "TEI"),
    ("/TEI/@xml:id", "@xml:id=d"), ("//@xml:id", "@xml:id=d"), ("//date/text()", "'now'"),
    ("//div[p]", "div#1 div#2"), ("//div [ p ] / p", "p#a p#b p#c p"), ("//child::div", "div#1 div#2 div"),
    ("//p/parent::div", "div#1 div#2"), ("//date/ancestor::*", "TEI text body div#1 p#a"),
    ("//date/ancestor-or-self::p", "p#a"), ("//p[@n='c']/preceding::p", "p#a p#b"),
    ("//p/attribute::n", "@n=a @n=b @n=c"), ("//p/attribute::*[name()='n']", "@n=a @n=b @n=c"),
    ("//attribute::n[. = 'a']", "@n=a"), ("//@n[parent::p]", "@n=a @n=b @n=c"),
    ("//@*[parent::div]", "@n=1 @n=2"), ("//p[following-sibling::p]", "p#a p#c"),
    ("//div/div", ""), ("//body/div[3]", "div"), ("//mod", "mod"), ("//and[@n = 'and']", "and#and"),
    ("//body/and/@n", "@n=and"), ("6 div 3", "2"), ("7 mod 4", "3"), ("count(//div) div count(//p)", "0.75"),
    ("//mod mod 4", "2"), ("//mod * 2", "12"), ("2 * 3", "6"), ("count(//*)", "14"), ("//body/*[4]", "mod"),
    ("//* [self::mod or self::and]", "mod and#and"), ("//and and //mod", "true"), ("//and or //div", "true"),
    ("//div div 2", "NaN"), ("-1", "-1"), ("- -1 - 1", "0"), ("1-1", "0"), ("'//p'", "//p"), ("\"a 'b' p\"", "a 'b' p"),
    ("string(//p)", "one now"), ("concat('a', //date, 'b')", "anowb"), ("//p | //date", "p#a date p#b p#c p"),
    ("//date|//div", "div#1 date div#2 div"), ("//p[contains(., 'o') and not(date)]", "p#b p"),
    ("//comment()", "<!--c-->"), ("//processing-instruction()", "<?t?>"), ("//processing-instruction('t')", "<?t?>"),
    ("//p/node()[self::comment()]", "<!--c-->"), ("//p[last()]", "p#b p"), ("//p[position() < 2]", "p#a p#c"),
    ("//p[position()=last()]/@n", "@n=b"), ("..", ""), (".", "/"), ("//date/..", "p#a"), ("//date/../..", "div#1"),
    ("//div[p/date]", "div#1"), ("//div[p[date]]", "div#1"), ("id('d')", "TEI"), ("id('d')/text/body/mod", "mod"),
    ("//*[local-name()='p'][namespace-uri()='urn:x']", "p"), ("boolean(//nothing)", "false"), ("1 < 2", "true"),
    ("//p[@n!='a']", "p#b p#c"), ("sum(//div[@n]/@n)", "3"), ("//tei:*[@n='1']", "div#1"), ("//xml:p", ""),
    ("//date/namespace::x", "xmlns:x"), (".5 + 1.", "1.5"), ("//descendant-or-self::mod", "mod"),
    ("//p[@n='a' or @n='c'][1]", "p#a p#c"), ("/descendant::p[2]", "p#b"), ("//p [. = 'two']", "p#b"),
    ("normalize-space(' a  b ')", "a b"), ("(//p | //mod)[last()]", "mod"),
    ("//div[@n='2']/p/following::*", "p div mod and#and p"),
  ])
  func readsUnprefixedNamesInTheDefaultNamespace(expression: String, expected: String) throws {
    let document = try ParsingTests.parse(Self.text)
    let path = try XPath(expression, defaultNamespace: XMLNamespace.tei)
    #expect(Self.shown(try path.evaluate(on: document)) == expected)
  }

  @Test func withoutDefaultNamespaceUnprefixedNamesMeanNone() throws {
    let document = try ParsingTests.parse(Self.text)
    #expect(Self.shown(try XPath("//p").evaluate(on: document)) == "")
    #expect(Self.shown(try XPath("//o:p", namespaces: ["o": "urn:x"]).evaluate(on: document)) == "p")
  }

  @Test func evaluatesOnAnElement() throws {
    let document = try ParsingTests.parse(Self.text)
    let body = try #require(document.root.child("text")?.child("body"))
    let path = try XPath("div[2]/p", defaultNamespace: XMLNamespace.tei)
    #expect(Self.shown(try path.evaluate(on: body)) == "p#c p")
  }

  @Test(arguments: [
    ("//p[", "expected an expression, found the end, at column 5"),
    ("", "expected an expression, found the end, at column 1"),
    ("//p]", "expected an operator or the end, found \"]\", at column 4"),
    ("//", "expected a name, \"*\" or a node type"),
    ("p[1", "expected \"]\", found the end, at column 4"), ("'abc", "expected a closing '"),
    ("foo(1)", "expected a function"),
    ("a b", "expected an operator, found \"b\", at column 3"),
    ("x:p", "expected a prefix among \"tei\", \"xml\", found \"x\""),
    ("$v", "expected no variable"), ("a::b", "expected an axis such as \"child\", found \"a\""),
    ("p[@]", "found \"]\", at column 4"),
    ("é ! b", "expected no \"!\", at column 3"), ("count(p", "expected \")\""), ("a|-b", "expected an expression"),
    ("p[1]]", "at column 5"), ("text(1)", "expected \")\", found \"1\""), ("concat(,)", "expected an expression"),
    ("@@a", "found \"@\""),
  ])
  func saysWhatIsExpected(expression: String, expected: String) {
    #expect {
      _ = try XPath(expression, defaultNamespace: XMLNamespace.tei)
    } throws: { error in
      let description = String(describing: error)
      return description.hasPrefix("error[xpath-syntax]: \"\(expression)\" is no XPath 1.0: ")
        && description.contains(expected)
    }
  }

  @Test func boundsNesting() {
    let deep = String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)
    #expect(throws: XMLError.self) { try XPath(deep) }
    #expect(throws: XMLError.self) { try XPath(String(repeating: "p[", count: 10_000)) }
  }

  @Test func findsIdentifiersOfABuiltDocument() throws {
    let builder = XMLTreeBuilder(root: "TEI", namespace: XMLNamespace.tei)
    builder.attribute("xml:id", "a")
    builder.close()
    let document = builder.finish()
    #expect(Self.shown(try XPath("id('a')").evaluate(on: document)) == "TEI")
    #expect(Self.shown(try XPath("//@xml:id").evaluate(on: document)) == "@xml:id=a")
  }

  @Test func reportsFaultsOfEvaluation() throws {
    let document = try ParsingTests.parse(Self.text)
    let path = try XPath("count('a')")
    #expect {
      _ = try path.evaluate(on: document)
    } throws: { ($0 as? XMLError)?.code == .xpathEvaluation }
  }

  @Test func runsOnSeveralThreadsAtOnce() async throws {
    let document = try ParsingTests.parse(Self.text)
    let path = try XPath("count(//p[contains(., 'o')])", defaultNamespace: XMLNamespace.tei)
    let found = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        group.addTask { try (0..<500).map { _ in try path.evaluate(on: document).string } }
      }
      return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
    }
    #expect(found == ["3"])
  }
}
