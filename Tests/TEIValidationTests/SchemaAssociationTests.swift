import TEIValidation
import Testing
import XML

@Suite struct SchemaAssociationTests {
  private static func instruction(_ data: String) -> ModelInstruction? { try? ModelInstruction(data: data, line: 2) }

  @Test(arguments: [
    ("href='a' schematypens='http://relaxng.org/ns/structure/1.0' type='application/xml'", SchemaLanguage.relaxNG),
    ("href='a' schematypens='http://purl.oclc.org/dsdl/schematron'", .schematron),
    ("href='a.rng' type='application/xml' schematypens='http://purl.oclc.org/dsdl/schematron'", .schematron),
    ("href='a' schematypens='http://www.w3.org/2001/XMLSchema'", .w3cSchema),
    ("href='a' type='application/xml-dtd'", .dtd),
    ("href='a' type='application/relax-ng-compact-syntax'", .relaxNGCompact),
    ("href='a.rnc' schematypens='http://relaxng.org/ns/structure/1.0'", .relaxNGCompact),
    ("href='a.RNG?x.y'", .relaxNG), ("href='a.sch'", .schematron), ("href='a.xsd'", .w3cSchema), ("href='a.dtd'", .dtd),
    ("href='a.xml'", nil), ("href='a' schematypens='urn:other'", nil),
  ])
  func tellsTheLanguage(data: String, expected: SchemaLanguage?) {
    #expect(Self.instruction(data)?.language == expected)
    #expect(Self.instruction(data)?.href.hasPrefix("a") == true)
  }

  @Test func readsPseudoAttributes() {
    let found = Self.instruction(" href = \"a&amp;b&#x41;'.rng\"\n\tphase='p' title='x > y' ")
    #expect(found?.href == "a&bA'.rng" && found?.phase == "p" && found?.line == 2)
    for broken in [
      "", "href", "href=", "href=a", "href='a", "='a'", "title='x'", "href=''", "href='&x;'", "href='&#0x;'",
    ] {
      #expect(Self.instruction(broken) == nil, "\(broken)")
    }
    #expect {
      try ModelInstruction(data: "type='x'", line: 3)
    } throws: {
      ($0 as? ModelInstruction.Fault)?.message == "xml-model has no href; expected the address of a schema"
    }
  }

  private let document = URIReference(filePath: "/archive/x/a.xml")

  @Test func looksBesideTheFileThenInCatalogsThenInTheProgram() throws {
    let text = """
      <catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'>
        <uri name='http://a/tei.rng' uri='tei.rng'/><system systemId='http://a/sys.rng' uri='sys.rng'/>
        <uri name='local.rng' uri='l.rng'/><uri name='file:///archive/x/abs.rng' uri='http://b/not-local'/>
        <rewriteURI uriStartString='http://c/' rewritePrefix='file:///c/'/>
      </catalog>
      """
    let catalog = try XMLCatalog(parsing: Array(text.utf8), name: "c", uri: URIReference("file:///cat/c.xml"))
    let locator = SchemaLocator(catalogs: CatalogResolver(files: [URIReference("c")]) { _ in catalog })
    func places(_ href: String) -> [SchemaLocator.Place] { locator.places(of: href, from: document) }
    #expect(places("../s/t.rng") == [.file("/archive/s/t.rng")])
    #expect(places("http://a/tei.rng") == [.file("/cat/tei.rng")])
    #expect(places("http://a/sys.rng") == [.file("/cat/sys.rng")])
    #expect(places("local.rng") == [.file("/archive/x/local.rng"), .file("/cat/l.rng")])
    #expect(places("abs.rng") == [.file("/archive/x/abs.rng")])
    #expect(places("http://c/d/teikit.rng") == [.file("/c/d/teikit.rng"), .carried("teikit.rng")])
    #expect(places("http://z/tei.rng") == [])
    #expect(places("//host/tei.rng") == [])
    #expect(
      SchemaLocator().places(of: "schemas/teikit.rng", from: document)
        == [.file("/archive/x/schemas/teikit.rng"), .carried("teikit.rng")])
  }

  @Test func saysHowToGiveASchema() {
    #expect(
      SchemaLocator.missing("http://a/tei.rng")
        == "schema \"http://a/tei.rng\" is not at hand; nothing is fetched; give the file with --schema FILE, "
        + "or a catalog that knows it with --catalog FILE")
  }
}
