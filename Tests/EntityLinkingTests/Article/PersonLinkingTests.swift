import Testing

@Suite struct PersonLinkingTests {
  @Test(arguments: [
    ("[person Ana Kovač] spoke. [person Kovač] left.", "0 0"),
    ("Mr [person Schmidt] resigns. [person Johann Schmidt] was mayor.", "0 0"),
    ("[person Johann Schmidt] spoke. Mr [person Schmidt] left. [person Johann] slept.", "0 0 0"),
    // Two of a surname: whom the surname means is open, but before the second comes it is the first.
    (
      "[person Johann Schmidt] spoke. [person Schmidt] left. [person Karl Schmidt] came. [person Schmidt] sat.",
      "0 0 1 -"
    ),
    ("[person Schmidt] resigns. [person Johann Schmidt], son of [person Karl Schmidt].", "- 0 1"),
    ("[person George Bush Sr.] and [person George Bush Jr.] and [person George Bush]", "0 1 -"),
    ("[person Martin Luther King Jr.] spoke. [person Martin Luther King] and [person King]", "0 0 0"),
    ("[person Bill Clinton] and Mr [person Clinton], Mrs. [person Clinton] and Mrs. [person Clinton]", "0 0 1 1"),
    ("[person J. D. Vance] and [person JD Vance] and [person Vance]", "0 0 0"),
    ("[person John F. Kennedy], [person John Kennedy], [person J. Kennedy]", "0 0 0"),
    ("[person John Kennedy] and [person Jane Kennedy] and [person J. Kennedy]", "0 1 -"),
    ("[person John F. Kennedy] and [person John G. Kennedy] and [person John Kennedy]", "0 1 -"),
    ("[person Ursula von der Leyen] and [person von der Leyen] and [person Leyen]", "0 0 0"),
    ("[person Gabriel García Márquez] and [person Garcia Marquez] and [person Márquez]", "0 0 0"),
    ("[person Pedro Sánchez Pérez-Castejón] and [person Pedro Sánchez] and [person Sánchez]", "0 0 0"),
    ("[person Xi Jinping] and [person Xi]", "0 0"),
    ("[person Kim Jong Un] and [person Kim Yo Jong] and [person Kim]", "0 1 -"),
    // A first name before its bearer is no more than a name.
    ("[person Anna] sang. [person Anna Weiss] danced.", "0 1"),
    ("[person Anna Weiss] and [person Anna Schwarz]: [person Anna]", "0 1 -"),
    ("[person JOHANN SCHMIDT] and [person Johann Schmidt’s] and [person Johann\nSchmidt]", "0 0 0"),
    ("[person Al Gore] and [person Gore]", "0 0"),
    ("[person Sinclair] and [person Sinclair] and [person Smith]", "0 0 1"),
    ("[person Jean-Claude Juncker] and [person Jean Claude Juncker]", "0 0"),
    ("[person Johann Bernoulli] and [person Johann II]", "0 1"),
    ("[person President Donald Trump], [person President Trump] and the [person President]", "0 0 -"),
    ("[person Joshua Abraham Norton], or [person Emperor Joshua Norton], or [person Norton]", "0 0 0"),
    ("[person William Jefferson Clinton], [person Bill Clinton] and [person Clinton]", "0 0 0"),
    ("[person Bill Clinton], [person Hillary Clinton] and [person Will Smith], [person Jane Smith]", "0 1 2 3"),
    ("[person John Major] and [person Major]", "0 0"),
    ("[person Pope Francis] met [person Francis Fukuyama]. [person Francis] left.", "0 1 0"),
    ("[person O'Neill] and [person O’Neill]", "0 0"),
  ])
  func forms(text: String, expected: String) { #expect(MarkedMentions(text).pattern == expected, "\(text)") }

  @Test func neverThingsOfOtherKinds() {
    let text = "[person Henry Ford] founded [organisation Ford]. [person Ford] left. [place] "
    #expect(MarkedMentions(text.replacing("[place] ", with: "")).pattern == "0 1 0")
    #expect(MarkedMentions("[person Paris Hilton] in [settlement Paris]").pattern == "0 1")
  }

  @Test func anIdentifierMakesOnePersonOfAllSpellings() {
    let article = MarkedMentions(
      "[person Zelensky] said. [person|Volodymyr Zelensky|wikidata:Q3|Volodymyr Zelenskiy] left. "
        + "[person|Volodymyr Zelensky|wikidata:Q3|Zelenskyy] and [person Zelensky] and [person Zelenskiy]")
    #expect(article.pattern == "0 0 0 0 0")
    #expect(article.entities[0].name == "Volodymyr Zelensky")
    #expect(article.entities[0].variants == ["Zelensky", "Volodymyr Zelenskiy", "Zelenskyy", "Zelenskiy"])
  }

  @Test func theFullestNameInSmallLettersIsTheName() {
    let article = MarkedMentions("[person KOVAČ] wins. [person ANA KOVAČ], or [person Ana Kovač], smiled.")
    #expect(article.names == ["Ana Kovač", "Ana Kovač", "Ana Kovač"])
    #expect(article.entities.map(\.variants) == [["KOVAČ", "ANA KOVAČ"]])
  }
}
