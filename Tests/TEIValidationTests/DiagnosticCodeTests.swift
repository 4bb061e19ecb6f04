import ArticleModel
import FoundationEssentials
import TEIValidation
import Testing
import XML

@Suite struct DiagnosticCodeTests {
  static let repository = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func tellsEachCodeOnce() {
    let codes = DiagnosticCode.all.map(\.code)
    #expect(codes.count == Set(codes).count)
    for code in DiagnosticCode.all {
      #expect(code.code.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
      #expect(!code.meaning.hasSuffix(".") && code.remedy.hasSuffix(".") && !code.example.isEmpty, "\(code.code)")
    }
  }

  @Test func knowsTheCodesOfRulesAndOfXML() {
    let used = ValidationRules.all.flatMap(\.codes) + XMLError.Code.allCases.map(\.rawValue)
    for code in used { #expect(DiagnosticCode.named(code) != nil, "\(code)") }
  }

  /// Codes are written in the sources as string literals behind `code:` or as what a function that reports takes first.
  @Test func knowsAllCodesOfTheSources() throws {
    var found: Set<String> = []
    for file in try Self.sources() {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("( ", with: "(")
      for mark in ["code: \"", "report(\"", "fault(\"", "failure(\"", "&diagnostics, \"", "warn(\"", "refuse(\""] {
        for part in words.components(separatedBy: mark).dropFirst() {
          let literal = part.prefix { $0 != "\"" }
          if !literal.isEmpty, literal.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x7A).contains($0) && $0 != 0x5C }),
            literal == literal.lowercased(), literal.contains("-") || mark == "code: \""
          {
            found.insert(String(literal))
          }
        }
      }
    }
    #expect(found.count > 30, "the search finds too little: \(found)")
    for code in found.sorted() { #expect(DiagnosticCode.named(code) != nil, "no entry for \(code)") }
  }

  /// The sources of what the program is made of.
  private static func sources() throws -> [URL] {
    let folder = repository.appending(path: "Sources")
    let other: Set = [
      "SchemaDerivation", "GazetteerCompilation", "StructureTraining", "EntityTraining", "EmbeddedData",
    ]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { path in path.hasSuffix(".swift") && !other.contains { path.hasPrefix($0 + "/") } }
      // Codes of currencies and units stand there.
      .filter { !$0.hasPrefix("EntityRecognition/") || $0.hasPrefix("EntityRecognition/Gazetteer/UserGazetteer") }
      .map { folder.appending(path: $0) }
  }

  @Test func suggestsTheNearestCode() {
    #expect(DiagnosticCode.nearest(to: "pointer-dangeling")?.code == "pointer-dangling")
    #expect(DiagnosticCode.nearest(to: "nothing-of-this-kind") == nil)
  }

  @Test func explains() throws {
    let code = try #require(DiagnosticCode.named("id-shared"))
    #expect(
      DiagnosticExplanation.text(of: code) == """
        id-shared (error in ours, else warning)
          Another file of the corpus declares the same xml:id.
          Example: xml:id "a" is taken in file "b.xml"
          Identifiers that begin with the name of the file cannot meet.
        """)
    #expect(DiagnosticExplanation.list.contains("\n  xml-limit  "))
  }

  /// `Documentation/DIAGNOSTICS.md` is made from the table: TEIKIT_RECORD=1 writes it anew.
  @Test func keepsThePageUpToDate() throws {
    let page = Self.repository.appending(path: "Documentation/DIAGNOSTICS.md")
    let written = try String(contentsOf: page, encoding: .utf8)
    let mark = "<!-- made from the table in Sources/ArticleModel/Diagnostics: TEIKIT_RECORD=1 make test -->\n"
    let head = try #require(written.firstRange(of: mark), "the page has lost its mark")
    let expected = written[..<head.upperBound] + Self.tables
    if ProcessInfo.processInfo.environment["TEIKIT_RECORD"] != nil, expected != written[...] {
      try Data(expected.utf8).write(to: page)
      Issue.record("the page is written anew: look at it, and run again without it")
    } else {
      #expect(written[...] == expected, "Documentation/DIAGNOSTICS.md is out of date: TEIKIT_RECORD=1 writes it anew")
    }
  }

  private static var tables: String {
    DiagnosticCode.groups.map { group in
      let rows = group.codes.map { code in
        "| `\(code.code)` | \(cell(code.severity)) | \(cell(code.meaning)) | `\(cell(code.example))` | \(cell(code.remedy)) |\n"
      }
      return "\n## \(group.title)\n\n\(group.introduction)\n\n"
        + "| code | severity | meaning | example | what to do |\n|---|---|---|---|---|\n" + rows.joined()
    }.joined()
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("<", with: "&lt;") }
}
