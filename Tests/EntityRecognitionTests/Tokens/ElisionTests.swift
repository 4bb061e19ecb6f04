import ArticleModel
import Testing

@testable import EntityRecognition

@Suite struct ElisionTests {
  private static func tokens(_ text: String, language: String) -> [String] {
    let input = Review.input([text], language: language)
    return input.tokens.map { input.source.string($0.range) }
  }

  @Test(arguments: [
    ("L’Union dit qu'elle vient d’Arles", ["L’", "Union", "dit", "qu'", "elle", "vient", "d’", "Arles"]),
    ("jusqu’en mai, lorsqu'il", ["jusqu’en", "mai", ",", "lorsqu'", "il"]),
    // One word each.
    ("aujourd’hui quelqu'un presqu’île", ["aujourd’hui", "quelqu'un", "presqu’île"]),
    ("l’ d' 5", ["l", "’", "d", "'", "5"]),
  ])
  func frenchWordsThatAreShortened(text: String, words: [String]) {
    #expect(Self.tokens(text, language: "fr") == words)
    #expect(Self.tokens(text, language: "fr-CA") == words)
  }

  @Test func otherLanguagesShortenNothing() {
    #expect(Self.tokens("Beverly D'Angelo, L'Oréal", language: "en") == ["Beverly", "D'Angelo", ",", "L'Oréal"])
  }

  @Test func whatStandsBehindIsFound() {
    let input = Review.input(["L’Union européenne l’a dit à l'Italie."], language: "fr")
    #expect(Review.rules(input).map { input.source.string($0.range) } == ["Union européenne", "Italie"])
  }
}
