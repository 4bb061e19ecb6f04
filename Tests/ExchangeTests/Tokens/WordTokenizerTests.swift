import Testing

@testable import Exchange

@Suite struct WordTokenizerTests {
  private func tokens(_ text: String, _ language: String) -> [String] {
    var document = StandoffDocument(identifier: "a", text: Array(text.utf8))
    document.language = language
    return TokenizedDocument(document).tokens.map { String(decoding: document.text[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("en", "Kosovo's rail-link isn't ready.", "Kosovo|'s|rail|-|link|is|n't|ready|."),
    ("en", "They’ll pay €1,234.50 at 12:30.", "They|’ll|pay|€|1,234.50|at|12:30|."),
    ("en", "Dr. O'Brien of the U.S. Navy left.", "Dr.|O'Brien|of|the|U.S.|Navy|left|."),
    (
      "en", "See https://a.example/b_(c)?d=1, or mail a.b@c.org.",
      "See|https://a.example/b_(c)?d=1|,|or|mail|a.b@c.org|."
    ),
    ("en", "“No...” (she said)", "“|No|...|”|(|she|said|)"),
    ("de", "Am 3. Mai geht's z.B. nach Baden-Baden.", "Am|3.|Mai|geht|'s|z.B.|nach|Baden-Baden|."),
    ("fr", "Aujourd’hui l’Union dit qu'elle est là.", "Aujourd’hui|l’|Union|dit|qu'|elle|est|là|."),
    ("es", "¿Qué pasó en S.A.?", "¿|Qué|pasó|en|S.A.|?"),
    ("ja", "東京は雨", "東|京|は|雨"),
    ("en", "👩‍🚀🇩🇪e\u{301}a ok", "👩‍🚀|🇩🇪|e\u{301}a|ok"),
    ("ar", "قال محمد، نعم", "قال|محمد|،|نعم"),
    ("en", "a|b_c*[d]", "a|\u{7C}|b_c|*|[|d|]"),
  ])
  func words(language: String, text: String, expected: String) {
    var found = tokens(text, language)
    // A vertical bar of the text, for the list.
    if text.contains("|") {
      #expect(found.contains("|"))
      found.removeAll { $0 == "|" }
      #expect(found.joined(separator: "|") == expected.replacing("|||", with: "|"))
    } else {
      #expect(found.joined(separator: "|") == expected)
    }
  }

  @Test func ownTokensAreKeptAndGapsFilled() {
    var document = StandoffDocument(identifier: "a", text: Array("10 000 was, so".utf8))
    var number = StandoffToken(range: 0..<6)
    number.lemma = "n"
    document.tokens = [number]
    #expect(TokenizedDocument(document).tokens.map(\.range) == [0..<6, 7..<10, 10..<11, 12..<14])
    let parted = TokenizedDocument(document, partsSpaces: true).tokens
    #expect(parted.map(\.range) == [0..<2, 3..<6, 7..<10, 10..<11, 12..<14])
    #expect(parted[1].lemma == "n")
  }

  @Test func sentencesAreNotDividedInsideRanges() {
    var document = StandoffDocument(identifier: "a", text: Array("One St. Paul came. Two\nThree".utf8))
    document.sentences = [0..<7, 8..<18, 19..<22, 23..<28]
    #expect(TokenizedDocument(document).sentences.map(\.range) == document.sentences)
    let whole = TokenizedDocument(document, whole: [4..<12])
    #expect(whole.sentences.map(\.range) == [0..<18, 19..<22, 23..<28])
    #expect(TokenizedDocument(document, whole: [1..<2]).tokens.prefix(3).map(\.range) == [0..<1, 1..<2, 2..<3])
  }
}
