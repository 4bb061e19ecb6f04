import RelaxNG
import TestSupport
import Testing

/// Schemas and documents that are made to take long.
@Suite struct HostileInputTests {
  private static func grammar(_ content: String) -> String {
    "<grammar xmlns='http://relaxng.org/ns/structure/1.0' datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>"
      + content + "</grammar>"
  }

  private static func many(_ count: Int, _ text: (Int) -> String) -> String { (0..<count).map(text).joined() }

  /// A name class of many names, and many of them beside each other.
  @Test func manyNamesAreNotSearched() throws {
    let names = Self.many(20_000) { "<name>a\($0)</name>" }
    let attributes = Self.many(100) { group in
      "<attribute><choice>\(Self.many(100) { "<name>n\(group)-\($0)</name>" })</choice></attribute>"
    }
    var counts: [Int] = []
    let time = try processorTime {
      let schema = try Check.schema(
        Self.grammar("<start><element><choice>\(names)</choice><empty/></element></start>"))
      for document in ["<a19999/>", "<b/>"] { counts.append(try Check.faults(document, schema).count) }
      _ = try Check.schema(Self.grammar("<start><element name='a'>\(attributes)</element></start>"))
    }
    #expect(counts == [0, 1])
    #expect(time < .seconds(30))
  }

  @Test func wildcardsOfManyNamesAreBounded() {
    // Each takes a byte for each of 50,000 names.
    let names = Self.many(50_000) { "<name>a\($0)</name>" }
    let wildcards = Self.many(1500) { number in
      "<element><anyName><except><name>b\(number)</name></except></anyName><ref name='n'/></element>"
    }
    let text = Self.grammar(
      "<start><choice><ref name='n'/>\(wildcards)</choice></start>"
        + "<define name='n'><element><choice>\(names)</choice><empty/></element></define>")
    #expect(Check.refusal(text)?.code == .limit)
  }

  /// What each level of a schema gathers of the levels below grows with the square.
  @Test func namesGatheredAtEachLevelAreBounded() {
    let leaves = Self.many(20_000) { "<optional><attribute name='l\($0)'/></optional>" }
    let levels = Self.many(300) { "<group><optional><attribute name='g\($0)'/></optional>" }
    let text = Self.grammar(
      "<start><element name='a'>\(levels)\(leaves)\(Self.many(300) { _ in "</group>" })</element></start>")
    #expect(Check.refusal(text)?.code == .limit)
  }

  private static let references = grammar(
    """
    <start><element name="a"><optional><attribute name="r"><data type="IDREFS"/></attribute></optional>
    <zeroOrMore><element name="b"><attribute name="i"><data type="ID"/></attribute></element></zeroOrMore></element></start>
    """)

  @Test func referencesToNothingAreCheap() throws {
    let schema = try Check.schema(Self.references)
    let document = "<a r='" + Self.many(200_000) { "i\($0) " } + "'/>"
    var count = 0
    let time = try processorTime { count = try Check.faults(document, schema).count }
    #expect(count == 1000)
    #expect(time < .seconds(30))
  }

  @Test func referencesBeyondThoseKeptAreChecked() throws {
    let schema = try Check.schema(Self.references)
    let identifiers = Self.many(12_000) { "<b i='i\($0)'/>" }
    let references = Self.many(12_000) { "i\($0) " }
    #expect(try Check.messages("<a r='\(references)'>\(identifiers)</a>", schema) == [])
    #expect(
      try Check.messages("<a r='\(references) x y x'>\(identifiers)</a>", schema) == [
        "1:1 idref-dangling from here on, 2 more identifiers are referred to that nothing in the document has"
      ])
  }

  /// Of hundreds of attributes in any order each is one step.
  @Test func manyAttributesInOneElement() throws {
    let schema = try Check.schema(
      Self.grammar(
        "<start><element name='a'>\(Self.many(500) { "<optional><attribute name='a\($0)'/></optional>" })</element></start>"
      ))
    var counts: [Int] = []
    let time = try processorTime {
      for name in ["a", "b"] {
        counts.append(try Check.faults("<a \(Self.many(500) { "\(name)\($0)='' " })/>", schema).count)
      }
    }
    #expect(counts == [0, 500])
    #expect(time < .seconds(30))
  }

  @Test func pathsAmongManyDifferentSiblings() throws {
    let schema = try Check.schema(
      "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'><empty/></element>")
    let document = "<a>" + Self.many(2) { _ in Self.many(400) { "<x\($0)><x0/></x\($0)>" } } + "</a>"
    let paths = try Check.faults(document, schema).map(\.path).filter { $0.hasPrefix("/a/x0[") }
    #expect(paths.contains("/a/x0[2]"))
  }

  private static let compact = """
    default namespace = "u"
    start = element a { attribute b { xsd:integer { minInclusive = "1" } }, (c | d)*, text & e? }
    c = element c { empty } d = element * - (c | a | e) { list { "x"+ } } e = element e { empty }
    """

  /// A schema that breaks off anywhere is refused, or whole by chance: nothing else happens.
  @Test func schemasThatBreakOff() {
    let bytes = Array(Self.compact.utf8)
    for end in bytes.indices {
      _ = try? CompiledSchema(SchemaSource(name: "a.rnc", bytes: Array(bytes[..<end])))
    }
    let xml = Array(Self.references.utf8)
    for end in xml.indices {
      #expect(throws: SchemaError.self) {
        try CompiledSchema(SchemaSource(name: "a.rng", bytes: Array(xml[..<end])))
      }
    }
  }
}
