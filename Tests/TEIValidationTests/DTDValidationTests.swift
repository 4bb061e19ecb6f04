import ArticleModel
import TEIValidation
import Testing
import XML

/// What is said of documents that do not keep to a DTD: the same as for other schemas.
@Suite struct DTDValidationTests {
  private static let dtd = """
    <!ELEMENT doc (head, (p|pb)+, note?)>
    <!ATTLIST doc xmlns CDATA #FIXED "urn:a" xml:id ID #IMPLIED version NMTOKEN "1">
    <!ELEMENT head (#PCDATA)> <!ELEMENT p (#PCDATA|x:b)*> <!ELEMENT pb EMPTY> <!ELEMENT x:b (#PCDATA)>
    <!ATTLIST p id ID #IMPLIED to IDREF #IMPLIED kind (red|blue) #IMPLIED n NMTOKENS #IMPLIED>
    <!ATTLIST x:b xmlns:x CDATA #FIXED "urn:x">
    <!ELEMENT note ANY>
    """

  private func messages(_ document: String) throws -> [String] {
    let dtd = try DocumentTypeDefinition(uri: "file:///a.dtd") { _, _ in
      XMLResource(name: "a.dtd", bytes: Array(Self.dtd.utf8))
    }
    return try DocumentSchema(dtd, name: "a.dtd").diagnostics(of: Array(document.utf8), file: "a.xml")
      .map { "\($0.position!.line):\($0.position!.column) \($0.code) \($0.xpath ?? "-") \($0.message)" }
  }

  @Test(
    arguments: [
      "<doc xmlns='urn:a' xml:id='i' version='2'><head>x</head> <p id='j' to='i' kind='blue' n='a b'/> <pb/></doc>",
      "<doc><head/><p>a<x:b xmlns:x='urn:x'>c</x:b></p><note>x<p/><doc><head/><pb/></doc></note></doc>",
      "<!DOCTYPE doc SYSTEM 'not-read.dtd'><doc><head/><pb></pb></doc>",
    ])
  func accepts(document: String) throws { #expect(try messages(document) == []) }

  @Test(
    arguments: [
      (
        "<doc><p/></doc>",
        "1:6 content-incomplete /doc content of element \"doc\" is not complete; expected \"head\" before \"p\""
      ),
      (
        "<doc><head/><pp/></doc>",
        "1:13 element-not-allowed /doc/pp[1] unknown element \"pp\" in \"doc\"; did you mean \"p\"?"
      ),
      (
        "<doc><head/><p kind='rde'/></doc>",
        "1:13 attribute-value /doc/p[1]/@kind attribute \"kind\" of element \"p\" is \"rde\"; expected \"red\" or \"blue\""
      ),
      (
        "<doc><head/><p><b/></p></doc>",
        "1:16 element-not-allowed /doc/p[1]/b[1] element \"b\" has no prefix; expected \"x:b\""
      ),
      (
        "<doc xmlns='urn:z'><head/><p/></doc>",
        "1:1 attribute-value /doc/@xmlns attribute \"xmlns\" of element \"doc\" is \"urn:z\"; expected \"urn:a\""
      ),
      (
        "<doc><head xmlns='urn:a'/><p/></doc>",
        "1:6 attribute-not-allowed /doc/head[1]/@xmlns attribute \"xmlns\" not allowed on element \"head\""
      ),
      (
        "<doc><head/><pb> </pb></doc>",
        "1:17 text-not-allowed /doc/pb[1]/text() white space not allowed in element \"pb\", which must be empty"
      ),
      (
        "<doc><head/><p id='a'/><p id='a'/></doc>",
        "1:24 id-duplicate /doc/p[2]/@id id \"a\" stands twice in the document"
      ),
      (
        "<doc><head/><p to='a'/></doc>",
        "1:13 idref-dangling /doc/p[1]/@to nothing in the document has the identifier \"a\""
      ),
      ("<doc><head/>x<p/></doc>", "1:13 text-not-allowed /doc/text() text \"x\" not allowed in element \"doc\""),
    ])
  func rejects(document: String, expected: String) throws {
    let told = try messages(document)
    #expect(told.count == 1 && told.first?.hasPrefix(expected.split(separator: ";").first!) == true, "\(told)")
  }
}
