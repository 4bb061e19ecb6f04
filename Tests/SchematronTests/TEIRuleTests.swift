import FoundationEssentials
import Schematron
import Testing
import XML

/// The rules in TEI's own schema, on documents that break them.
@Suite struct TEIRuleTests {
  private static let path = "../shared/schemas/tei_all-4.12.0.rng"
  private static let schema: SchematronSchema? = {
    guard let document = try? Files.document(path) else {
      print("skipped: ../shared/schemas/tei_all-4.12.0.rng is missing")
      return nil
    }
    return try! SchematronSchema(document)
  }()

  @Test func allTestsRun() throws {
    guard let schema = Self.schema else { return }
    #expect(schema.testCount == 103)
    #expect(schema.skippedTestCount == 0 && schema.unsupported == [])
  }

  @Test func ourOwnDocumentsAreWithoutFindings() throws {
    guard let schema = Self.schema else { return }
    let folder = Files.root.appending(path: "annotated")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xml") }
    #expect(files.count > 30)
    for file in files {
      let bytes = try #require(Files.bytes("annotated/" + file))
      #expect(try schema.findings(in: bytes, name: file).map(\.message) == [], "\(file)")
    }
  }

  @Test func ourOwnRulesRun() throws {
    let rules = try SchematronSchema(try #require(try Files.document("schemas/teikit.sch")))
    #expect(rules.unsupported == [] && rules.testCount > 30)
    let bytes = try #require(Files.bytes("annotated/harbour-log.xml"))
    #expect(try rules.findings(in: bytes, name: "a.xml").map(\.message) == [])
    let broken = String(decoding: bytes, as: UTF8.self).replacing("<p xml:id=\"", with: "<p xml:id=\"x")
    #expect(try !rules.findings(in: Array(broken.utf8), name: "a.xml").isEmpty)
  }

  /// What stands in the body, what the message begins with, and a part of the rule's name.
  static let broken: [[String]] = {
    let bytes = Files.bytes("Tests/SchematronTests/Fixtures/broken-tei.txt") ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }()

  @Test(arguments: broken.indices) func fires(index: Int) throws {
    guard let schema = Self.schema else { return }
    let row = Self.broken[index]
    let (body, message, rule) = (row[0], row[1], row[2])
    let text = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>\n\(body)</body></text></TEI>"
    // 2026-01-01.
    let findings = try schema.findings(in: Array(text.utf8), name: "a.xml", clock: 1_767_225_600)
    #expect(!findings.contains { $0.code == "schematron-evaluation" || $0.code == "schematron-limit" })
    if message.isEmpty { return #expect(findings.isEmpty) }
    let found = findings.filter { $0.message.hasPrefix(message) && $0.message.contains(rule) }
    #expect(!found.isEmpty, "\(findings.map(\.message))")
    #expect(found.allSatisfy { $0.position.line == 2 })
  }

  @Test func theTableIsLong() { #expect(Set(Self.broken.map { $0[2] }).count >= 50) }

  @Test func severitiesAreThoseOfTheSchema() throws {
    guard let schema = Self.schema else { return }
    let text = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><u><shift/></u><p><date when="2024" from="2024"/><s><s/></s></p>
      </body></text></TEI>
      """
    #expect(
      try schema.lines(text).map { $0.prefix(25) } == [
        "warning schematron-assert", "warning schematron-report", "error schematron-report /",
      ])
  }
}
