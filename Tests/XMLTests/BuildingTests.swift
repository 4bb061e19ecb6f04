import Testing
import XML

@Suite struct BuildingTests {
  @Test func buildsAndWrites() throws {
    let builder = XMLTreeBuilder(
      root: "TEI", namespace: XMLNamespace.tei, additionalNamespaces: [("xi", XMLNamespace.xinclude)])
    builder.processingInstruction("xml-model", "href=\"a.rng\"")
    builder.processingInstruction("second", "")
    builder.attribute("xml:id", "d.é")
    builder.attribute("n", "a<b>&\"'\n\t\r&amp;—")
    builder.open("p")
    builder.text("Fish & <chips> ")
    builder.text("]]> \r\n—\t")
    builder.open("hi")
    builder.text("x")
    builder.close()
    builder.text("y")
    builder.text("z")
    builder.close()
    builder.open("include", prefix: "xi")
    builder.attribute("href", "a b.xml")
    builder.close()
    builder.close()
    let document = builder.finish()
    let bytes = document.serialized()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <?xml-model href="a.rng"?>
        <?second?>
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude" xml:id="d.é" \
        n="a&lt;b&gt;&amp;&quot;'&#10;&#9;&#13;&amp;amp;—"><p>Fish &amp; &lt;chips&gt; ]]&gt; &#13;
        —\t<hi>x</hi>yz</p><xi:include href="a b.xml"/></TEI>

        """)
    let again = try XMLDocument(parsing: bytes, name: "again")
    #expect(again.root.text == document.root.text)
    #expect(again.root["n"] == document.root["n"])
    #expect(again.serialized() == bytes)
    #expect(document.root.child("p")?.text == "Fish & <chips> ]]> \r\n—\txyz")
    #expect(document.root.descendants.map(\.path) == ["/TEI/p[1]", "/TEI/p[1]/hi[1]", "/TEI/xi:include[1]"])
  }

  @Test func writesAnElementAloneWithItsNamespace() throws {
    let document = try ParsingTests.parse(
      "<TEI xmlns='http://www.tei-c.org/ns/1.0' xmlns:x='urn:x'><p xml:id='é'>a<x:b/>&lt;</p></TEI>")
    let paragraph = try #require(document.root.child("p"))
    let text = String(decoding: paragraph.serialized(), as: UTF8.self)
    #expect(text == "<p xmlns=\"http://www.tei-c.org/ns/1.0\" xmlns:x=\"urn:x\" xml:id=\"é\">a<x:b/>&lt;</p>")
  }

  @Test func writesWithoutReformatting() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <?a b?>
      <!-- c -->
      <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <p>x  <hi/> <![CDATA[<]]></p>\t<q a="é"/>
      </TEI>

      """
    #expect(String(decoding: try ParsingTests.parse(text).serialized(), as: UTF8.self) == text)
  }

  @Test func replacesCharactersThatXMLDoesNotAdmit() throws {
    let builder = XMLTreeBuilder(root: "TEI", namespace: XMLNamespace.tei)
    builder.attribute("n", "a\u{0}b\u{1F}\u{FFFE}")
    builder.text("long enough for words: \u{1} and \u{FFFF}, not \u{FFFD} or \u{EFFF}\u{7F}\u{85}")
    builder.close()
    let document = builder.finish()
    #expect(document.root["n"] == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
    #expect(document.root.text == "long enough for words: \u{FFFD} and \u{FFFD}, not \u{FFFD} or \u{EFFF}\u{7F}\u{85}")
    _ = try XMLDocument(parsing: document.serialized(), name: "again")
  }

  @Test func appendsManySmallTexts() {
    let builder = XMLTreeBuilder(root: "TEI", namespace: XMLNamespace.tei)
    for _ in 0..<200_000 { builder.text("abc ") }
    builder.close()
    #expect(builder.finish().root.text.utf8.count == 800_000)
  }
}
