import ArticleModel
import Testing
import XML

/// Which W3C XML Schemas are compiled, and what is said of those that are not.
@Suite struct W3CSchemaTests {
  private static let head = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""

  /// Compiles the first of some files, which see each other.
  private func compile(_ files: KeyValuePairs<String, String>) throws(XMLError) {
    let known = Dictionary(uniqueKeysWithValues: files.map { ("file:///s/" + $0.key, $0) })
    _ = try W3CSchema(uri: "file:///s/" + files[0].key) { uri, _ in
      known[uri].map { XMLResource(name: $0.key, bytes: Array($0.value.utf8)) }
    }
  }

  private func fault(_ files: KeyValuePairs<String, String>) -> String? {
    do throws(XMLError) {
      try compile(files)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func takesInOtherDocuments() throws {
    let main =
      Self.head + " xmlns='urn:a' targetNamespace='urn:a'><xs:include schemaLocation='sub/types.xsd'/>"
      + "<xs:import namespace='urn:b' schemaLocation='b.xsd'/><xs:element name='doc' type='T'/></xs:schema>"
    let types = Self.head + "><xs:include schemaLocation='../more.xsd'/><xs:complexType name='T'/></xs:schema>"
    let other = Self.head + " targetNamespace='urn:b'/>"
    #expect(
      fault(["m.xsd": main, "sub/types.xsd": types, "more.xsd": Self.head + "/>", "b.xsd": other]) == nil)
  }

  @Test func takesInDocumentsInACircle() {
    let one = Self.head + "><xs:include schemaLocation='b.xsd'/><xs:element name='a'/></xs:schema>"
    let two = Self.head + "><xs:include schemaLocation='a.xsd'/><xs:element name='b'/></xs:schema>"
    #expect(fault(["a.xsd": one, "b.xsd": two]) == nil)
  }

  @Test func saysWhatIsMissing() {
    let main = Self.head + ">\n  <xs:include schemaLocation='types.xsd'/></xs:schema>"
    #expect(
      fault(["m.xsd": main])
        == "m.xsd:2:3: error[schema-unreadable]: \"/s/types.xsd\" is not at hand; nothing is fetched; put the file there, "
        + "or name a catalog that knows it with --catalog FILE")
    let network = Self.head + "><xs:import namespace='urn:x' schemaLocation='http://example.org/x.xsd'/></xs:schema>"
    #expect(fault(["m.xsd": network])?.contains("\"http://example.org/x.xsd\" is not at hand") == true)
  }

  @Test(
    "the xml namespace needs no file",
    arguments: ["", " schemaLocation='xml.xsd'", " schemaLocation='http://www.w3.org/2001/xml.xsd'"])
  func carriesTheXMLNamespace(location: String) {
    let main =
      Self.head + "><!-- é --><xs:import namespace='http://www.w3.org/XML/1998/namespace'\(location)/>"
      + "<xs:element name='a'><xs:complexType><xs:attributeGroup ref='xml:specialAttrs'/>"
      + "</xs:complexType></xs:element></xs:schema>"
    #expect(fault(["m.xsd": main]) == nil)
  }

  @Test(
    "faults have their place",
    arguments: [
      (
        "><xs:element name='a'\n type='T'/></xs:schema>",
        "m.xsd:1:56: error[schema-reference]: element declaration \"a\", attribute \"type\": the QName value \"T\" does not resolve "
          + "to a type definition"
      ),
      (
        "><xs:element/></xs:schema>",
        "m.xsd:1:56: error[schema-syntax]: element \"element\": the attribute \"name\" is required but missing"
      ),
      (
        "><xs:element name='a'><xs:complexType><xs:sequence>\n<xs:assert test='1'/></xs:sequence></xs:complexType>"
          + "</xs:element></xs:schema>",
        "m.xsd:2:1: error[schema-syntax]: \"assert\" is of XSD 1.1; expected a schema of XSD 1.0"
      ),
      (
        " xmlns:vc='http://www.w3.org/2007/XMLSchema-versioning' vc:minVersion='1.1'/>",
        "m.xsd:1:1: error[schema-syntax]: the schema is for XSD 1.1; expected XSD 1.0"
      ),
      (">\n<xs:element>", "m.xsd:2:13: error[schema-unreadable]"),
    ])
  func refuses(schema: String, expected: String) {
    let told = fault(["m.xsd": Self.head + schema])
    #expect(told?.hasPrefix(expected) == true, "\(told ?? "nothing")")
  }

  @Test func refusesWhatIsNoSchema() {
    #expect(fault(["m.xsd": "<doc/>"])?.contains("is not a schema document") == true)
    #expect(fault(["m.xsd": ""]) != nil)
  }

  @Test func readsNoEntities() {
    let outside = "<!DOCTYPE xs:schema [<!ENTITY e SYSTEM 'file:///s/secret'>]>" + Self.head + ">&e;</xs:schema>"
    #expect(fault(["m.xsd": outside, "secret": "<xs:element name='a'/>"]) != nil)
    var bomb = "<!DOCTYPE xs:schema [<!ENTITY e0 'aaaaaaaaaa'>"
    for level in 1...12 {
      bomb += "<!ENTITY e\(level) '\(String(repeating: "&e\(level - 1);", count: 10))'>"
    }
    #expect(fault(["m.xsd": bomb + "]>" + Self.head + "><xs:annotation>&e12;</xs:annotation></xs:schema>"]) != nil)
  }

  @Test("groups that multiply are refused at once") func refusesLargeModels() {
    var schema = Self.head + "><xs:element name='r'><xs:complexType><xs:group ref='g40'/></xs:complexType></xs:element>"
    schema += "<xs:group name='g0'><xs:sequence><xs:element name='a'/></xs:sequence></xs:group>"
    for level in 1...40 {
      let below = "<xs:group ref='g\(level - 1)'/>"
      schema += "<xs:group name='g\(level)'><xs:sequence>\(below)\(below)</xs:sequence></xs:group>"
    }
    let told = fault(["m.xsd": schema + "</xs:schema>"])
    #expect(told?.contains("error[schema-limit]") == true, "\(told ?? "nothing")")
    let optional = (0..<5000).map { "<xs:element name='e\($0)' minOccurs='0'/>" }.joined()
    #expect(
      fault([
        "m.xsd": Self.head + "><xs:element name='r'><xs:complexType><xs:sequence>\(optional)</xs:sequence>"
          + "</xs:complexType></xs:element></xs:schema>"
      ])?.contains("error[schema-limit]") == true)
  }

  @Test("members of members of a substitution group count") func refusesLargeSubstitutionGroups() {
    var schema = Self.head + "><xs:element name='e0'/>"
    for number in 1...1001 {
      schema += "<xs:element name='e\(number)' substitutionGroup='e\(number - 1)'/>"
    }
    let references = String(repeating: "<xs:element ref='e0'/>", count: 1001)
    schema += "<xs:group name='g'><xs:sequence>\(references)</xs:sequence></xs:group></xs:schema>"
    #expect(fault(["m.xsd": schema])?.contains("more than a million parts") == true)
  }

  @Test func refusesDepth() {
    let deep = String(repeating: "<xs:sequence>", count: 3000)
    let told = fault(["m.xsd": Self.head + "><xs:group name='g'>" + deep])
    #expect(told?.contains("nest deeper") == true, "\(told ?? "nothing")")
  }
}
