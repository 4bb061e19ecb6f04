import FoundationEssentials
import Testing

@testable import SchemaDerivation

@Suite struct DerivationTests {
  private static let schemas = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "schemas")

  private static func file(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: schemas.appending(path: name)), as: UTF8.self)
  }

  @Test func schemasAreUpToDate() throws {
    let specification = try Specification(odd: Array(try Self.file("teikit.odd").utf8), name: "teikit.odd")
    let hint: Comment = "run: swift run SchemaDerivation schemas/teikit.odd schemas"
    #expect(RelaxNGWriter.schema(specification) == (try Self.file("teikit.rng")), hint)
    #expect(SchematronWriter.schema(specification) == (try Self.file("teikit.sch")), hint)
  }

  /// An ODD with one element, `content` and `attributes`.
  private static func odd(_ content: String, _ attributes: String = "") -> [UInt8] {
    Array(
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="x" start="a"><elementSpec ident="a">\
      <content>\(content)</content><attList>\(attributes)</attList></elementSpec></schemaSpec></TEI>
      """.utf8)
  }

  private static func pattern(_ content: String, _ attributes: String = "") throws -> [Pattern] {
    let specification = try Specification(odd: odd(content, attributes), name: "x.odd")
    guard case .element(_, _, let parts) = try #require(specification.declarations.first).pattern else { return [] }
    return parts
  }

  @Test func readsContentModels() throws {
    #expect(try Self.pattern("<empty/>") == [.empty])
    #expect(try Self.pattern("<textNode/>") == [.text])
    #expect(
      try Self.pattern("<elementRef key='a' minOccurs='0' maxOccurs='unbounded'/>") == [.zeroOrMore(.reference("a"))])
    #expect(
      try Self.pattern("<alternate minOccurs='0'><textNode/><elementRef key='a'/></alternate>")
        == [.optional(.choice([.text, .reference("a")]))])
    #expect(
      try Self.pattern("<elementRef key='a' minOccurs='1' maxOccurs='3'/>") == [
        .group([.reference("a"), .optional(.group([.reference("a"), .optional(.reference("a"))]))])
      ])
    #expect(
      try Self.pattern("<elementRef key='a' minOccurs='2' maxOccurs='unbounded'/>")
        == [.group([.reference("a"), .oneOrMore(.reference("a"))])])
  }

  @Test func readsAttributes() throws {
    let closed =
      "<attDef ident='b' usage='req'><valList type='closed'><valItem ident='1'/><valItem ident='2'/></valList></attDef>"
    #expect(try Self.pattern("<empty/>", closed) == [.attribute(name: "b", .choice([.value("1"), .value("2")]))])
    let list =
      "<attDef ident='b'><datatype maxOccurs='unbounded'><dataRef name='anyURI' restriction='x'/></datatype></attDef>"
    let one = Pattern.data(type: "anyURI", parameters: [.init(name: "pattern", value: "x")])
    #expect(try Self.pattern("<empty/>", list) == [.optional(.attribute(name: "b", .list(.oneOrMore(one))))])
  }

  @Test(arguments: [
    ("<elementRef key='b'/>", "\"b\" is not declared"), ("<anyElement/>", "\"anyElement\" in a content model"),
    ("<sequence/>", "\"sequence\" without members"), ("<empty/><empty/>", "content with 2 parts"),
    ("<elementRef key='a' minOccurs='2'/>", "occurs from 2 to 1 times"),
  ])
  func saysWhatIsWrongWithAnODD(content: String, message: String) {
    let error = #expect(throws: DerivationError.self) { try Specification(odd: Self.odd(content), name: "x.odd") }
    #expect(error?.description.contains(message) == true)
  }
}
