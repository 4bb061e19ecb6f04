import TEIEncoding
import Testing
import XML

/// The text for reading of TEI that is not ours, where words are parted in the file alone.
@Suite struct WordJoinTests {
  @Test(arguments: [
    ("Wör<lb break='no'/>\n  ter <lb/>so", "Wörter so"), ("Wör\n<pb type='inWord'/>\nter", "Wörter"),
    ("<w>Wör<lb/>\n ter</w> b", "Wörter b"), ("<w part='I'>Wör</w>\n<lb/>\n<w part='F'>ter</w> b", "Wörter b"),
    ("<w part='I'>steht</w> er <w part='F'>auf</w>", "steht er auf"),
    ("<w join='right'>Hi</w>\n<pc>!</pc> <w>a</w> <pc join='left'>.</pc>", "Hi! a."),
    ("<pc join='both'>-</pc> x <pc join='both'>-</pc> y <pc join='right'>.</pc>", "-x-y ."),
  ])
  func wordsAreWhole(body: String, expected: String) throws {
    let xml = "<TEI xmlns='\(XMLNamespace.tei)'><text><body><p>\n  \(body)\n</p></body></text></TEI>"
    let document = try XMLDocument(parsing: Array(xml.utf8), name: "a.xml")
    #expect(String(decoding: DecodedArticle(document).plainText(), as: UTF8.self) == expected + "\n")
  }

  @Test func offsetsAreThoseOfTheText() throws {
    let xml =
      "<TEI xmlns='\(XMLNamespace.tei)'><text><p>Wör<lb break='no'/>\n ter <name>Ro<lb break='no'/>\n m</name></p></text></TEI>"
    let article = DecodedArticle(try XMLDocument(parsing: Array(xml.utf8), name: "a.xml"))
    #expect(article.offsets { $0 == "name" }.map(\.range) == [8..<11])
  }
}
