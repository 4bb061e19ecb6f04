import TEIText
import Testing
import XML

@Suite struct DocumentTextTests {
  private func text(_ body: String, placing wanted: Set<String> = []) throws -> DocumentText {
    let xml =
      "<TEI xmlns='\(XMLNamespace.tei)' xml:lang='en'><teiHeader><p>x</p></teiHeader><text><body>\(body)</body></text></TEI>"
    let table = try XMLNodeTable(parsing: Array(xml.utf8), name: "a.xml", names: XMLNodeNames())
    return DocumentText(table, placing: wanted)
  }

  @Test(arguments: [
    ("<p>One\n  <hi>two</hi> three. </p><p>Four</p>", "One two three.\nFour"),
    ("<p>A<note>n <p>m</p></note>B</p><p>C</p>", "AB\nn\nm\nC"),
    ("<p>a <list><item>b</item><item>c</item></list> d</p>", "a\nb\nc\nd"),
    ("<p>Ver<lb break='no'/>\n bindung<lb/>en</p>", "Verbindung en"),
    ("<p>the <choice><sic>teh</sic><corr>cat</corr></choice></p>", "the cat"),
    ("<u><seg><s><w join='right'>Hi</w>\n<pc>!</pc>\n<w>You</w></s></seg></u>", "Hi! You"),
    ("<quote>q</quote><p>x <quote>y</quote></p>", "q\nx y"),
    ("<p> <pb n='1'/> </p><p>x</p>", "x"),
  ])
  func lines(body: String, expected: String) throws {
    #expect(String(decoding: try text(body).text, as: UTF8.self) == expected)
  }

  @Test func mentionsAreWhereTheirTextIs() throws {
    let text = try text(
      "<p>Mr\n <persName> Ada  <surname>Byron</surname> </persName>, <placeName><country>UK</country></placeName>.</p>")
    let found = text.mentions.map { String(decoding: text.text[$0.range], as: UTF8.self) }
    #expect(found == ["Ada Byron", "UK", "UK"])
    for mention in text.mentions {
      let source = try #require(text.sourceRange(of: mention.range))
      #expect(text.range(ofSource: source) == mention.range)
    }
  }

  @Test func sentencesAreThoseOfTheDocumentAndOfRules() throws {
    let text = try text("<p><s>One. two</s> <s>Three.</s></p><p>Four came. Five went.</p>")
    #expect(
      text.sentences.map { String(decoding: text.text[$0], as: UTF8.self) } == [
        "One. two", "Three.", "Four came.", "Five went.",
      ])
  }
}
