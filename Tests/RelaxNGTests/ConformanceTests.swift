import RelaxNG
import Testing
import XML

/// The suite of James Clark that came with the specification; `../shared/relaxng/spectest.xml`.
@Suite struct ConformanceTests {
  private static let file = Check.shared + "/relaxng/spectest.xml"

  @Test func allCasesOfTheSuite() throws {
    guard let bytes = Check.bytes(of: Self.file) else {
      print("skipped: \(Self.file) is missing")
      return
    }
    // The suite declares one entity with markup, which our reader refuses.
    let text = String(decoding: bytes, as: UTF8.self)
    let start = try #require(text.firstRange(of: "<testSuite>"))
    let suite = try XMLDocument(parsing: Array(text[start.lowerBound...].utf8), name: "spectest.xml")
    var count = 0
    for element in suite.root.descendants where element.name == "testCase" {
      count += 1
      run(element, suite)
    }
    #expect(count == 257)
  }

  private func run(_ testCase: XMLElement, _ suite: XMLDocument) {
    let line = suite.position(of: testCase).line
    var files: [String: String] = [:]
    gather(testCase, "", &files)
    for part in testCase.children where part.name == "incorrect" || part.name == "correct" {
      let schemaText = content(of: part)
      do {
        let schema = try Check.schema(schemaText, name: "", files: files)
        #expect(part.name == "correct", "line \(line): taken for correct: \(schemaText)")
        for document in testCase.children where document.name == "valid" || document.name == "invalid" {
          let faults = try Check.faults(content(of: document), schema)
          #expect(
            faults.isEmpty == (document.name == "valid"),
            "line \(line): \(schemaText) \(content(of: document)) \(faults)")
          #expect(faults.allSatisfy { !$0.message.isEmpty && $0.path.hasPrefix("/") })
        }
      } catch {
        #expect(part.name == "incorrect", "line \(line): refused: \(error) \(schemaText)")
      }
    }
  }

  private func gather(_ element: XMLElement, _ folder: String, _ files: inout [String: String]) {
    for child in element.children {
      if child.name == "resource" { files[folder + child["name"]!] = content(of: child) }
      if child.name == "dir" { gather(child, folder + child["name"]! + "/", &files) }
    }
  }

  private func content(of element: XMLElement) -> String {
    element.children.first { _ in true }.map { String(decoding: $0.serialized(), as: UTF8.self) } ?? ""
  }
}
