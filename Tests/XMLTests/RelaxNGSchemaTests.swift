import ArticleModel
import Testing
import XML

@Suite struct RelaxNGSchemaTests {
  static let schema = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:a" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
     <start><element name="a"><zeroOrMore><element name="b"><attribute name="n"><data type="integer"/></attribute><text/>
     </element></zeroOrMore></element></start></grammar>
    """

  @Test func validates() throws {
    let schema = try RelaxNGSchema(bytes: Array(Self.schema.utf8), name: "a.rng")
    let good = try ParsingTests.parse("<a xmlns='urn:a'><b n='1'/><b n='2'>x</b></a>")
    #expect(schema.validate(good).isEmpty)
    let bad = try ParsingTests.parse("<a xmlns='urn:a'>\n  <b n='1'/>\n <b n='x'/></a>")
    let issues = schema.validate(bad)
    #expect(issues.contains { $0.position == SourcePosition(line: 3, column: 2) }, "\(issues)")
    #expect(issues.allSatisfy { !$0.message.hasSuffix("\n") && !$0.message.isEmpty })
    #expect(schema.validate(bad) == issues)
    #expect(schema.validate(good).isEmpty)
  }

  @Test func findsDoubledIdentifiersEachTime() throws {
    let text = """
      <element name="a" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <zeroOrMore><element name="b"><attribute name="xml:id"><data type="ID"/></attribute></element></zeroOrMore></element>
      """
    let schema = try RelaxNGSchema(bytes: Array(text.utf8), name: "a.rng")
    let doubled = try ParsingTests.parse("<a><b xml:id='x'/><b xml:id='x'/></a>")
    for _ in 0..<3 { #expect(!schema.validate(doubled).isEmpty) }
    let single = try ParsingTests.parse("<a><b xml:id='x'/><b xml:id='y'/></a>")
    for _ in 0..<3 { #expect(schema.validate(single).isEmpty) }
  }

  @Test func validatesOnSeveralThreadsAtOnce() async throws {
    let schema = try RelaxNGSchema(bytes: Array(Self.schema.utf8), name: "a.rng")
    let shared = try ParsingTests.parse("<a xmlns='urn:a'><b n='x'/></a>")
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<200).allSatisfy { number in
            let text = "<a xmlns='urn:a'><b n='\(number)'/></a>"
            guard let own = try? ParsingTests.parse(text) else { return false }
            return schema.validate(own).isEmpty && !schema.validate(shared).isEmpty
          }
        }
      }
      for await fine in group { #expect(fine) }
    }
  }

  @Test(arguments: [
    "<a/>", "<grammar xmlns='http://relaxng.org/ns/structure/1.0'/>",
    "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref name='x'/></start></grammar>",
    "<externalRef xmlns='http://relaxng.org/ns/structure/1.0' href='/etc/passwd'/>",
  ])
  func refusesWhatIsNoSchema(text: String) {
    #expect { try RelaxNGSchema(bytes: Array(text.utf8), name: "a.rng") } throws: {
      ($0 as? XMLError)?.code == .schemaSyntax
    }
  }
}
