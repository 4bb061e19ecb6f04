import ArticleModel
import RelaxNG
import TestSupport
import Testing

/// Incorrect schemas are refused with place, reason and section.
@Suite struct SchemaErrorTests {
  private static func grammar(_ content: String) -> String {
    "<grammar xmlns='http://relaxng.org/ns/structure/1.0' ns='urn:a'>\n\(content)</grammar>"
  }

  @Test(
    arguments: [
      (
        "<start><element name='a'><attribute name='b'><element name='c'><empty/></element></attribute></element></start>",
        "7.1.1"
      ),
      (
        "<start><element name='a'><oneOrMore><group><attribute name='b'/><text/></group></oneOrMore></element></start>",
        "7.1.2"
      ),
      ("<start><element name='a'><list><text/></list></element></start>", "7.1.3"),
      ("<start><element name='a'><data type='token'><except><text/></except></data></element></start>", "7.1.4"),
      ("<start><text/></start>", "7.1.5"),
      ("<start><element name='a'><value>x</value><element name='b'><empty/></element></element></start>", "7.2"),
      ("<start><element name='a'><attribute name='b'/><attribute name='b'/></element></start>", "7.3"),
      ("<start><element name='a'><attribute><anyName/></attribute></element></start>", "7.3"),
      ("<start><element name='a'><interleave><text/><text/></interleave></element></start>", "7.4"),
      (
        "<start><element name='a'><interleave><element name='b'><empty/></element><element><anyName/><empty/></element></interleave></element></start>",
        "7.4"
      ),
      ("<start><ref name='x'/></start><define name='x'><choice><ref name='x'/><empty/></choice></define>", "4.19"),
      ("<start><ref name='y'/></start><define name='x'><empty/></define>", "4.18"),
      (
        "<start><element name='a'><empty/></element></start><define name='x'><empty/></define><define name='x'><empty/></define>",
        "4.17"
      ),
      ("<start><element name='q:a'><empty/></element></start>", "4.10"),
      ("<start><element name='a'><attribute name='xmlns' ns=''/></element></start>", "4.16"),
      ("<start><element name='a'><empty/>text</element></start>", "3"),
      ("<start><element name='a' colour='b'><empty/></element></start>", "3"),
      ("<start><elment name='a'><empty/></elment></start>", "3"),
      ("<include href='missing.rng'/>", nil),
    ] as [(String, String?)])
  func refused(_ content: String, _ section: String?) throws {
    let error = try #require(Check.refusal(Self.grammar(content)), "\(content)")
    #expect(error.section == section, "\(error)")
    #expect(error.position?.line == 2, "\(error)")
    #expect(error.file == "test.rng")
  }

  @Test func aGrammarHasAStart() throws {
    #expect(Check.refusal(Self.grammar("<define name='x'><empty/></define>"))?.section == "4.18")
  }

  @Test func theMessageIsOneLine() throws {
    let error = try #require(
      Check.refusal(
        Self.grammar("<start>\n <element name='a'><attribute name='b'/><attribute name='b'/></element></start>")))
    #expect(
      error.description
        == "test.rng:3:41: error[schema-restriction]: attribute \"b\" stands twice in one group (RELAX NG, section 7.3)"
    )
  }

  @Test func filesInACircleAreRefused() throws {
    let schema = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='b.rng'/></grammar>"
    let other = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='test.rng'/></grammar>"
    let error = try #require(Check.refusal(schema, files: ["b.rng": other, "test.rng": schema]))
    #expect(error.code == .reference)
    #expect(error.file == "b.rng")
  }

  @Test func includedFilesAreOverridden() throws {
    let base = """
      <grammar xmlns='http://relaxng.org/ns/structure/1.0' datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>
      <start><element name='a'><ref name='content'/></element></start>
      <div><define name='content'><data type='integer'/></define></div></grammar>
      """
    let schema = """
      <grammar xmlns='http://relaxng.org/ns/structure/1.0' ns='urn:a' xml:base='parts/'>
      <include href='base.rng'><define name='content'><element name='b'><empty/></element></define></include></grammar>
      """
    let compiled = try Check.schema(schema, files: ["parts/base.rng": base])
    #expect(try Check.faults("<a xmlns='urn:a'><b/></a>", compiled).isEmpty)
    #expect(try !Check.faults("<a xmlns='urn:a'>1</a>", compiled).isEmpty)
    let wrong = schema.replacing("name='content'", with: "name='contents'")
    #expect(Check.refusal(wrong, files: ["parts/base.rng": base])?.section == "4.7")
  }

  @Test func depthAndSizeAreBounded() throws {
    let deep = String(repeating: "<group>", count: 1000) + "<empty/>" + String(repeating: "</group>", count: 1000)
    #expect(Check.refusal(Check.element(deep))?.code == .limit)
    // A chain of definitions that is as deep.
    var chain = "<start><element name='a'><ref name='d0'/></element></start>"
    for index in 0..<2000 {
      chain += "<define name='d\(index)'><group><text/><ref name='d\(index + 1)'/></group></define>"
    }
    chain += "<define name='d2000'><text/></define>"
    #expect(Check.refusal(Self.grammar(chain))?.code == .limit)
    // Files that include the next twice.
    var files: [String: String] = [:]
    for index in 0..<40 {
      files["f\(index)"] = Check.element("<externalRef href='f\(index + 1)'/><externalRef href='f\(index + 1)'/>")
    }
    files["f40"] = Check.element("<empty/>")
    #expect(Check.refusal(Check.element("<externalRef href='f0'/>"), files: files)?.code == .limit)
  }

  /// Each definition holds the one before twice: 2 to the power of 60 elements, attributes or words.
  @Test(
    .timeLimit(.minutes(30)),
    arguments: [
      ("<element name='e'><empty/></element>", "group", "%", "<e/>"),
      ("<element name='e'><empty/></element>", "choice", "%", "<e/>"),
      ("<attribute name='e'/>", "choice", "%", ""),
      ("<value>a</value>", "group", "<list>%</list>", ""),
      ("<oneOrMore><value>a</value></oneOrMore>", "oneOrMore", "<list>%</list>", "a"),
      ("<zeroOrMore><element name='e'><empty/></element></zeroOrMore>", "group", "%", "<x/>"),
    ])
  func doublingIsBounded(_ first: String, _ operation: String, _ frame: String, _ content: String) throws {
    let time = try processorTime { () throws in
      var schema = "<start><element name='a'>\(frame.replacing("%", with: "<ref name='d60'/>"))</element></start>"
      schema += "<define name='d0'>\(first)</define>"
      for index in 1...60 {
        let twice = "<ref name='d\(index - 1)'/><ref name='d\(index - 1)'/>"
        schema += "<define name='d\(index)'><oneOrMore><\(operation)>\(twice)</\(operation)></oneOrMore></define>"
      }
      do {
        _ = try Check.faults("<a xmlns='urn:a'>\(content)</a>", try Check.schema(Self.grammar(schema)))
      } catch let error as SchemaError {
        #expect(error.code == .limit, "\(error)")
      }
    }
    #expect(time < .seconds(60))
  }
}
