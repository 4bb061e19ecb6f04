import Foundation
import Testing

/// Formats of reports, and schemas that files name.
@Suite struct ValidateCommandTests {
  let folder: TemporaryFolder

  /// Accepts `doc` with any number of `p`.
  private static let schema = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="doc" ns="u">
      <zeroOrMore><element name="p" ns="u"><text/></element></zeroOrMore></element></start></grammar>
    """

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, naming href: String?, _ content: String = "<p/>") throws {
    let instruction = href.map {
      "<?xml-model href=\"\($0)\" type=\"application/xml\" schematypens=\"http://relaxng.org/ns/structure/1.0\"?>\n"
    }
    try folder.write(name, "<?xml version=\"1.0\"?>\n\(instruction ?? "")<doc xmlns=\"u\">\(content)</doc>\n")
  }

  private func validate(_ arguments: String..., environment: [String: String] = [:]) throws -> Command.Result {
    try Command.run(Command.process(["validate"] + arguments, in: folder.path, environment: environment), input: [])
  }

  @Test func findsTheSchemaBesideTheFile() throws {
    try folder.write("schemas/a.rng", Self.schema)
    try write("in/fine.xml", naming: "../schemas/a.rng")
    try write("in/wrong.xml", naming: "../schemas/a.rng", "<q/>")
    let result = try validate("in")
    #expect(result.status == 1)
    #expect(
      result.text.hasPrefix("in/wrong.xml:3:16: error[element-not-allowed]: unknown element \"q\" in \"doc\""))
    #expect(result.error == "2 files checked: 1 error, 0 warnings\n")
  }

  @Test func findsTheSchemaByCatalogs() throws {
    try folder.write("cat/a.rng", Self.schema)
    try folder.write(
      "cat/catalog.xml",
      "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'><uri name='http://x/a.rng' uri='a.rng'/></catalog>")
    try write("a.xml", naming: "http://x/a.rng")
    #expect(try validate("a.xml", "--catalog", "cat/catalog.xml").status == 0)
    #expect(try validate("a.xml", environment: ["XML_CATALOG_FILES": "/no/such cat/catalog.xml"]).status == 0)
    let missing = try validate("a.xml")
    #expect(missing.status == 2)
    #expect(
      missing.text
        == "a.xml:2:1: error[schema-missing]: schema \"http://x/a.rng\" is not at hand; nothing is fetched; give "
        + "the file with --schema FILE, or a catalog that knows it with --catalog FILE\n")
    let broken = try validate("a.xml", "--catalog", "a.xml")
    #expect(
      broken.status == 2 && broken.error.contains("a.xml:3:1: error[catalog-unreadable]: element \"doc\" is no catalog")
    )
    #expect(
      try validate("a.xml", "--catalog", "no.xml").error
        == "no.xml: error[catalog-unreadable]: no such file or directory\n")
  }

  @Test func prefersTheSchemaOfTheCall() throws {
    try folder.write("a.rng", Self.schema)
    try write("a.xml", naming: "http://x/missing.rng")
    #expect(try validate("a.xml", "--schema", "a.rng").status == 0)
  }

  @Test func tellsOfSchemasThatItCannotUse() throws {
    try folder.write("bad.rng", "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>\n<start/></grammar>")
    try write("a.xml", naming: "bad.rng")
    let bad = try validate("a.xml")
    #expect(
      bad.status == 2
        && bad.text.hasPrefix("a.xml:2:1: error[schema-syntax]: schema \"bad.rng\" is not correct: bad.rng:"))
    try folder.write("other/b.xml", "<?xml-model href='x.nvdl'?><?xml-model type='x'?><doc/>")
    try folder.write("other/c.xml", "<?xml-model href='x.nvdl'?><doc/>")
    let other = try validate("other")
    #expect(other.status == 0)
    #expect(
      other.text == """
        other/b.xml:1:1: warning[schema-language]: schema "x.nvdl" is in a language that is not checked here; expected RELAX NG, W3C XML Schema, a DTD or Schematron
        other/b.xml:1:1: warning[model-instruction]: xml-model has no href; expected the address of a schema

        """)
  }

  @Test(arguments: ["json", "sarif", "junit", "github"]) func writesOtherFormats(format: String) throws {
    try folder.write("a.rng", Self.schema)
    try write("a.xml", naming: "a.rng", "<q/>")
    let result = try validate("a.xml", "--format", format)
    #expect(result.status == 1 && result.error == "")
    #expect(result.text.contains("element-not-allowed") && result.text.contains("a.xml"))
    if format == "sarif" || format == "json" { _ = try JSONSerialization.jsonObject(with: Data(result.output)) }
  }

  @Test func tellsSoManyErrors() throws {
    try folder.write("a.rng", Self.schema)
    try write("a.xml", naming: "a.rng", "<q/>\n<q/>\n<q/>")
    let result = try validate("a.xml", "--max-errors", "1")
    #expect(result.status == 1 && result.text.split(separator: "\n").count == 1)
    #expect(
      result.error == """
        2 more errors not told (--max-errors)
        3 errors in 1 file  element-not-allowed  An element stands where the schema does not allow it
        1 file checked: 3 errors, 0 warnings

        """)
    #expect(try validate("a.xml", "--max-errors", "0").status == 2)
  }

  @Test func explainsCodes() throws {
    let one = try Command.run("explain", "id-name")
    #expect(one.status == 0 && one.text.hasPrefix("id-name (error)\n  An xml:id is no XML name"))
    let wrong = try Command.run("explain", "id-nam")
    #expect(
      wrong.status == 2 && wrong.error == "Error: no message has the code \"id-nam\"; did you mean \"id-name\"?\n")
    #expect(try Command.run("explain").text.contains("\n  pointer-dangling"))
  }

  @Test func choosesAmongTheRules() throws {
    try folder.write("schemas/a.rng", Self.schema)
    try write("a.xml", naming: "schemas/a.rng", "<p xmlns='http://www.tei-c.org/ns/1.0' ana='#x' cert='2'/>")
    let unknown = try validate("a.xml", "--rules", "dates,pointer")
    #expect(unknown.status == 2)
    #expect(
      unknown.error.hasPrefix(
        "Error: no rule or group of rules is called \"pointer\"; did you mean \"pointers\"?"))
    for (list, wanted) in [("all", true), ("none", false), ("no-values", false), ("values", true)] {
      #expect(try validate("a.xml", "--rules", list).text.contains("error[cert-range]") == wanted)
    }
    let listed = try Command.run(Command.process(["explain", "--rules"], in: folder.path), input: [])
    #expect(listed.status == 0 && listed.text.contains("\ndates: ") && listed.text.contains("\n  date-order "))
  }
}
