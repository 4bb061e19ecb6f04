import RelaxNG
import TestSupport
import Testing
import XML

/// The automaton that all threads share, and its bounds.
@Suite struct AutomatonTests {
  @Test func threadsShareASchema() async throws {
    let schema = try Check.schema(
      """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="a"/></start><define name="a"><element name="a">
      <interleave><zeroOrMore><ref name="a"/></zeroOrMore><optional><element name="b"><text/></element></optional>
      <optional><element name="c"><attribute name="n"/><text/></element></optional></interleave></element></define></grammar>
      """)
    func document(_ seed: Int, depth: Int = 0) -> String {
      var parts = (seed >> depth) % 3 == 0 ? ["<b>x</b>"] : []
      if (seed >> depth) % 5 < 2 { parts.append("<c n='1'>x</c>") }
      if depth < 6 { for index in 0..<(seed % 3) { parts.append(document(seed * 7 + index, depth: depth + 1)) } }
      return "<a>\(parts.joined())\(seed % 97 == 13 && depth == 0 ? "<b/><b/>" : "")</a>"
    }
    let documents = (0..<400).map { document($0) }
    let alone = try documents.map { try Check.faults($0, schema).count }
    try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let reader = XMLEventReader()
          var validator = DocumentValidator(schema, names: reader.names)
          return try documents.map { document in
            try reader.read(Array(document.utf8), name: "a.xml", into: &validator)
            return validator.finish().count
          }
        }
      }
      for try await counts in group { #expect(counts == alone) }
    }
  }

  /// Each subset of the parts of an interleave is a state.
  @Test func anExponentialInterleaveIsGivenUp() throws {
    let count = 400
    let parts = (0..<count).map { "<optional><element name='e\($0)'><empty/></element></optional>" }.joined()
    let schema = try Check.schema(
      Check.element("<zeroOrMore><element name='g'><interleave>\(parts)</interleave></element></zeroOrMore>"))
    var generator = SystemRandomNumberGenerator()
    var document = "<foo>"
    for _ in 0..<900 {
      document += "<g>"
      for index in (0..<count).shuffled(using: &generator).prefix(20) { document += "<e\(index)/>" }
      document += "</g>"
    }
    let faults = try Check.faults(document + "</foo>", schema)
    #expect(faults.map(\.kind) == [.limit])
    // The next document has a new automaton.
    #expect(try Check.faults("<foo><g><e1/><e0/></g></foo>", schema).isEmpty)
    #expect(try Check.faults("<foo><g><e1/><e1/></g></foo>", schema).count == 1)
  }

  /// Two ways to read an element are kept apart until its end decides.
  @Test func ambiguityIsDecidedLate() throws {
    let schema = try Check.schema(
      Check.element(
        """
        <choice>
        <group><element name="a"><element name="x"><empty/></element></element><element name="b"><empty/></element></group>
        <group><element name="a"><element name="x"><empty/></element><optional><element name="y"><empty/></element></optional></element>
        <element name="c"><empty/></element></group>
        </choice>
        """))
    #expect(try Check.faults("<foo><a><x/></a><b/></foo>", schema).isEmpty)
    #expect(try Check.faults("<foo><a><x/></a><c/></foo>", schema).isEmpty)
    #expect(try Check.faults("<foo><a><x/><y/></a><c/></foo>", schema).isEmpty)
    #expect(try Check.faults("<foo><a><x/><y/></a><b/></foo>", schema).count == 1)
  }

  /// Many ambiguous optional attributes and elements take time that is bounded.
  @Test(.timeLimit(.minutes(30))) func ambiguousPatternsAreNoTrap() throws {
    let time = try processorTime { () throws in
      let parts = String(repeating: "<optional><element name='a'><empty/></element></optional>", count: 150)
      let schema = try Check.schema(Check.element(parts))
      #expect(try Check.faults("<foo>\(String(repeating: "<a/>", count: 150))</foo>", schema).isEmpty)
      #expect(try !Check.faults("<foo>\(String(repeating: "<a/>", count: 151))</foo>", schema).isEmpty)
    }
    #expect(time < .seconds(60))
  }
}
