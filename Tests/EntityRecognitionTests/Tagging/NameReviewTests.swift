import ArticleModel
import Testing

@testable import EntityRecognition

/// The network is trained anew now and then: only what no reader doubts is asked of it.
@Suite struct NameReviewTests {
  @Test func aBareSurnameIsThePersonOfTheFullName() {
    let text = "Angela Merkel met reporters in Berlin on Monday. Merkel said that she would not run again."
    #expect(Review.words([.person], text) == ["Angela Merkel", "Merkel"])
  }

  @Test func noPossessiveIsPartOfAName() {
    #expect(Review.words([.person], "Reporters asked about Angela Merkel’s plan.") == ["Angela Merkel"])
    #expect(Review.words([.person], "Reporters asked about Angela Merkel's plan.") == ["Angela Merkel"])
  }

  @Test(arguments: [
    "On Tuesday President Barack Obama spoke to reporters.", "It was Prime Minister Tony Blair who called.",
    "They thanked Dr. Karl Brandstone for his work.",
    "He met UN Secretary-General Kofi Annan on Monday and left.",
  ])
  func noTitleIsPartOfAName(text: String) {
    let persons = Review.words([.person], text)
    #expect(persons.count == 1)
    for title in ["President", "Prime", "Minister", "Dr", "UN", "General"] {
      #expect(persons.allSatisfy { !$0.contains(title) })
    }
  }

  @Test func noArticleIsPartOfAName() {
    let text = "The United Nations and the European Union asked the White House for help, the Guardian said."
    let types: Set<MentionType> = [.organisation, .facility, .place]
    #expect(Review.words(types, text).contains("United Nations"))
    #expect(Review.words(types, text).allSatisfy { !$0.lowercased().hasPrefix("the ") })
  }

  @Test(arguments: [
    ("Shares of Enron Corp. fell on Monday.", "Enron Corp."), ("She joined Acme Widgets Ltd.", "Acme Widgets Ltd."),
    ("She works at Enron. It is a firm.", "Enron"),
  ])
  func theStopOfAShortFormBelongsToItsName(text: String, name: String) {
    #expect(Review.words([.organisation], text) == [name])
  }

  @Test func anAirbaseIsNamedByWhereItIs() {
    let text = "Troops landed in Romania, at the Mihail Kogalnicanu airbase near the Black Sea, on Monday."
    #expect(Review.words([.facility], text) == ["Mihail Kogalnicanu airbase"])
  }

  @Test func aNameOfTheUsersListStays() {
    let input = Review.input(["They walked the long road and said nothing of it to anyone."])
    let mention = Mention(SourceRange(12..<21), .facility, method: .userGazetteer, certainty: 0.1)
    #expect(Review.mentions(input, and: [mention]).contains(mention))
  }

  @Test(arguments: ["They met on Monday, 3 June 2024, at noon.", "In May and June it rained, then came August."])
  func datesAreNoNames(text: String) {
    #expect(Review.words([.person, .organisation, .settlement, .country, .region, .place], text) == [])
  }

  @Test(arguments: ["de", "fr", "es", "pl", "und", "ar", "eng"])
  func otherLanguagesGoByTheRules(language: String) {
    let input = Review.input(
      ["Angela Merkel besuchte am Montag Paris. Merkel sprach mit Emmanuel Macron über die NATO."], language: language)
    let rules = Review.rules(input)
    #expect(!rules.isEmpty)
    #expect(Review.review.review(rules, in: input) == rules)
  }

  @Test func whatWasReadBeforeDoesNotMatter() {
    let texts = ["Merkel", "Paris", "Jordan"].map {
      "\($0) went home. Karl \($0) of \($0) Bank spoke to NATO in London."
    }
    let alone = texts.map { text in
      let input = Review.input([text])
      return NameReview().review(Review.rules(input), in: input)
    }
    let one = NameReview()
    var random = SplitMix(state: 5)
    for round in 0..<12 {
      // Words enough that the memory has to forget.
      let other = Review.input([(0..<3000).map { _ in "Word\(random.next() % 100_000)" }.joined(separator: " ")])
      _ = one.review([], in: other)
      let input = Review.input([texts[round % 3]])
      #expect(one.review(Review.rules(input), in: input) == alone[round % 3])
    }
  }

