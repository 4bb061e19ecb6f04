import Foundation
import Testing

/// Documents of several files, held to several schemas: each mistake is told once, where it stands.
@Suite struct InclusionAndSchemaTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "s.rnc",
      """
      default namespace = "\(Self.tei)"
      division = element div { attribute xml:base { text }?, (p | division)* }
      p = element p { attribute xml:id { xsd:ID }?, attribute xml:base { text }?, attribute cert { xsd:decimal }?,
        attribute when { xsd:date }?, attribute target { text }?, text }
      start = division | element TEI { attribute xml:base { text }?, division* }
      """)
    try folder.write("div.xml", "<div xmlns='\(Self.tei)'><p/><q/></div>\n")
    try folder.write("a.xml", "<TEI \(Self.namespaces)><div><xi:include href='div.xml'/></div></TEI>\n")
  }

  private static let tei = "http://www.tei-c.org/ns/1.0"
  private static let namespaces = "xmlns='\(tei)' xmlns:xi='http://www.w3.org/2001/XInclude'"

  private func validate(_ arguments: String...) throws -> Command.Result {
    try Command.run(Command.process(["validate", "--schema", "s.rnc"] + arguments, in: folder.path), input: [])
  }

  @Test func inclusionsAreExpandedWhereverTheyStand() throws {
    let told = "div.xml:1:46: error[element-not-allowed]: unknown element \"q\" in \"div\"; expected \"div\" or \"p\"\n"
    #expect(try validate("a.xml").text == told)
    // What is said of a file by itself is not said again of one that takes it in.
    #expect(try validate("a.xml", "div.xml").text == told)
  }

  @Test(.timeLimit(.minutes(30))) func inclusionsThatMultiplyAreBounded() throws {
    for number in 1...25 {
      let inclusion = "<xi:include href='b\(number + 1).xml'/>"
      try folder.write(
        "b\(number).xml", "<div \(Self.namespaces)>\(String(repeating: inclusion, count: 4))</div>")
    }
    try folder.write("b26.xml", "<div xmlns='\(Self.tei)'/>")
    let bomb = try validate("b1.xml")
    #expect(bomb.status == 1 && bomb.text.contains("the files that are taken in make more than 64 MiB"))
  }

  @Test func filesAreHeldToAllSchemas() throws {
    try folder.write(
      "r.sch",
      """
      <schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="\(Self.tei)"/><pattern>
      <rule context="t:p"><assert test="text()">empty</assert></rule></pattern></schema>
      """)
    #expect(
      try validate("--schema", "r.sch", "div.xml").text.split(separator: "\n").map { $0.split(separator: ":")[3] } == [
        " error[schematron-assert]", " error[element-not-allowed]",
      ])
  }

  @Test func aMistakeIsToldOnce() throws {
    try folder.write(
      "c.xml",
      "<div xmlns='\(Self.tei)'><p xml:id='1 a'/><p cert='maybe'/><p when='2020-02-30'/><p when='-44-01-01'/></div>")
    let lines = try validate("c.xml").text.split(separator: "\n")
    try #require(lines.count == 4)
    #expect(lines[2].hasSuffix("error[date-impossible]: when=\"2020-02-30\" is a day that does not exist"))
  }

  /// What starts from an `xml:base` leads elsewhere than beside the file.
  @Test func pointersBelowABaseAreNotFollowed() throws {
    try folder.write(
      "d.xml",
      "<TEI xmlns='\(Self.tei)'><div><p target='x.xml'/><p xml:base='http://e.org/' target='x.xml'/><p target='y.xml'/></div></TEI>"
    )
    #expect(try validate("d.xml").text.split(separator: "\n").map { $0.contains("pointer-file") } == [true, true])
    try folder.write("d.xml", "<TEI xmlns='\(Self.tei)' xml:base='http://e.org/'><div><p target='x.xml'/></div></TEI>")
    #expect(try validate("d.xml").text == "")
  }

  @Test func reportsHaveMissingFilesToo() throws {
    let json = try validate("none.xml", "--format", "json")
    #expect(json.status == 2 && json.text.contains("\"code\": \"file-missing\""))
    #expect(try validate("none.xml", "div.xml", "--format", "github").text.contains("file-missing"))
    #expect(try validate("none.xml", "div.xml").error.hasSuffix("1 file checked: 2 errors, 0 warnings\n"))
  }
}
