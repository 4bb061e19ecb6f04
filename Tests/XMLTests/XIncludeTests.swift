import ArticleModel
import FoundationEssentials
import Testing
import XML

@Suite final class XIncludeTests {
  let folder = FileManager.default.temporaryDirectory.path + "/xinclude-\(UInt64.random(in: 0 ..< .max))"

  init() throws { try FileManager.default.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
  }

  func process(_ content: String) throws -> XMLDocument {
    let text = "<TEI xmlns='http://www.tei-c.org/ns/1.0' xmlns:xi='http://www.w3.org/2001/XInclude'>\(content)</TEI>"
    return try ParsingTests.parse(text).processingXIncludes(baseFile: folder + "/main.xml")
  }

  @Test func includesFilesAndFilesInThem() throws {
    try write(
      "sub/a b.xml", "<p xml:id='a'\n><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='c.xml'/></p>")
    try write("sub/c.xml", "\n\n<q xml:id='c'/>")
    let document = try process("<x/><xi:include href='sub/a%20b.xml'/><y/>")
    #expect(document.root.descendants.map(\.name) == ["x", "p", "q", "y"])
    let found = Array(document.root.descendants)
    #expect(found[1]["xml:base"] == "sub/a%20b.xml")
    #expect(found[2]["xml:base"] == "sub/c.xml")
    #expect(document.fileName(of: found[2]) == folder + "/sub/c.xml")
    #expect(document.position(of: found[2]) == SourcePosition(line: 3, column: 1))
    #expect(document.position(of: found[0]).line == 1)
    #expect(document.fileName(of: found[0]) == "a.xml")
    #expect(try XPath("id('c')").evaluate(on: document).string == "")
  }

  @Test func includesAnElementTextAndFallback() throws {
    try write("a.xml", "<p><q xml:id='c'>x</q></p>")
    try write("t.txt", "a < b")
    #expect(try process("<xi:include href='a.xml' xpointer='c'/>").root.children.map(\.name) == ["q"])
    #expect(try process("1<xi:include href='t.txt' parse='text'/>2").root.text == "1a < b2")
    let fallback = "<xi:include href='no.xml'><xi:fallback>f<g/><xi:include href='a.xml'/></xi:fallback></xi:include>"
    #expect(try process(fallback).root.descendants.map(\.name) == ["g", "p", "q"])
    #expect(try process("<xi:include href='no.xml'><xi:fallback/></xi:include>").root.nodes.isEmpty)
  }

  @Test func refusesWhatItMustNotFollow() throws {
    try write("loop.xml", "<p><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='./loop.xml'/></p>")
    try write("deep.xml", "<p><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='no.xml'/></p>")
    for href in ["http://example.org/a.xml", "//example.org/a.xml", "loop.xml", "no.xml", "main.xml", "", "ftp:x"] {
      #expect { try process("<xi:include href='\(href)'/>") } throws: { ($0 as? XMLError)?.code == .xinclude }
    }
    let guarded = "<xi:include href='deep.xml'><xi:fallback>f</xi:fallback></xi:include>"
    #expect { try process(guarded) } throws: { ($0 as? XMLError)?.code == .xinclude }
    try write("bad.xml", "<p>")
    #expect { try process("<xi:include href='bad.xml'/>") } throws: { ($0 as? XMLError)?.code == .xmlSyntax }
  }
}
