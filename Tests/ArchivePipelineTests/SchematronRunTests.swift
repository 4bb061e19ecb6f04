import ArchivePipeline
import ArticleModel
import TEIValidation
import Testing

/// Schematron rules in the way of a validation run: where they come from, and what is told of them.
@Suite struct SchematronRunTests {
  private let folder: TemporaryFolder
  private static let schema = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron">
    <sch:pattern><sch:rule context="b"><sch:assert test="@n > 1" role="warning">b needs a greater n</sch:assert>
    </sch:rule></sch:pattern>
    <start><element name="a"><zeroOrMore><element name="b"><attribute name="n"/></element></zeroOrMore></element></start>
    </grammar>
    """
  private static let rules = """
    <schema xmlns="http://purl.oclc.org/dsdl/schematron">
    <phase id="none"/>
    <pattern><rule context="b"><report test="@n = 1">n is 1</report></rule></pattern></schema>
    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a.rng", Self.schema)
    try folder.write("a.sch", Self.rules)
    try folder.write("plain.xml", "<a><b n='1'/><b n='2'/></a>")
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func messages(_ run: ValidationRun, _ names: String...) async throws -> [String] {
    let inputs = names.map { InputFile(path: path($0), relativePath: $0) }
    return try await run.run(inputs).flatMap { $0 }.map {
      "\($0.position!.line):\($0.position!.column) \($0.severity)[\($0.code)]: \($0.message)"
    }
  }

  @Test func rulesOfTheNamedSchemaAreRun() async throws {
    let run = ValidationRun(
      schema: try SchemaFile.compile(path("a.rng")), rules: try SchemaFile.rules(path("a.rng")))
    #expect(try await messages(run, "plain.xml") == ["1:4 warning[schematron-assert]: b needs a greater n"])
  }

  @Test func rulesAloneAreEnough() async throws {
    let run = ValidationRun(rules: try SchemaFile.rules(path("a.sch")))
    #expect(try await messages(run, "plain.xml") == ["1:4 error[schematron-report]: n is 1"])
    let nothing = ValidationRun(rules: try SchemaFile.rules(path("a.sch"), phase: "none"))
    #expect(try await messages(nothing, "plain.xml") == [])
  }

  @Test func instructionsAskForRules() async throws {
    let type = "schematypens='http://purl.oclc.org/dsdl/schematron'"
    let body = "<a><b n='1'/></a>"
    try folder.write("own.xml", "<?xml-model href='a.sch' \(type)?>\n\(body)")
    try folder.write("embedded.xml", "<?xml-model href='a.rng' \(type)?>\n\(body)")
    try folder.write("phase.xml", "<?xml-model href='a.sch' phase='none' \(type)?>\n\(body)")
    try folder.write("schema.xml", "<?xml-model href='a.rng'?>\n\(body)")
    let run = ValidationRun()
    #expect(try await messages(run, "own.xml") == ["2:4 error[schematron-report]: n is 1"])
    #expect(try await messages(run, "embedded.xml") == ["2:4 warning[schematron-assert]: b needs a greater n"])
    #expect(try await messages(run, "phase.xml", "schema.xml") == [])
  }

  @Test func whatIsNotRunIsToldOnce() async throws {
    try folder.write(
      "b.sch",
      "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'><pattern><rule context='b'>"
        + "<assert test=\"doc('c.xml')\">x</assert></rule></pattern></schema>")
    let run = ValidationRun(rules: try SchemaFile.rules(path("b.sch")))
    let told = try await messages(run, "plain.xml", "plain.xml")
    #expect(told.count == 1 && told[0].contains("warning[schematron-not-run]"), "\(told)")
  }

  @Test func aSchemaWithoutRulesHasNone() throws {
    try folder.write("c.rng", "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'><empty/></element>")
    try folder.write("c.rnc", "element a { empty }")
    #expect(try SchemaFile.rules(path("c.rng")) == nil)
    #expect(try SchemaFile.rules(path("c.rnc")) == nil)
    try folder.write(
      "d.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule/></pattern></schema>")
    #expect(throws: DiagnosticFault.self) { try SchemaFile.rules(path("d.sch")) }
    try folder.write("e.sch", "<rules/>")
    #expect(throws: DiagnosticFault.self) { try SchemaFile.open(path("e.sch")) }
  }

  @Test func aNamedFileIsWhatItHolds() throws {
    let both = try SchemaFile.open(path("a.rng"))
    #expect(both.schema != nil && both.rules != nil)
    let without = try SchemaFile.open(path("a.rng"), takesRules: false)
    #expect(without.schema != nil && without.rules == nil)
    let alone = try SchemaFile.open(path("a.sch"))
    #expect(alone.schema == nil && alone.rules != nil)
  }

  @Test func anIdentifierGivenTwiceIsToldOnce() async throws {
    try folder.write("twice.xml", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><p xml:id='a'/><p xml:id='a'/></TEI>")
    let told = try await messages(ValidationRun(), "twice.xml").filter { $0.contains("id-duplicate") }
    #expect(told.count == 1 && told[0].contains("is taken by element \"p\""), "\(told)")
  }
}
