import ArticleModel
import EntityRecognition
import Testing

@Suite("Addresses")
struct AddressRecognizerTests {
  @Test("URLs and e-mail addresses", arguments: cases)
  func address(_ test: GrammarCase) {
    #expect(Grammar.mentions(AddressRecognizer(), test) == test.mentions)
  }

  private static let cases: [GrammarCase] = [
    GrammarCase("See https://example.org/a?b=c#d.", "https://example.org/a?b=c#d → https://example.org/a?b=c#d"),
    GrammarCase("See www.example.org/a", "www.example.org/a → http://www.example.org/a"),
    GrammarCase("Write to ana@example.org.", "ana@example.org → mailto:ana@example.org"),
    GrammarCase("http://example.org/a|b", "http://example.org/a → http://example.org/a"),
    GrammarCase("http://example.org/é[1]", "http://example.org/é[1] → http://example.org/%C3%A9%5B1%5D"),
    GrammarCase("http://example.org/100%", "http://example.org/100% → http://example.org/100%25"),
    GrammarCase("http://example.org/a%20b", "http://example.org/a%20b → http://example.org/a%20b"),
    GrammarCase("http://example.org/a#b#c", "http://example.org/a#b#c → http://example.org/a#b%23c"),
    GrammarCase("http://example.org:80x/", "http://example.org:80x/ → -"),
    GrammarCase("www.:/", "www.:/ → -"),
    GrammarCase("No address here."),
  ]
}
