import ArchivePipeline
import ArticleModel
import FoundationEssentials
import TEIEncoding
import Testing
import XML

@Suite struct SourceLayoutTests {
  static func document(_ text: String) throws -> XMLDocument {
    let article = try #require(Annotator().annotate(SourceText(name: "a.txt", text)))
    return try XMLDocument(
      parsing: TEIEncoder().encode(article, identifier: "a").document.serialized(), name: "a.xml")
  }

  @Test func jsonRoundTrip() throws {
    var layout = SourceLayout()
    layout.encoding = "ISO-8859-1"
    layout.bytes = "QUI="
    layout.lineEnd = "\r\n"
    layout.gaps = ["start p": "\u{FEFF}", "p p": "\r\n\u{B}\u{C}\u{85}\u{2028}\"\\/"]
    layout.departures = ["p.1": "\u{A0}\u{200B}"]
    layout.replacements = [
      "p.1": [SourceLayout.Replacement(at: 1, length: 3, source: "\u{0}\u{FFFE}\u{7F}\u{FFFF}\u{FFFD}\u{F7FF}")]
    ]
    let json = layout.json()
    #expect(!json.contains(0x7F))
    let back = try #require(SourceLayout(json: json))
    #expect(back.gaps.count == layout.gaps.count)
    #expect(back == layout)
    #expect(
      back.replacements?["p.1"]?[0].source.unicodeScalars.map(\.value) == [0, 0xFFFE, 0x7F, 0xFFFF, 0xFFFD, 0xF7FF])
    #expect(back.originalBytes == [0x41, 0x42])
  }

  @Test func whatTheEncodingImpliesIsSaidOnce() throws {
    let items = (1...40).map { "- item \($0)" }.joined(separator: "\n")
    let layout = try #require(try DecodedArticle(Self.document("It rained.\n\n\(items)\n\nIt stopped.\n")).layout)
    #expect(
      layout.gaps == [
        "start p": "", "p item-bulleted-1": "\n\n- ", "item-bulleted-1 item-bulleted-1": "\n- ",
        "item-bulleted-1 p": "\n\n",
        "p end": "\n",
      ])
    #expect(layout.departures == nil)
    #expect(layout.replacements == nil)
    #expect(layout.lineEnd == nil)
  }

  @Test func charactersThatXMLRefusesAreRecorded() throws {
    let decoded = try DecodedArticle(Self.document("a\u{0}b\u{FFFF}c\u{7F}d"))
    #expect(String(decoding: decoded.runs[0].text, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}c\u{7F}d")
    let replacements = try #require(decoded.layout?.replacements?.values.first)
    #expect(replacements.map(\.at) == [1, 5])
    #expect(decoded.sourceText() == Array("a\u{0}b\u{FFFF}c\u{7F}d".utf8))
  }

  /// Every layout is canonical: gaps that Unicode calls equal and that are not the same bytes stay apart.
  @Test func gapsAreToldApartByTheirBytes() throws {
    let text = "one one\n\u{2002}\ntwo two\n\u{2000}\nthree three\n\u{2002}\nfour four"
    #expect(try DecodedArticle(Self.document(text)).sourceText() == Array(text.utf8))
  }
}