  /// A letter and a mark that a careless hash takes for one another: what was read first must not speak for the other.
  @Test func wordsAndMarksAreNotMistaken() {
    let marks = (0x21...0x7E).map { String(UnicodeScalar($0)) }
    let text = "Portugal | Azores | 206 y 126 ~ z } x { v"
    func read(_ texts: [String]) -> [NameTagger.Name] {
      let tagger = NameTagger(network: NameTagger.embeddedNetwork)
      var names: [NameTagger.Name] = []
      for text in texts { names = tagger.names(in: Review.input([text]), rules: []) }
      return names
    }
    let alone = read([text])
    #expect(read([marks.joined(separator: " "), text]) == alone)
    #expect(read([marks.reversed().joined(separator: " "), text]) == alone)
  }

  @Test func aListedArticleStays() {
    let input = Review.input(["The court sits in The Hague, said a judge, and The Hague is proud of it."])
    let places = Review.mentions(input).filter(\.type.isPlace).map { input.source.string($0.range) }
    #expect(places == ["The Hague", "The Hague"])
  }

  @Test func aLongRunIsReadToItsEnd() {
    let sentence = "Reporters asked Angela Merkel about it in Berlin. "
    let input = Review.input([String(repeating: sentence, count: 1100)])
    #expect(input.tokens.count > 9000)
    let mentions = Review.mentions(input)
    #expect(
      mentions.filter { $0.type == .person }.map { input.source.string($0.range) }.count { $0 == "Angela Merkel" }
        > 1090)
    #expect(mentions.contains { Int($0.range.end) > input.source.bytes.count - 20 })
  }

  @Test(arguments: ["", " ", "—", "12, 13; 14.", "...", "\u{200B}", "\u{0}", "🇷🇴", "的", "’s", "A", "THE", "the The"])
  func oddTextDoesNoHarm(text: String) {
    for mention in Review.mentions(Review.input([text, text])) { #expect(!mention.range.isEmpty) }
  }

  @Test func namesOfATextWithoutLetters() {
    let input = Review.input(["12, 13; 14.", "— 5 — 6 —"])
    #expect(NameTagger.embedded.names(in: input, rules: []).isEmpty)
  }

  /// Whatever the text: what is found lies in a run, in borders of characters, and no name overlaps another.
  @Test func randomTexts() {
    var random = SplitMix(state: 17)
    for _ in 0..<1500 {
      let paragraphs = (0..<Int(random.next() % 4 + 1)).map { _ in
        (0..<Int(random.next() % 14)).map { _ in
          Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] + (random.next() % 4 == 0 ? "" : " ")
        }.joined()
      }
      let input = Review.input(paragraphs)
      let rules = Review.rules(input)
      for mention in Review.review.review(rules, in: input) {
        #expect(!mention.range.isEmpty && mention.certainty > 0 && mention.certainty <= 1)
        #expect(input.runs.contains { $0.range.contains(mention.range) }, "\(paragraphs)")
        #expect(String(validating: input.source.bytes[mention.range.bytes], as: UTF8.self) != nil, "\(paragraphs)")
      }
      var end = 0
      for name in NameTagger.embedded.names(in: input, rules: rules) {
        #expect(name.tokens.lowerBound >= end && !name.tokens.isEmpty, "\(paragraphs)")
        #expect(name.probability > 0 && name.probability <= 1.001)
        #expect(
          input.runs.contains {
            $0.tokens.contains(name.tokens.lowerBound) && $0.tokens.contains(name.tokens.upperBound - 1)
          })
        end = name.tokens.upperBound
      }
    }
  }

  private static let pieces = [
    "Angela", "Merkel", "the", "The", "of", "Paris", "NATO", "President", "Dr.", "’s", "'s", "-", "–", ".", ",", "(",
    ")",
    "river", "Lake", "Bank", "said", "in", "Müller", "مصر", "東京", "🇷🇴", "e\u{301}", "\u{200B}", "2024", "Monday",
    "3 June",
    "\"", "“", "”", "and", "U.S.", "McDonald", "x@y.example", "http://a.b/C", "İstanbul", "Σ", "ﬁ", "\u{0}", "\t", "A",
    "ß",
    "von", "der", "AND", "STREET", "Minister", "Prime", "Romania", "Ukrainian", "€5", "№7", "F-16", "\u{FEFF}",
    "\u{A0}",
  ]
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same texts on every machine.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
