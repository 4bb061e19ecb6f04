import ArticleModel
import TEIValidation
import Testing

@Suite struct DocumentIdentifierTests {
  @Test(arguments: [
    ("drone-deal", "drone-deal"), ("a_b.c-1", "a_b_c-1"), ("", "_"), ("1", "_1"), ("-a", "_-a"), (".a", "_a"),
    ("_a", "_a"),
    ("a b:c/d", "a_b_c_d"), (" a", "_a"), ("Überblick", "Überblick"), ("中文", "中文"), ("·a", "_·a"), ("a·", "a·"),
    ("a\u{301}", "a\u{301}"), ("\u{301}a", "_\u{301}a"), ("×÷", "__"), ("😀", "_"), ("a😀", "a_"), ("٣", "_٣"),
    ("a‿b", "a_b"),
  ])
  func makesNames(stem: String, name: String) {
    #expect(Array(DocumentIdentifier.ncName(stem: stem).unicodeScalars) == Array(name.unicodeScalars))
    #expect(DocumentIdentifier.isNCName(name))
  }

  /// Every character that may stand in a name is one that the validator takes in an `ID`.
  @Test func agreesWithTheValidator() throws {
    let schema = try DocumentSchema(
      bytes: Array(
        """
        <element name="a" xmlns="http://relaxng.org/ns/structure/1.0" \
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><zeroOrMore><element name="b">\
        <attribute name="c"><data type="NCName"/></attribute></element></zeroOrMore></element>
        """.utf8), name: "a.rng")
    var text = "<a>"
    for code in UInt32(0x21)...0x1FFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      text += "<b c='\(DocumentIdentifier.ncName(stem: String(scalar)))'/>"
      if code % 0x1000 == 0 {
        #expect(try schema.diagnostics(of: Array((text + "</a>").utf8), file: "a.xml") == [])
        text = "<a>"
      }
    }
  }
}
