import ArticleModel
import FoundationEssentials
import TEIValidation
import Testing
import XML

@Suite struct DiagnosticFormatTests {
  private let diagnostics = [
    Diagnostic(.error, code: "a-b", "\"x\" \\ \u{1}\n", file: "a.xml", position: SourcePosition(line: 3, column: 7)),
    Diagnostic(.warning, code: "c", "é"),
  ]

  /// What every format has to cope with.
  private let awkward = [
    Diagnostic(
      .error, code: "pointer-dangling", "pointer \"#a\" has no target; 100% of <it>: a, b\r\n\u{1}",
      file: "a b/ü,%:1.xml", position: SourcePosition(line: 3, column: 7), xpath: "/TEI/text[1]/p[2]"),
    Diagnostic(
      .error, code: "xml-syntax", "end tag", file: "a b/ü,%:1.xml", position: SourcePosition(line: 9, column: 1)),
    Diagnostic(.warning, code: "id-shared", "xml:id \"a\" is taken in file \"x&y.xml\"", file: "/abs/c.xml"),
    Diagnostic(.note, code: "name-taken", "{urn:a}n"),
    Diagnostic(.error, code: "file-missing", "no such file or folder", file: "c:d.xml"),
  ]

  @Test func writesText() {
    #expect(DiagnosticFormat.text.string([diagnostics[1]]) == "warning[c]: é\n")
    #expect(DiagnosticFormat.text.string([]) == "")
  }

  @Test func writesJSON() {
    #expect(DiagnosticFormat.json.string([]) == "[]\n")
    #expect(
      DiagnosticFormat.json.string(diagnostics) == #"""
        [
          {"file": "a.xml", "line": 3, "column": 7, "severity": "error", "code": "a-b", "message": "\"x\" \\ \u0001\n"},
          {"severity": "warning", "code": "c", "message": "é"}
        ]

        """#)
  }

  /// `Fixtures/report.FORMAT`; TEIKIT_RECORD=1 writes them anew.
  @Test(arguments: DiagnosticFormat.allCases) func writesWhatIsRecorded(format: DiagnosticFormat) throws {
    let text = format.string(awkward, files: ["fine.xml", "a b/ü,%:1.xml", "/abs/c.xml"], version: "1.2.3")
    let file = DiagnosticCodeTests.repository.appending(
      path: "Tests/TEIValidationTests/Fixtures/report.\(format.rawValue)")
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["TEIKIT_RECORD"] != nil, recorded != text {
      try Data(text.utf8).write(to: file)
      Issue.record("\(file.lastPathComponent) is written anew: look at it, and run again without it")
    } else {
      #expect(recorded == text)
    }
  }

  @Test func writesSARIFThatOtherProgramsRead() throws {
    struct Log: Decodable {
      struct Text: Decodable { var text: String }
      struct Rule: Decodable {
        var id: String
        var shortDescription: Text?
      }
      struct Driver: Decodable {
        var name: String
        var rules: [Rule]
      }
      struct Tool: Decodable { var driver: Driver }
      struct Result: Decodable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
      }
      struct Run: Decodable {
        var tool: Tool
        var columnKind: String
        var results: [Result]
      }
      var version: String
      var runs: [Run]
    }
    for list in [awkward, []] {
      let log = try JSONDecoder().decode(Log.self, from: Data(DiagnosticFormat.sarif.string(list).utf8))
      let run = try #require(log.runs.first)
      #expect(log.version == "2.1.0" && run.columnKind == "unicodeCodePoints" && run.tool.driver.name == "teikit")
      #expect(run.results.map(\.ruleId) == list.map(\.code))
      #expect(run.results.map { run.tool.driver.rules[$0.ruleIndex].id } == list.map(\.code))
      #expect(run.results.allSatisfy { ["error", "warning", "note"].contains($0.level) })
      #expect(run.tool.driver.rules.allSatisfy { $0.shortDescription?.text.isEmpty == false })
    }
  }

  @Test func writesJUnitThatIsXML() throws {
    let text = DiagnosticFormat.junit.string(awkward, files: ["fine.xml"])
    let root = try XMLDocument(parsing: Array(text.utf8), name: "junit.xml").root
    let cases = root.descendants.filter { $0.name == "testcase" }
    #expect(cases.map { $0["name"] } == ["teikit validate", "fine.xml", "a b/ü,%:1.xml", "/abs/c.xml", "c:d.xml"])
    #expect(try XPath("count(//failure)").evaluate(on: root).string == "2" && root["failures"] == "2")
    #expect(try XPath("string(//failure[1]/@type)").evaluate(on: root).string == "pointer-dangling")
    let empty = try XMLDocument(parsing: Array(DiagnosticFormat.junit.string([]).utf8), name: "junit.xml").root
    #expect(empty["tests"] == "0")
  }

  @Test func keepsToSoManyErrors() {
    #expect(DiagnosticLimit(errors: nil).apply(to: awkward).told == awkward)
    #expect(DiagnosticLimit(errors: 2).apply(to: awkward).told == Array(awkward[..<4]))
    #expect(DiagnosticLimit(errors: 2).apply(to: awkward).leftOut == 1)
    #expect(DiagnosticLimit(errors: 3).apply(to: awkward).told == awkward)
    #expect(DiagnosticLimit(errors: 1).apply(to: awkward).leftOut == 2)
  }

  @Test func tellsTheElement() throws {
    let document = try Fixture.document("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><p/><p target=\"#x\"/></TEI>")
    let found = Validator(schema: nil).validate(document, file: "a.xml").filter { $0.code == "pointer-dangling" }
    #expect(found.map(\.xpath) == ["/TEI/p[2]"])
  }
}
