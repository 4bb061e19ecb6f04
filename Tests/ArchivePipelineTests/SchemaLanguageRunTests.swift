import ArchivePipeline
import ArticleModel
import TEIValidation
import Testing
import XML

/// W3C XML Schemas and DTDs in the way of a validation run: where they come from, and what is told of them.
@Suite struct SchemaLanguageRunTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "a.xsd",
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='types.xsd'/>"
        + "<xs:element name='a' type='A'/></xs:schema>")
    try folder.write(
      "types.xsd",
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:complexType name='A'><xs:sequence>"
        + "<xs:element name='b' type='xs:int'/></xs:sequence></xs:complexType></xs:schema>")
    try folder.write("a.dtd", "<!ENTITY % b SYSTEM 'b.mod'> %b; <!ELEMENT a (b)>")
    try folder.write("b.mod", "<!ELEMENT b (#PCDATA)> <!ATTLIST b n CDATA 'default'>")
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func codes(_ run: ValidationRun, _ names: String...) async throws -> [String] {
    let inputs = names.map { InputFile(path: path($0), relativePath: $0) }
    return try await run.run(inputs).flatMap { $0 }.map(\.code)
  }

  @Test func oneSchemaForAllFiles() async throws {
    try folder.write("good.xml", "<a><b>1</b></a>")
    try folder.write("bad.xml", "<a><c/></a>")
    try folder.write("value.xml", "<a><b>x</b></a>")
    let xsd = ValidationRun(schema: try SchemaFile.compile(path("a.xsd")), jobs: 3)
    #expect(try await codes(xsd, "good.xml", "bad.xml", "value.xml") == ["element-not-allowed", "content-value"])
    let dtd = ValidationRun(schema: try SchemaFile.compile(path("a.dtd")), jobs: 3)
    #expect(try await codes(dtd, "good.xml", "bad.xml", "value.xml") == ["element-not-allowed"])
  }

  @Test func instructionsNameThem() async throws {
    try folder.write(
      "xsd.xml", "<?xml-model href='a.xsd' schematypens='http://www.w3.org/2001/XMLSchema'?><a><b>x</b></a>")
    try folder.write("dtd.xml", "<?xml-model href='a.dtd' type='application/xml-dtd'?><a/>")
    try folder.write("both.xml", "<?xml-model href='a.dtd'?><?xml-model href='a.xsd'?><a/>")
    let run = ValidationRun()
    #expect(try await codes(run, "xsd.xml") == ["content-value"])
    #expect(try await codes(run, "dtd.xml") == ["content-incomplete"])
    #expect(try await codes(run, "both.xml") == ["content-incomplete", "content-incomplete"])
  }

  @Test func ambiguousIdentifiersAreToldOnceAndNotChecked() async throws {
    try folder.write(
      "ids.rnc",
      "start = element a { element b { attribute n { xsd:ID } }*, (element c { attribute n { xsd:ID } } "
        + "| element c { attribute n { text } })? }")
    try folder.write("same.xml", "<a><b n='i'/><b n='i'/></a>")
    try folder.write("other.xml", "<a><d/></a>")
    let schema = try SchemaFile.compile(path("ids.rnc"))
    #expect(schema.warnings.map(\.severity) == [.warning])
    let run = ValidationRun(schema: schema, jobs: 2)
    #expect(try await codes(run, "same.xml", "other.xml") == ["schema-identifiers", "element-not-allowed"])
    try folder.write("wrong.rnc", "start = element a { x }")
    #expect(throws: DiagnosticFault.self) { try SchemaFile.compile(path("wrong.rnc")) }
  }

  @Test func theNameOfTheFileMayBeAny() async throws {
    try folder.write("schema", "<!ELEMENT a EMPTY>")
    try folder.write("a.xml", "<?xml-model href='schema' type='application/xml-dtd'?><a/>")
    #expect(try await codes(ValidationRun(), "a.xml") == [])
  }

  @Test func catalogsKnowTheirParts() async throws {
    try folder.write(
      "net.xsd",
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='http://example.org/t.xsd'/>"
        + "<xs:element name='a' type='A'/></xs:schema>")
    try folder.write("net.dtd", "<!ENTITY % b PUBLIC '-//X//b' 'http://example.org/b.mod'> %b; <!ELEMENT a (b)>")
    try folder.write(
      "catalog.xml",
      "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'><uri name='http://example.org/t.xsd' uri='types.xsd'/>"
        + "<public publicId='-//X//b' uri='b.mod'/></catalog>")
    let catalogs = try CatalogFiles.resolver(paths: [path("catalog.xml")], environment: nil)
    try folder.write("good.xml", "<a><b>1</b></a>")
    for name in ["net.xsd", "net.dtd"] {
      #expect(throws: DiagnosticFault.self) { try SchemaFile.compile(path(name)) }
      let run = ValidationRun(schema: try SchemaFile.compile(path(name), catalogs: catalogs))
      #expect(try await codes(run, "good.xml") == [])
    }
  }

  @Test func aSchemaThatIsNotCorrectIsRefused() async throws {
    try folder.write("bad.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:element/></xs:schema>")
    try folder.write("a.xml", "<?xml-model href='bad.xsd'?><a/>")
    #expect(try await codes(ValidationRun(), "a.xml") == ["schema-syntax"])
    do throws(DiagnosticFault) {
      _ = try SchemaFile.compile(path("bad.xsd"))
      Issue.record("it was compiled")
    } catch {
      #expect(error.diagnostic.position == SourcePosition(line: 2, column: 1))
      #expect(error.diagnostic.code == "schema-syntax")
    }
  }

  @Test func rulesInASchemaAreFound() throws {
    try folder.write(
      "rules.xsd",
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:annotation><xs:appinfo>"
        + "<sch:pattern xmlns:sch='http://purl.oclc.org/dsdl/schematron'><sch:rule context='a'><sch:assert test='b'>x"
        + "</sch:assert></sch:rule></sch:pattern></xs:appinfo></xs:annotation><xs:element name='a'/></xs:schema>")
    let opened = try SchemaFile.open(path("rules.xsd"))
    #expect(opened.schema != nil && opened.rules != nil)
    #expect(try SchemaFile.open(path("a.dtd")).rules == nil)
  }
}
