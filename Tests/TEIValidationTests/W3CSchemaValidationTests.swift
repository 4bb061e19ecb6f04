import ArticleModel
import Foundation
import TEIValidation
import Testing
import XML

/// What is said of documents that do not keep to a W3C XML Schema: libxml2's findings in our words and places.
@Suite struct W3CSchemaValidationTests {
  private static let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:a" targetNamespace="urn:a"
      elementFormDefault="qualified">
      <xs:import namespace="http://www.w3.org/XML/1998/namespace"/>
      <xs:element name="doc">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="head" type="xs:string"/>
            <xs:element name="item" type="Item" maxOccurs="unbounded"/>
            <xs:element name="ref" minOccurs="0" maxOccurs="unbounded">
              <xs:complexType><xs:attribute name="to" type="xs:IDREF" use="required"/>
              <xs:attribute name="key" type="xs:NCName"/></xs:complexType>
            </xs:element>
          </xs:sequence>
          <xs:attribute ref="xml:lang"/><xs:attribute name="version" fixed="1"/>
        </xs:complexType>
        <xs:key name="keys"><xs:selector xpath="a:item" xmlns:a="urn:a"/><xs:field xpath="@key"/></xs:key>
        <xs:keyref name="refs" refer="keys"><xs:selector xpath="a:ref" xmlns:a="urn:a"/><xs:field xpath="@key"/></xs:keyref>
      </xs:element>
      <xs:complexType name="Abstract" abstract="true"><xs:sequence/></xs:complexType>
      <xs:simpleType name="Colour"><xs:restriction base="xs:token"><xs:enumeration value="red"/>
        <xs:enumeration value="it's blue"/></xs:restriction></xs:simpleType>
      <xs:complexType name="Item">
        <xs:choice minOccurs="0" maxOccurs="unbounded">
          <xs:element name="when" type="xs:date" nillable="true"/>
          <xs:element name="colour" type="Colour"/>
          <xs:element name="small"><xs:simpleType><xs:restriction base="xs:int"><xs:maxInclusive value="10"/>
            </xs:restriction></xs:simpleType></xs:element>
          <xs:element name="code"><xs:simpleType><xs:restriction base="xs:token"><xs:pattern value="[A-Z]{2}"/>
            </xs:restriction></xs:simpleType></xs:element>
          <xs:element name="empty"><xs:complexType/></xs:element>
          <xs:element name="wild"><xs:complexType><xs:sequence><xs:any namespace="##other"/></xs:sequence>
            </xs:complexType></xs:element>
          <xs:element name="shape" type="Abstract"/>
        </xs:choice>
        <xs:attribute name="key" type="xs:NCName" use="required"/><xs:attribute name="id" type="xs:ID"/>
        <xs:attribute name="three"><xs:simpleType><xs:restriction base="xs:string"><xs:length value="3"/>
          </xs:restriction></xs:simpleType></xs:attribute>
      </xs:complexType>
    </xs:schema>
    """

  private static let schema = Result {
    DocumentSchema(
      try W3CSchema(uri: "file:///a.xsd") { uri, _ in
        uri == "file:///a.xsd" ? XMLResource(name: "a.xsd", bytes: Array(xsd.utf8)) : nil
      })
  }

  private func messages(_ document: String) throws -> [String] {
    try Self.schema.get().diagnostics(of: Array(document.utf8), file: "a.xml")
      .map { "\($0.position!.line):\($0.position!.column) \($0.code) \($0.xpath ?? "-") \($0.message)" }
  }

  private func inItem(_ content: String) -> String {
    "<doc xmlns='urn:a'><head/><item key='k'>\(content)</item></doc>"
  }

  @Test func accepts() throws {
    #expect(
      try messages(
        "<a:doc xmlns:a='urn:a' xml:lang='' version='1' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' "
          + "i:schemaLocation='urn:a evil.xsd'><a:head>é &amp; x</a:head><a:item key='k' id='i'><a:when>2024-05-17</a:when>"
          + "<a:when i:nil='true'/></a:item><a:ref to='i' key='k'/></a:doc>") == [])
  }

  @Test(
    arguments: [
      (
        "<doc/>",
        "1:1 element-not-allowed /doc element \"doc\" not allowed as root; the schema has none of that name without namespace"
      ),
      (
        "<doc xmlns='urn:a'><head/></doc>",
        "1:27 content-incomplete /doc content of element \"doc\" is not complete; expected \"item\""
      ),
      (
        "<doc xmlns='urn:a' foo=''><head/><item key='k'/></doc>",
        "1:1 attribute-not-allowed /doc/@foo attribute \"foo\" not allowed on element \"doc\""
      ),
      ("<doc xmlns='urn:a' xml:lang='1'><head/><item key='k'/></doc>", "1:1 attribute-value /doc/@xml:lang"),
      (
        "<doc xmlns='urn:a' version='2'><head/><item key='k'/></doc>",
        "1:1 attribute-value /doc/@version attribute \"version\" of element \"doc\" is \"2\"; expected \"1\""
      ),
      (
        "<doc xmlns='urn:a'><head><b/></head><item key='k'/></doc>",
        "1:26 element-not-allowed /doc/head[1]/b[1] element \"b\" not allowed in \"head\"; expected text alone"
      ),
      (
        "<doc xmlns='urn:a'><head/>\n x<item key='k'/></doc>",
        "2:2 text-not-allowed /doc/text() text \"x\" not allowed in element \"doc\""
      ),
      (
        "<doc xmlns='urn:a'><head/><item/></doc>",
        "1:27 attribute-missing /doc/item[1] element \"item\" has no attribute \"key\""
      ),
      (
        "<doc xmlns='urn:a'><head/><item key='k' three='ab'/></doc>",
        "1:27 attribute-value /doc/item[1]/@three attribute \"three\" of element \"item\" is \"ab\"; expected a length of 3"
      ),
      (
        "<doc xmlns='urn:a'><head/><item key='k'/><item key='k'/></doc>",
        "1:42 id-duplicate /doc/item[2] element \"item\": duplicate key-sequence [\"k\"] in key identity-constraint \"keys\""
      ),
      (
        "<doc xmlns='urn:a'><head/><item key='k' id='i'/><item key='l' id='i'/></doc>",
        "1:49 id-duplicate /doc/item[2]/@id id \"i\" stands twice in the document"
      ),
      (
        "<doc xmlns='urn:a'><head/><item key='k' id='i'/><ref to='i' key='l'/></doc>",
        "1:1 idref-dangling /doc element \"ref\": no match found for key-sequence [\"l\"] of keyref \"refs\""
      ),
      (
        "<doc xmlns='urn:a'><head/><item key='k'/><ref to='i'/></doc>",
        "1:42 idref-dangling /doc/ref[1]/@to nothing in the document has the identifier \"i\""
      ),
    ])
  func rejects(document: String, expected: String) throws {
    let told = try messages(document)
    #expect(told.count == 1 && told.first?.hasPrefix(expected) == true, "\(told)")
  }

  @Test(
    arguments: [
      (
        "<wen/>",
        "element-not-allowed /doc/item[1]/wen[1] element \"wen\" not allowed here in \"item\"; did you mean \"when\"?"
      ),
      (
        "<when>2024</when>",
        "content-value /doc/item[1]/when[1] content of element \"when\" is \"2024\"; expected a date as \"2024-06-13\""
      ),
      (
        "<small>11</small>",
        "content-value /doc/item[1]/small[1] content of element \"small\" is \"11\"; expected 10 or less"
      ),
      (
        "<code>abc</code>",
        "content-value /doc/item[1]/code[1] content of element \"code\" is \"abc\"; expected text that matches [A-Z]{2}"
      ),
      (
        "<colour>rad</colour>",
        "content-value /doc/item[1]/colour[1] content of element \"colour\" is \"rad\"; expected \"red\" or \"it's blue\""
      ),
      ("<empty>x</empty>", "text-not-allowed /doc/item[1]/empty[1]/text() text \"x\" not allowed in element \"empty\""),
      (
        "<empty><when/></empty>",
        "element-not-allowed /doc/item[1]/empty[1]/when[1] element \"when\" not allowed in \"empty\"; expected nothing in it"
      ),
      (
        "<wild><z xmlns='urn:z'/></wild>",
        "element-not-allowed /doc/item[1]/wild[1]/z[1] element \"z\" not allowed in \"wild\"; the schema has none of that "
          + "name in namespace \"urn:z\""
      ),
      ("<shape/>", "schema-rule /doc/item[1]/shape[1] element \"shape\": the type definition is abstract"),
      (
        "<when xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'>x</when>",
        "text-not-allowed /doc/item[1]/when[1]/text() text \"x\" not allowed in element \"when\""
      ),
    ])
  func rejectsInAnItem(content: String, expected: String) throws {
    let told = try messages(inItem(content))
    #expect(told.count == 1 && told.first?.contains(expected) == true, "\(told)")
  }

  @Test func linesBeyondTheLimitOfLibxml2() throws {
    let lines = String(repeating: "\n", count: 70_000)
    #expect(try messages(inItem(lines + " <wen/>")).first?.hasPrefix("70001:2 ") == true)
  }

  @Test func aDocumentIsNotToldOfTheOneBefore() throws {
    let schema = try Self.schema.get()
    #expect(throws: XMLError.self) {
      try schema.diagnostics(of: Array("<doc xmlns='urn:a'><item>".utf8), file: "a.xml")
    }
    #expect(try messages(inItem("")) == [])
  }

  @Test func threadsShareASchema() async throws {
    let schema = try Self.schema.get()
    let good = Array(inItem("<when>2024-05-17</when>").utf8)
    let bad = Array(inItem("<when>never</when><colour>green</colour>").utf8)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<64 {
        group.addTask { try schema.diagnostics(of: number % 2 == 0 ? good : bad, file: "a.xml").count }
      }
      let counts = try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      #expect(counts == [0: 32, 2: 32])
    }
  }
}
