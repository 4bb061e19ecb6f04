import ArticleModel
import TestSupport
import Testing

@testable import EntityLinking

@Suite struct ThingLinkingTests {
  @Test(arguments: [
    ("The [organisation European Space Agency] ([organisation ESA]) and [organisation ESA]", "0 0 0"),
    ("[organisation ESA] ([organisation European Space Agency]) said", "0 0"),
    ("[organisation ESA] said. The [organisation European Space Agency] agreed.", "0 0"),
    ("[organisation International Union of Railways] ([organisation UIC])", "0 0"),
    ("[organisation European Space Agency], [organisation Estonian Sailing Association], [organisation ESA]", "0 1 2"),
    ("[organisation Boeing] ([organisation Reuters])", "0 1"),
    ("[organisation Deutsche Bank AG] and [organisation Deutsche Bank]", "0 0"),
    ("[organisation Deutsche Bank] and [organisation Deutsche Bahn]", "0 1"),
    ("[organisation NATO] and [organisation Nato] and the [organisation N.A.T.O.]", "0 0 0"),
    (
      "[organisation Ministry of Health of Ukraine] and [organisation Health Ministry] and [organisation Ukrainian Ministry of Health]",
      "0 0 0"
    ),
    (
      "[country|Ukraine|wikidata:Q212|UA|Ukraine]’s [organisation Ministry of Health]; the [organisation Ministry of Health]",
      "0 1 1"
    ),
    (
      "[country|Ukraine|wikidata:Q212|UA|Ukraine]'s [organisation Ministry of Health] and [organisation Polish Ministry of Health]; the [organisation Health Ministry]",
      "0 1 2 -"
    ),
    (
      "[organisation Ministry of Defence of Romania] and [organisation Ministry of Defence] of [country|Moldova|wikidata:Q217|MD|Moldova]",
      "0 1 2"
    ),
    ("the [organisation Defense Ministry] and the [organisation Ministry of National Defence]", "0 0"),
    ("the [organisation Ministry of Defence] and the [organisation Ministry]", "0 -"),
    ("[organisation Ministry of Defence] and [organisation Ministry of Health]", "0 1"),
    ("[programme Joint Action Plan] ([programme JAP]) and [organisation JAP]", "0 0 1"),
  ])
  func organisations(text: String, expected: String) { #expect(MarkedMentions(text).pattern == expected, "\(text)") }

  @Test(arguments: [
    ("[settlement|Kyiv|wikidata:Q1899|UA|Kyiv] and [settlement|Kyiv|wikidata:Q1899|UA|Kiev]", "0 0"),
    ("[country|Georgia|wikidata:Q230|GE|Georgia] and [region|Georgia|wikidata:Q1428|US|Georgia]", "0 1"),
    // What is certain once is the sense of a name that is open elsewhere, unless two are.
    ("[settlement|Springfield|wikidata:Q28515|US|Springfield] and [settlement|Springfield|Springfield]", "0 0"),
    (
      "[country|Georgia|wikidata:Q230|GE|Georgia] and [region|Georgia|wikidata:Q1428|US|Georgia] and [region Georgia]",
      "0 1 -"
    ),
    ("[country|France|wikidata:Q142|FR|France] and [demonym|France|wikidata:Q142|FR|French]", "0 0"),
    ("[settlement KYIV] and [settlement Kyiv]", "0 0"),
    ("[geography Black Sea] and [event Black Sea]", "0 1"),
  ])
  func places(text: String, expected: String) { #expect(MarkedMentions(text).pattern == expected, "\(text)") }

  @Test func aNameBelongsToTheThingWithAnIdentifier() {
    let article = MarkedMentions(
      "[organisation|North Atlantic Treaty Organization|wikidata:Q7184|NATO] or [organisation North Atlantic Treaty Organization]"
    )
    #expect(article.pattern == "0 0")
    #expect(article.entities[0].name == "North Atlantic Treaty Organization")
    #expect(article.entities[0].variants == ["NATO"])
    #expect(article.entities[0].identifiers == [AuthorityIdentifier(authority: "wikidata", value: "Q7184")])
  }

  @Test func aListNamesWhatHasNoIdentifierToo() {
    let source = SourceText(name: "a.txt", "The Red Cross came.")
    let identity = EntityIdentity(name: "International Red Cross")
    let mention = Mention(SourceRange(4..<13), .organisation, method: .gazetteer, certainty: 0.9, identity: identity)
    #expect(EntityLinker().link([mention], in: source).entities.map(\.name) == ["International Red Cross"])
  }

  @Test func whatStandsInsideALongerMentionGivesNoForm() {
    let source = SourceText(name: "a.txt", "The Bank of Ana Kovač closed.")
    let mentions = [
      Mention(SourceRange(4..<22), .organisation, method: .pattern, certainty: 0.9),
      Mention(SourceRange(12..<22), .person, method: .personEvidence, certainty: 0.9),
    ]
    let linked = EntityLinker().link(mentions, in: source)
    #expect(linked.entities.map(\.name) == ["Bank of Ana Kovač", "Ana Kovač"])
    #expect(linked.entities.allSatisfy { $0.variants.isEmpty })
  }

  @Test func manyThingsOfAllKindsKeepApart() {
    var text = ""
    for index in 0..<60 {
      text += "[person Ana Kovač\(index)ić] [organisation Firm\(index)] [settlement Town\(index)] [event Fair\(index)] "
      text += "[person Surname\(index)] [organisation Ministry of Subject\(index)] "
    }
    #expect(MarkedMentions(text).entities.count == 360)
  }

  @Test func theOrderOfMentionsIsIrrelevant() {
    var article = MarkedMentions(
      "[person Ana Kovač] of [organisation ESA] ([organisation European Space Agency]) and [person Kovač] in [settlement Paris]"
    )
    let expected = EntityLinker().link(article.mentions, in: article.source)
    for _ in 0..<20 {
      article.mentions.shuffle()
      let linked = EntityLinker().link(article.mentions, in: article.source)
      #expect(linked.entities == expected.entities)
      #expect(linked.mentions == expected.mentions)
    }
  }

  /// Twice the mentions take about twice the time, whoever they are.
  @Test func manyMentionsAreNoQuadraticWork() {
    func seconds(_ count: Int) -> Double {
      var text = ""
      for index in 0..<count {
        text +=
          "[person Ana\(index % 9973) M\(index % 7). Kovač] and [person Kovač] and [person Ana\(index % 9973)] of "
        text += "[organisation Firm\(index) AG] and [organisation Ministry of Health] met. "
      }
      let article = MarkedMentions(text)
      let time = processorTime { _ = EntityLinker().link(article.mentions, in: article.source) }
      return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    }
    let (small, large) = (seconds(500), seconds(4_000))
    #expect(large < small * 30 + 0.5, "\(small) s for 2,500 mentions, \(large) s for 20,000")
  }
}
