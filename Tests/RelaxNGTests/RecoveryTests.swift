import ArticleModel
import RelaxNG
import Testing

/// One mistake, one message; and the message says what to do.
@Suite struct RecoveryTests {
  private static let schema = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
    <start><ref name="text"/></start>
    <define name="text"><element name="text"><ref name="head"/><oneOrMore><choice><ref name="p"/><ref name="table"/></choice></oneOrMore></element></define>
    <define name="head"><element name="head"><optional><attribute name="type"><choice><value>main</value><value>sub</value></choice></attribute></optional><text/></element></define>
    <define name="p"><element name="p"><optional><attribute name="cert"><data type="decimal"><param name="minInclusive">0</param><param name="maxInclusive">1</param></data></attribute></optional><zeroOrMore><choice><text/><ref name="date"/></choice></zeroOrMore></element></define>
    <define name="date"><element name="date"><attribute name="when"><data type="date"/></attribute><text/></element></define>
    <define name="table"><element name="table"><oneOrMore><ref name="row"/></oneOrMore></element></define>
    <define name="row"><element name="row"><oneOrMore><element name="cell"><data type="integer"/></element></oneOrMore></element></define>
    </grammar>
    """

  @Test(
    arguments: [
      ("<text><head/><p>a</p></text>", []),
      (
        "<text><head/><p>a</p>\n<row><cell>1</cell></row></text>",
        ["2:1 element-not-allowed element \"row\" not allowed in \"text\"; \"row\" belongs in \"table\""]
      ),
      (
        "<text><head/><tabel><row><cell>1</cell></row></tabel></text>",
        ["1:14 element-not-allowed unknown element \"tabel\" in \"text\"; did you mean \"table\"?"]
      ),
      (
        "<text><hed/><p/></text>",
        ["1:7 element-not-allowed unknown element \"hed\" in \"text\"; did you mean \"head\"?"]
      ),
      (
        "<text><p/></text>",
        ["1:7 content-incomplete content of element \"text\" is not complete; expected \"head\" before \"p\""]
      ),
      (
        "<text><p/><head/></text>",
        ["1:7 content-incomplete content of element \"text\" is not complete; expected \"head\" before \"p\""]
      ),
      (
        "<text><head/></text>",
        ["1:14 content-incomplete content of element \"text\" is not complete; expected \"p\" or \"table\""]
      ),
      (
        "<text><head/><p/><note><date>x</date><p cert='2'/></note><p/></text>",
        [
          "1:18 element-not-allowed unknown element \"note\" in \"text\"; expected \"p\" or \"table\"",
          "1:24 attribute-missing element \"date\" has no attribute \"when\"; expected a date as \"2024-06-13\"",
          "1:38 attribute-value attribute \"cert\" of element \"p\" is \"2\"; expected a decimal number from 0 to 1",
        ]
      ),
      (
        "<text><head typ='main'/><p/></text>",
        ["1:7 attribute-not-allowed attribute \"typ\" not allowed on element \"head\"; did you mean \"type\"?"]
      ),
      (
        "<text><head type='mian'/><p/></text>",
        ["1:7 attribute-value attribute \"type\" of element \"head\" is \"mian\"; expected \"main\" or \"sub\""]
      ),
      (
        "<text><head/><p><date wen='2024-01-01'/></p></text>",
        ["1:17 attribute-not-allowed attribute \"wen\" not allowed on element \"date\"; did you mean \"when\"?"]
      ),
      (
        "<text><head/><table><row><cell>one</cell><cell>2</cell></row></table></text>",
        ["1:35 content-value content of element \"cell\" is \"one\"; expected a whole number"]
      ),
      ("<p/>", ["1:1 element-not-allowed element \"p\" not allowed as root; expected \"text\""]),
      (
        "<text xmlns='urn:x'><head xmlns=''/><p xmlns=''/></text>",
        ["1:1 element-not-allowed element \"text\" is in namespace \"urn:x\"; expected none"]
      ),
      (
        "<text><head/><p/><row><cell>1</cell></row><row><cell>2</cell></row><p/><row><cell>3</cell></row></text>",
        [
          "1:18 element-not-allowed element \"row\" not allowed in \"text\"; \"row\" belongs in \"table\"",
          "1:72 element-not-allowed element \"row\" not allowed in \"text\"; \"row\" belongs in \"table\"",
        ]
      ),
      (
        "<text><head/>some <date when='2024-01-01'/> words<p/></text>",
        ["1:14 text-not-allowed text \"some\" not allowed in element \"text\"; expected it in \"p\""]
      ),
      (
        "<text><head/><p/><head/></text>",
        ["1:18 element-not-allowed element \"head\" not allowed here in \"text\"; one stands there already"]
      ),
      (
        "<text><head/><p>a<p>b</p></p></text>",
        ["1:18 element-not-allowed element \"p\" not allowed in \"p\"; expected in \"text\", behind the end of \"p\""]
      ),
      (
        "<text><head/><p><date/></p></text>",
        ["1:17 attribute-missing element \"date\" has no attribute \"when\"; expected a date as \"2024-06-13\""]
      ),
      (
        "<text><head/><p><date when='12 May 2021'/></p></text>",
        [
          "1:17 attribute-value attribute \"when\" of element \"date\" is \"12 May 2021\"; expected a date as \"2024-06-13\"; did you mean \"2021-05-12\"?"
        ]
      ),
      (
        "<text><head cert='1'/><p/></text>",
        ["1:7 attribute-not-allowed attribute \"cert\" not allowed on element \"head\"; \"cert\" belongs on \"p\""]
      ),
    ] as [(String, [String])])
  func messages(_ document: String, _ expected: [String]) throws {
    #expect(try Check.messages(document, Check.schema(Self.schema)) == expected)
  }

  @Test func textIsToldOnce() throws {
    let faults = try Check.faults("<text>\n  some words<head/>and more<p/></text>", Check.schema(Self.schema))
    #expect(
      faults.map(\.message) == [
        "text \"some words\" not allowed in element \"text\"; expected it in \"head\""
      ])
    #expect(faults.map(\.path) == ["/text/text()"])
    #expect(faults.map(\.position) == [SourcePosition(line: 2, column: 3)])
  }

  @Test func faultsHavePathsAndExpectations() throws {
    let faults = try Check.faults(
      "<text><head/><p/><p><date when='x'/></p><row/></text>", Check.schema(Self.schema))
    #expect(faults.map(\.path) == ["/text/p[2]/date[1]/@when", "/text/row[1]"])
    #expect(faults[1].expected == ["table"])
    #expect(faults[1].element == "text")
    #expect(faults[1].found == "row")
  }

  @Test func aValidatorIsUsedAgain() throws {
    let schema = try Check.schema(Self.schema)
    for _ in 0..<3 {
      #expect(try Check.faults("<text><head/><p/></text>", schema).isEmpty)
      #expect(try Check.faults("<text><p/></text>", schema).count == 1)
    }
  }

  @Test func faultsAreBounded() throws {
    let schema = try Check.schema(Self.schema)
    let rows = String(repeating: "<p/><row/>", count: 5000)
    #expect(try Check.faults("<text><head/><p/>\(rows)</text>", schema).count == 1000)
  }

  @Test func identifiersAreChecked() throws {
    let schema = try Check.schema(
      Check.element(
        """
        <zeroOrMore><element name="a"><optional><attribute name="id"><data type="ID"/></attribute></optional>
        <optional><attribute name="ref"><data type="IDREFS"/></attribute></optional></element></zeroOrMore>
        """))
    #expect(try Check.faults("<foo><a ref='x y'/><a id='x'/><a id='y'/></foo>", schema).isEmpty)
    #expect(
      try Check.messages("<foo><a id='x'/><a id=' x '/>\n<a ref='x z'/></foo>", schema) == [
        "1:17 id-duplicate id \"x\" stands twice in the document",
        "2:1 idref-dangling nothing in the document has the identifier \"z\"",
      ])
    let ambiguous = Check.element(
      """
      <zeroOrMore><choice><element name="a"><attribute name="id"><data type="ID"/></attribute></element>
      <element><anyName/><zeroOrMore><attribute><anyName/></attribute></zeroOrMore></element></choice></zeroOrMore>
      """)
    #expect(Check.refusal(ambiguous)?.code == .identifiers)
    #expect(
      try Check.faults("<foo><a id='x'/><a id='x'/></foo>", Check.schema(ambiguous, checksIdentifiers: false)).isEmpty)
  }
}
