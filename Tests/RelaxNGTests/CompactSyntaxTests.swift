import ArticleModel
import RelaxNG
import Testing

/// Schemas in RELAX NG compact syntax.
@Suite struct CompactSyntaxTests {
  private static func schema(_ text: String, files: [String: String] = [:]) throws -> CompiledSchema {
    try Check.schema(text, name: "test.rnc", files: files)
  }

  private static func refusal(_ text: String) -> SchemaError? {
    do {
      _ = try schema(text)
      return nil
    } catch {
      return error as? SchemaError
    }
  }

  @Test(
    arguments: [
      ("element foo { empty }", ["<foo/>"], ["<foo>x</foo>", "<bar/>"]),
      ("start = foo  foo = element foo { attribute a { text }?, text }", ["<foo a='1'>x</foo>"], ["<foo b='1'/>"]),
      (
        """
        # a comment
        default namespace = "urn:a"
        namespace b = "urn:b"
        ## documentation
        start |= foo
        start |= b:x
        b:annotation [ b:n = "1" "text" b:c [ ] ]
        foo = [ b:n = "1" ] element foo { attribute b:y { xsd:integer { minInclusive = "3" } - "7" }*, mixed { x* } } >> b:z [ "q" ]
        b:x [ ]
        x = element b:x { "x" | token "y z" | string " s " | xsd:int "07" }
        """.replacing("start |= b:x\n", with: ""),
        [
          "<foo xmlns='urn:a' xmlns:b='urn:b' b:y='4'>t<b:x>y  z</b:x></foo>",
          "<foo xmlns='urn:a' xmlns:b='urn:b'><b:x>7</b:x><b:x> s </b:x></foo>",
        ],
        ["<foo/>", "<foo xmlns='urn:a' xmlns:b='urn:b' b:y='7'/>", "<foo xmlns='urn:a'><x xmlns='urn:b'>s</x></foo>"]
      ),
      (
        "namespace b = \"urn:b\" element * - (b:* | foo) { (element \\element { empty } & element div { empty }?) }",
        ["<a><div/><element/></a>", "<a><element/></a>"], ["<foo><element/></foo>", "<a xmlns='urn:b'/>", "<a/>"]
      ),
      (
        "grammar { start = a a = element a { b } b = grammar { start = parent c } c = element c { empty } }",
        ["<a><c/></a>"], ["<a/>"]
      ),
      ("element foo { list { (xsd:integer, \"a\")+ } }", ["<foo>1 a 2 a</foo>"], ["<foo>1 a 2</foo>"]),
      ("element foo { \"a\" ~ 'b' ~ \"\"\"c\"d\"\"\" }", ["<foo>abc\"d</foo>"], ["<foo>abcd</foo>"]),
      ("element f\\x{6F}o { xsd:token { pattern = \"\\d+\\.x\" } }", ["<foo>12.x</foo>"], ["<foo>12xx</foo>"]),
      ("start = element foo { attribute xml:lang { xsd:language } }", ["<foo xml:lang='en'/>"], ["<foo lang='en'/>"]),
    ] as [(String, [String], [String])])
  func validates(_ text: String, _ valid: [String], _ invalid: [String]) throws {
    let schema = try Self.schema(text)
    for document in valid { #expect(try Check.faults(document, schema).isEmpty, "\(document)") }
    for document in invalid { #expect(try !Check.faults(document, schema).isEmpty, "\(document)") }
  }

  @Test func filesAreIncludedAndOverridden() throws {
    let files = [
      "parts/base.rnc": "start = a  a = element a { b }  b = element b { empty }",
      "parts/pattern.rng": "<element name='c' xmlns='http://relaxng.org/ns/structure/1.0'><empty/></element>",
    ]
    let schema = try Self.schema(
      """
      default namespace = "urn:a"
      include "parts/base.rnc" { b = element b { external "parts/pattern.rng" } }
      """, files: files)
    #expect(try Check.faults("<a xmlns='urn:a'><b><c/></b></a>", schema).isEmpty)
    #expect(try !Check.faults("<a xmlns='urn:a'><b/></a>", schema).isEmpty)
    // From XML, too.
    let mixed = try Check.schema(
      "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='parts/base.rnc'/></grammar>", files: files)
    #expect(try Check.faults("<a><b/></a>", mixed).isEmpty)
  }

  @Test(
    arguments: [
      ("element foo { a, b | c }", 1, 20, "parentheses"),
      ("element foo {\n  a", 2, 3, "expected \"}\""),
      ("element foo { \"a\nb\" }", 1, 15, "not closed"),
      ("start = a", 1, 9, "nothing defines \"a\""),
      ("element p:foo { empty }", 1, 9, "prefix \"p\" is not declared"),
      ("element foo { q:int }", 1, 15, "datatype prefix \"q\""),
      ("element foo { text }?+", 1, 22, "not allowed here"),
      ("element * - foo | b { empty }", 1, 9, "parentheses"),
      ("element foo { token - \"a\" | \"b\" }", 1, 15, "parentheses"),
      ("element foo { parent }", 1, 22, "expected a pattern"),
      ("element foo { attribute * { text } }", 1, 15, "must be repeated"),
      ("element foo { empty } extra", 1, 23, "the end of the file"),
      ("element foo { $ }", 1, 15, "character \"$\""),
      ("namespace xml = \"urn:a\" element foo { empty }", 1, 25, "cannot stand for"),
    ] as [(String, Int, Int, String)])
  func refuses(_ text: String, _ line: Int, _ column: Int, _ message: String) throws {
    let error = try #require(Self.refusal(text))
    #expect(error.message.contains(message), "\(error)")
    #expect(error.position == SourcePosition(line: line, column: column), "\(error)")
  }

  @Test func depthIsBounded() {
    for (open, close) in [("(", ")"), ("element a { ", "}"), ("list { ", "}"), ("grammar { start = ", "}")] {
      let text = String(repeating: open, count: 5000) + "empty" + String(repeating: close, count: 5000)
      #expect(Self.refusal(text)?.code == .limit, "\(open)")
    }
    #expect(Self.refusal("element a { token " + String(repeating: "- token ", count: 5000) + "}")?.code == .limit)
    #expect(Self.refusal("element " + String(repeating: "* - ", count: 5000) + "a { empty }") != nil)
    #expect(Self.refusal(String(repeating: "[", count: 5000)) != nil)
  }
}
