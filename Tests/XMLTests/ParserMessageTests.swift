import Testing
import XML

/// What is said of the commonest slips in XML, beyond what libxml2 says.
@Suite struct ParserMessageTests {
  @Test(
    arguments: [
      ("<p>Smith & Sons</p>", "\"&\" begins a reference; expected \"&amp;\" for the character itself"),
      (
        "<p>AT&T Corp.</p>",
        "\"&\" begins a reference that does not end in \";\"; expected \"&amp;\" for the character itself"
      ),
      (
        "<p>1 < 2</p>",
        "\"<\" begins a tag, but no name follows; expected \"&lt;\" for the character itself"
      ),
      ("<p n='1' n='2'/>", "attribute \"n\" stands twice in one start tag; expected it once"),
      ("<p n=1/>", "the value of an attribute has no quotation mark; expected it in \"…\" or '…'"),
      (
        "<p>a&nbsp;b</p>",
        "entity \"nbsp\" is not declared in the file; expected its text or a character reference"
      ),
      ("<p n='1'm='2'/>", "attributes follow each other without a space between them"),
      ("<p><!-- a -- b --></p>", "\"--\" stands inside a comment; expected it at its end alone"),
      ("<p><t:q/></p>", "prefix \"t\" of \"t:q\" is not declared; expected xmlns:t=\"…\" there or around it"),
      ("<p><q>a</p>", "end tag \"p\" closes element \"q\" of line 1; expected \"</q>\""),
    ])
  func slips(_ text: String, _ message: String) throws {
    for read in [Self.readEvents, Self.parse] {
      let error = #expect(throws: XMLError.self) { try read(Array(text.utf8)) }
      #expect(error?.message == message)
      #expect(error?.code == .xmlSyntax)
    }
  }

  private static func readEvents(_ bytes: [UInt8]) throws {
    let reader = XMLEventReader()
    var recorder = EventRecorder(reader.names)
    try reader.read(bytes, name: "a.xml", into: &recorder)
  }

  private static func parse(_ bytes: [UInt8]) throws { _ = try XMLDocument(parsing: bytes, name: "a.xml") }
}
