import ArticleModel
import EntityRecognition
import Testing

/// Names in context: what must be found as what, and what must not.
@Suite struct GazetteerRecognizerTests {
  @Test(arguments: [
    // Countries, however they are written.
    ("Talks in the US and the U.S. went on.", "US country, U.S. country"),
    ("She left the U.K. for America.", "U.K. country, America country"),
    ("Romania’s minister met Kosovo's envoy.", "Romania country, Kosovo country"),
    ("Côte d’Ivoire and the Czech Republic agreed.", "Côte d’Ivoire country, Czech Republic country"),
    ("The Republic of Korea and DR Congo agreed.", "Republic of Korea country, DR Congo country"),
    ("ROMANIA AND UKRAINE SIGN DEAL", "ROMANIA country, UKRAINE country"),
    ("Er lebt in Österreich und der Schweiz.", "Österreich country, Schweiz country"),
    // Hyphens and slashes.
    ("a US-led mission in the Russia-Ukraine war zone", "US country, Russia country, Ukraine country"),
    ("pro-Russian groups and non-NATO states", "Russian demonym, NATO organisation"),
    ("supply to EU/NATO allies", "EU organisation, NATO organisation"),
    ("the Asia-Pacific and the Indo‑Pacific", "Asia-Pacific region, Indo‑Pacific region"),
    // Demonyms.
    ("Ukrainians and Romanian troops", "Ukrainians demonym, Romanian demonym"),
    ("Kosovo Albanians met European leaders.", "Kosovo Albanians demonym, European demonym"),
    // Cities and bases.
    ("Officials in Kyiv and Kiev spoke.", "Kyiv settlement, Kiev settlement"),
    ("It flew to Washington, D.C., from Brussels.", "Washington, D.C. settlement, Brussels settlement"),
    ("the court in The Hague ruled", "The Hague settlement"),
    ("the court in the Hague ruled", "Hague settlement"),
    (
      "Troops serve at Deveselu and Câmpia Turzii in Romania.",
      "Deveselu facility, Câmpia Turzii settlement, Romania country"
    ),
    (
      "the Mihail Kogalniceanu airbase and Camp Bondsteel",
      "Mihail Kogalniceanu airbase facility, Camp Bondsteel facility"
    ),
    // Organisations and the rest.
    (
      "The Guardian asked the World Health Organization.",
      "Guardian organisation, World Health Organization organisation"
    ),
    ("The European Union and ECOWAS agreed.", "European Union organisation, ECOWAS organisation"),
    ("the F-35 Lightning II and HIMARS", "F-35 Lightning II product, HIMARS product"),
    ("Trident Juncture follows the Minsk agreements.", "Trident Juncture event, Minsk agreements law"),
    ("He won in San Rafael, CA.", "San Rafael settlement, CA region"),
    (
      "Boats in Osaka Bay, police in Herat province and Orlando Airport",
      "Osaka Bay geography, Herat province region, Orlando Airport facility"
    ),
    ("the Baltic states and the Middle East", "Baltic states region, Middle East region"),
    // Listed persons whose names have a place in them.
    ("Jordan Peterson spoke.", "Jordan Peterson person"), ("Paris Hilton arrived.", "Paris Hilton person"),
    ("They saw Michael Jordan play.", "Michael Jordan person"),
    ("Denzel Washington stars in it.", "Denzel Washington person"),
  ])
  func finds(text: String, expected: String) {
    #expect(found(text).joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    "Jordan Pavlik spoke.", "Paris Orwin arrived.", "He met Chad Smith.", "They saw Mira Jordan play.",
    "Reading is good.", "Nice to meet you.", "Of course, March was cold.", "Split the bill.", "Mr. Jordan left.",
    "Karla Washington stars in it.", "An island. Island life is slow.", "It makes a nice bath.",
    "Tell us about it.", "Apple pie is good.", "Who knows? It is what it is.",
  ])
  func leavesOut(text: String) {
    #expect(found(text).isEmpty)
  }

  @Test func aLongerNameIsFoundWhole() {
    #expect(found("He wrote for the Washington Post.") == ["Washington Post organisation"])
    #expect(found("The New York Times said so.") == ["New York Times organisation"])
  }

  @Test func aDemonymBeforeAnOfficialNameIsLessCertainThanBeforeAnOffice() {
    let ministry = mentions("The Moldovan Ministry of Culture said so.").first { $0.type == .demonym }
    let minister = mentions("The Moldovan President said so.").first { $0.type == .demonym }
    #expect(ministry!.certainty < minister!.certainty)
  }

  @Test func georgiaIsTheCountryUnlessStatesOfTheUSAreNamed() {
    #expect(found("The parliament of Georgia met in Tbilisi.").first == "Georgia country")
    #expect(found("Voters in Georgia, Ohio and Florida chose.").first == "Georgia region")
  }

  @Test func aCityTakesTheCountryThatIsNamedBehindIt() {
    let moscow = mentions("The police of Moscow, Idaho, said so.").first { $0.type == .settlement }
    #expect(moscow?.identity?.country == "US")
    #expect(mentions("The police in Moscow said so.").first?.identity?.country == "RU")
  }

  @Test func identifiersOfACountry() {
    let kosovo = mentions("Kosovo agreed.")[0].identity
    #expect(kosovo?.country == "XK")
    #expect(kosovo?.identifiers.first == AuthorityIdentifier(authority: "wikidata", value: "Q1246"))
    let romanian = mentions("the Romanian army")[0].identity
    #expect(romanian?.name == "Romania")
    #expect(romanian?.identifiers.contains(AuthorityIdentifier(authority: "iso3166-1", value: "RO")) == true)
  }

  @Test func furnitureIsSkipped() {
    let source = SourceText(name: "a", "Share in Romania")
    let structure = ArticleStructure(blocks: [.furniture(TextRun(SourceRange(0..<16)), .share)])
    #expect(GazetteerRecognizer().mentions(in: RecognitionInput(source: source, structure: structure)).isEmpty)
  }

  @Test func everyCertaintyIsAboveNoneAndAtMostOne() {
    let text = "In Paris, Texas, and Georgia, US officials of NATO met Turkish, Polish and French troops near Mobile."
    for mention in mentions(text) { #expect(mention.certainty > 0 && mention.certainty <= 1) }
  }

  @Test(arguments: ["", "’", "U.", "\u{0}", "The", "İ", "United", "New \u{2028}York", "🇷🇴 Kosovo’s’s"])
  func oddTextDoesNoHarm(text: String) {
    for mention in mentions(text) { #expect(!mention.range.isEmpty) }
  }

  private func found(_ text: String) -> [String] {
    mentions(text).map { "\(SourceText(name: "a", text).string($0.range)) \($0.type.rawValue)" }
  }
}

/// The mentions of a text that is one paragraph.
func mentions(_ text: String, by recognizer: some EntityRecognizer = GazetteerRecognizer()) -> [Mention] {
  let source = SourceText(name: "a", text)
  let structure = ArticleStructure(blocks: [.paragraph(TextRun(SourceRange(0..<source.bytes.count)))])
  return recognizer.mentions(in: RecognitionInput(source: source, structure: structure))
}
