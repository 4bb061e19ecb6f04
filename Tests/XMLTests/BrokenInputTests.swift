import Foundation
import Testing
import XML

/// Files that break off, and files that are not in the encoding that they say.
@Suite struct BrokenInputTests {
  private static let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <?p q?><!DOCTYPE a [<!ENTITY e "f"><!ELEMENT a ANY><!ATTLIST a c CDATA 'd'>]><!-- c -->
    <a xmlns:n="u" n:b='1&amp;&#x32;'>é&e;<![CDATA[x]]><n:c/></a>
    """

  @Test func documentsThatBreakOffAreRefused() {
    let bytes = Array(Self.document.utf8)
    #expect(XMLEventReaderTests.error(bytes) == nil)
    for end in bytes.indices {
      let part = Array(bytes[..<end])
      #expect(XMLEventReaderTests.error(part) != nil)
      #expect(throws: XMLError.self) { try XMLDocument(parsing: part, name: "a.xml") }
    }
  }

  @Test(arguments: [
    (
      "<?xml version='1.0' encoding='UTF-8'?>\n<a>caf\u{E9}</a>",
      "byte 0xE9 is not UTF-8; expected UTF-8, or an XML declaration with the encoding"
    ),
    ("<?xml version='1.0' encoding='klingon'?><a/>", "encoding \"klingon\" is not known; expected UTF-8"),
    ("<a>\u{1}</a>", "character U+0001 is not allowed in XML"),
  ])
  func tellsWhatIsWrong(text: String, message: String) throws {
    let bytes = try #require(text.data(using: .isoLatin1))
    #expect(XMLEventReaderTests.error(Array(bytes))?.message == message)
  }

  @Test(arguments: [
    String.Encoding.utf8, .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32,
  ])
  func readsWhatUnicodeIsWrittenIn(encoding: String.Encoding) throws {
    let isUTF16 = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    let text = isUTF16 ? "<?xml version='1.0' encoding='UTF-16'?><a>é𝄞</a>" : "<a>é𝄞</a>"
    var bytes = Array(try #require(text.data(using: encoding)))
    // Foundation writes no mark in UTF-32.
    if encoding == .utf32, bytes[0] == 0x3C { bytes = [0xFF, 0xFE, 0, 0] + bytes }
    #expect(try XMLEventReaderTests.events(bytes).contains { $0.contains("é𝄞") })
    #expect(try XMLDocument(parsing: bytes, name: "a.xml").root.text == "é𝄞")
    if encoding != .utf8 { #expect(XMLEventReaderTests.error(Array(bytes.dropLast())) != nil) }
  }

  @Test func countsSiblingsByName() {
    var counts = SiblingCounts()
    func name(_ number: Int) -> XMLNameID { XMLNameID(rawValue: Int32(number)) }
    for round in 1...2 {
      for number in 0..<500 {
        #expect(counts.count(name(number), from: 0) == round)
        let base = counts.end
        for inner in 1...2 { #expect(counts.count(name(7), from: base) == inner) }
        counts.close(to: base)
      }
    }
    counts.close(to: 0)
    #expect(counts.count(name(7), from: 0) == 1)
  }
}
