import Foundation
import Testing

/// Schemas of several files, in either syntax, and what is embedded in them.
@Suite struct SchemaFilesCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func validate(_ arguments: String...) throws -> Command.Result {
    try Command.run(Command.process(["validate"] + arguments, in: folder.path), input: [])
  }

  private static let relaxNG = "http://relaxng.org/ns/structure/1.0"
  private static let schematron = "http://purl.oclc.org/dsdl/schematron"

  /// `inner.rng`: element `p`, with a rule that it be not empty; `outer.rng` includes it, twice by way of another.
  private func writeGrammars(include: String) throws {
    try folder.write(
      "schemas/parts/inner.rng",
      """
      <grammar xmlns="\(Self.relaxNG)" xmlns:s="\(Self.schematron)"><s:ns prefix="u" uri="u"/>
      <define name="p"><element name="p" ns="u"><s:pattern id="full"><s:rule context="u:p"><s:assert
      test="normalize-space()">p is empty</s:assert></s:rule></s:pattern><text/></element></define></grammar>
      """)
    try folder.write(
      "schemas/parts/middle.rng",
      "<grammar xmlns='\(Self.relaxNG)'><include href='\(include)'/></grammar>")
    try folder.write(
      "schemas/outer.rng",
      """
      <grammar xmlns="\(Self.relaxNG)" xml:base="parts/"><include href="\(include)"/>
      <start><element name="doc" ns="u"><zeroOrMore><ref name="p"/></zeroOrMore></element></start>
      <define name="other" combine="choice"><externalRef href="text.rnc"/></define></grammar>
      """)
    try folder.write("schemas/parts/text.rnc", "element text { text }")
  }

  private func write(_ name: String, _ instructions: String, _ content: String) throws {
    try folder.write(name, "<?xml version=\"1.0\"?>\n\(instructions)\n<doc xmlns=\"u\">\(content)</doc>\n")
  }

  private func instruction(_ href: String, _ language: String) -> String {
    "<?xml-model href=\"\(href)\" schematypens=\"\(language)\"?>"
  }

  @Test func rulesOfIncludedSchemasAreRunOnce() throws {
    try writeGrammars(include: "inner.rng")
    try write("a.xml", instruction("schemas/outer.rng", Self.schematron), "<p> </p><p>x</p>")
    let named = try validate("a.xml")
    #expect(named.status == 1)
    #expect(named.text == "a.xml:3:16: error[schematron-assert]: p is empty (full)\n")
    #expect(try validate("a.xml", "--schema", "schemas/outer.rng").text == named.text)
    #expect(try validate("a.xml", "--schema", "schemas/outer.rng", "--no-schematron").status == 0)
  }

  @Test func rulesOfIncludedSchemasAreFoundByCatalogs() throws {
    try writeGrammars(include: "http://x/inner.rng")
    try folder.write(
      "catalog.xml",
      "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'><uri name='http://x/inner.rng' uri='schemas/parts/inner.rng'/></catalog>"
    )
    try write("a.xml", "", "<p> </p><p>x</p>")
    let result = try validate("a.xml", "--schema", "schemas/outer.rng", "--catalog", "catalog.xml")
    #expect(result.text == "a.xml:3:16: error[schematron-assert]: p is empty (full)\n")
    #expect(try validate("a.xml", "--schema", "schemas/outer.rng").status == 2)
  }

  @Test func includedSchemasWithoutRulesAreNone() throws {
    try folder.write("b.rng", "<grammar xmlns='\(Self.relaxNG)'><define name='x'><empty/></define></grammar>")
    try folder.write(
      "a.rng",
      "<grammar xmlns='\(Self.relaxNG)'><include href='b.rng'/><start><element name='doc' ns='u'><text/></element></start></grammar>"
    )
    try write("a.xml", "", "x")
    #expect(try validate("a.xml", "--schema", "a.rng").status == 0)
  }

  @Test func takesTheCompactSyntaxThatAFileNames() throws {
    try folder.write("a b.rnc", "default namespace = \"u\"\nstart = element doc { p+ }\ninclude \"p%20.rnc\"\n")
    try folder.write("p .rnc", "default namespace = \"u\"\np = element p { text }\n")
    let types = "type=\"application/relax-ng-compact-syntax\""
    try write("fine.xml", "<?xml-model href='a%20b.rnc' \(types)?>", "<p/>")
    try write("wrong.xml", "<?xml-model href='a%20b.rnc' \(types)?>", "<q/>")
    #expect(try validate("fine.xml").error == "1 file checked: no faults\n")
    let wrong = try validate("wrong.xml")
    #expect(wrong.status == 1)
    #expect(wrong.text.hasPrefix("wrong.xml:3:16: error[element-not-allowed]: unknown element \"q\" in \"doc\""))
  }

  /// What a document includes is part of it for rules alone, too.
  @Test func rulesAloneSeeWhatIsIncluded() throws {
    try folder.write(
      "a.sch",
      """
      <schema xmlns="\(Self.schematron)"><ns prefix="u" uri="u"/><pattern id="r"><rule context="u:doc"><assert
      test="count(u:p) = 2">two p</assert></rule><rule context="u:p"><report test="@bad">bad p</report></rule></pattern></schema>
      """)
    let inclusion = "<p/><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='b.xml'/>"
    try folder.write("b.xml", "<p xmlns='u'\nbad='1'/>")
    try write("a.xml", instruction("a.sch", Self.schematron), inclusion)
    let named = try validate("a.xml")
    #expect(named.text == "b.xml:1:1: error[schematron-report]: bad p (r)\n")
    #expect(try validate("a.xml", "--schema", "a.sch").text == named.text)
    try folder.write("b.xml", "<p xmlns='u'>")
    let broken = try validate("a.xml")
    #expect(broken.status == 1 && broken.text.split(separator: "\n").count { $0.contains("xml-syntax") } == 1)
  }

  @Test(arguments: [
    ("<element name='doc' ns='u' xmlns='\(relaxNG)'><ref name='x'/></element>", "a.rng", "schema-reference"),
    ("<grammar xmlns='\(relaxNG)'><include href='none.rng'/></grammar>", "a.rng", "schema-unreadable"),
    ("<grammar xmlns='\(relaxNG)'><include", "a.rng", "schema-unreadable"),
    ("element doc { xsd:nothing }", "a.rnc", "schema-datatype"),
    ("element doc { list { list { text } } }", "a.rnc", "schema-restriction"),
    ("element doc {", "a.rnc", "schema-syntax"),
    ("<schema xmlns='\(schematron)'><pattern><rule/></pattern></schema>", "a.sch", "schematron-schema"),
  ])
  func tellsWhyASchemaCannotBeUsed(schema: String, name: String, code: String) throws {
    try folder.write(name, schema)
    let language = name.hasSuffix("sch") ? Self.schematron : Self.relaxNG
    try write(
      "a.xml",
      name.hasSuffix("rnc")
        ? "<?xml-model href='\(name)' type='application/relax-ng-compact-syntax'?>" : instruction(name, language), "")
    let result = try validate("a.xml")
    #expect(result.status == 2)
    #expect(
      result.text.hasPrefix("a.xml:2:1: error[\(code)]: schema \"\(name)\" is not correct: \(name):"), "\(result.text)")
  }
}
