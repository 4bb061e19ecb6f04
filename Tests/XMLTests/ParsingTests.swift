import ArticleModel
import Testing
import XML

@Suite struct ParsingTests {
  static func parse(_ text: String) throws -> XMLDocument { try XMLDocument(parsing: Array(text.utf8), name: "a.xml") }

  static func error(_ text: String) -> XMLError? {
    do {
      _ = try parse(text)
      return nil
    } catch {
      return error as? XMLError
    }
  }

  @Test func readsElementsAttributesAndNodes() throws {
    let document = try Self.parse(
      "<?xml version='1.0'?><?m href=\"x\"?><TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='d'>"
        + "<p when=\"1 &lt; 2\">a<hi>b</hi><![CDATA[c]]><!--d--><?e f?></p><p/></TEI>")
    #expect(document.processingInstructions.map(\.target) == ["m"])
    #expect(document.processingInstructions.map(\.content) == ["href=\"x\""])
    let root = document.root
    #expect(root.name == "TEI" && root.namespace == XMLNamespace.tei && root.parent == nil)
    #expect(root["xml:id"] == "d" && root["id"] == nil)
    #expect(root.children.map(\.name) == ["p", "p"])
    let paragraph = try #require(root.child("p"))
    #expect(paragraph["when"] == "1 < 2")
    #expect(paragraph.attributes.map(\.name) == ["when"])
    #expect(paragraph.text == "abc")
    let hi = try #require(paragraph.child("hi"))
    #expect(
      paragraph.nodes == [
        .text("a"), .element(hi), .text("c"), .comment("d"), .processingInstruction(target: "e", content: "f"),
      ])
    #expect(hi.parent == paragraph)
    #expect(hi.path == "/TEI/p[1]/hi[1]")
    #expect(Array(root.children)[1].path == "/TEI/p[2]")
    #expect(root.descendants.map(\.name) == ["p", "hi", "p"])
  }

  @Test(arguments: [
    ("", "a.xml:1:1: error[xml-syntax]: the file is empty; expected an element"),
    ("<a>\n <b></a>", "a.xml:2:5: error[xml-syntax]: end tag \"a\" closes element \"b\" of line 2; expected \"</b>\""),
    ("<a", "xml-syntax"), ("<a/><b/>", "xml-syntax"), ("<a x='1' x='2'/>", "xml-syntax"),
    ("<a>&nbsp;</a>", "xml-syntax"),
    ("<p:a/>", "xml-syntax"), ("text", "xml-syntax"), ("<a>\u{1}</a>", "xml-"),
    ("<?xml version='1.0' encoding='no-such'?><a/>", "error[xml-encoding]: encoding \"no-such\" is not known"),
  ])
  func refusesWhatIsNotWellFormed(text: String, expected: String) throws {
    let error = try #require(Self.error(text))
    #expect(error.description.contains(expected), "\(error)")
  }

  @Test func refusesBrokenUTF8() {
    #expect(throws: XMLError.self) {
      try XMLDocument(parsing: Array("<a>".utf8) + [0xFF] + Array("</a>".utf8), name: "b")
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x '<b/>'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;'>]><a>&z;</a>",
    "<!DOCTYPE a SYSTEM 'no-such.dtd'><a>&mdash;</a>",
    "<!DOCTYPE a SYSTEM 'no-such.dtd'><a b='&mdash;'/>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><a>&x;</a>",
  ])
  func refusesEntitiesThatAreNotPlainText(text: String) throws {
    let error = try #require(Self.error(text), "\(text)")
    #expect([.xmlEntity, .xmlSyntax].contains(error.code), "\(error)")
  }

  @Test func replacesEntitiesDeclaredInTheFile() throws {
    let document = try Self.parse("<!DOCTYPE a [<!ENTITY d '—'>]><a x='1&d;2&#33;'>a&d;b&amp;</a>")
    #expect(document.root.text == "a—b&")
    #expect(document.root["x"] == "1—2!")
    #expect(document.root.nodes.count <= 3)
    #expect(try XPath("string(@x)").evaluate(on: document.root).string == "1—2!")
  }

  @Test func boundsWhatEntitiesAdd() throws {
    let long = String(repeating: "x", count: 60_000)
    let uses = String(repeating: "&l;", count: 5000)
    #expect(Self.error("<!DOCTYPE a [<!ENTITY l '\(long)'>]><a>\(uses)</a>") != nil)
    #expect(Self.error("<!DOCTYPE a [<!ENTITY l '\(long)'>]><a b='\(uses)'/>") != nil)
    let elements = String(repeating: "<b/>", count: 5000)
    let error = Self.error("<!DOCTYPE a [<!ATTLIST b c CDATA '\(long)'>]><a>\(elements)</a>")
    #expect(error?.code == .xmlLimit)
  }

  @Test func boundsDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(Self.error(nested(2000)) == nil)
    #expect(Self.error(nested(3000))?.code == .xmlLimit)
    #expect(Self.error(nested(1_000_000))?.code == .xmlLimit)
  }

  @Test func boundsAttributes() {
    func element(_ count: Int) -> String { "<a " + (0..<count).map { "b\($0)=''" }.joined(separator: " ") + "/>" }
    #expect(Self.error(element(5000)) == nil)
    #expect(Self.error(element(1_000_000))?.code == .xmlLimit)
    let names = (0..<100_000).map { "n\($0)" }.joined(separator: "|")
    #expect(Self.error("<!DOCTYPE a [<!ATTLIST a b (\(names)) #IMPLIED>]><a/>")?.code == .xmlLimit)
  }

  @Test func takesNamesAndAttributesOfAnyLength() throws {
    let value = String(repeating: "y", count: 11_000_000)
    #expect(try Self.parse("<a b='\(value)'/>").root["b"]?.utf8.count == 11_000_000)
  }

  @Test func doesNotTakeADoubledIdentifierForASyntaxError() throws {
    #expect(
      try Self.parse("<a><b xml:id='x'/><b xml:id='x'/><b xml:id='1 2'/></a>").root.children.map { $0["xml:id"] }.count
        == 3)
  }
}
