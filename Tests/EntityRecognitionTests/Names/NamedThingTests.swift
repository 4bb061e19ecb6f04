import ArticleModel
import TestSupport
import Testing

@testable import EntityRecognition

/// What has the shape of a name of a thing, as `type:words`.
@Suite("Named things")
struct NamedThingTests {
  private func found(_ text: String, language: String = "en") -> [String] {
    let input = Grammar.input(text, language: language)
    return NamedThingRecognizer().mentions(in: input).sorted { $0.range.start < $1.range.start }
      .map { "\($0.type.rawValue):\(input.source.string($0.range))" }
  }

  private static let englishCases: [(text: String, expected: [String])] = [
    ("Troops are at the Mihail Kogalnicanu airbase now.", ["facility:Mihail Kogalnicanu airbase"]),
    ("They closed the Longmoor power station for good.", ["facility:Longmoor power station"]),
    ("It goes through the Umberlack tunnel, not a London tunnel.", ["facility:Umberlack tunnel"]),
    ("A training program and an air base were cut.", []),
    ("They joined the Joint Strike Fighter program early.", ["programme:Joint Strike Fighter program"]),
    ("The Federal program and a Medicare program were cut.", []),
    ("It is part of Vision 2030 and of our plans for 2030.", ["programme:Vision 2030"]),
    ("Under Directive 2012/34/EU and the Treaty of Utrecht.", ["law:Directive 2012/34/EU", "law:Treaty of Utrecht"]),
    ("It was Regulation (EU) 2016/679 that they broke.", ["law:Regulation (EU) 2016/679"]),
    ("He signed Executive Order 13769 and Resolution 1325.", ["law:Executive Order 13769", "law:Resolution 1325"]),
    (
      "The Lamp Safety Act 1998 replaced the Lamp Rights Act of 1964 there.",
      ["law:Lamp Safety Act 1998", "law:Lamp Rights Act of 1964"]
    ),
    ("They passed the Land and Water Lamps Act last week.", ["law:Land and Water Lamps Act"]),
    (
      "It broke the Convention on the Elimination of All Forms of Lamps against Women.",
      ["law:Convention on the Elimination of All Forms of Lamps against Women"]
    ),
    ("It was the Treaty of Rome and Germany was glad.", ["law:Treaty of Rome"]),
    ("It is a crime under the Criminal Code of that time.", ["law:Criminal Code"]),
    ("They won the 2018 World Cup and lost at Euro 2024.", ["event:2018 World Cup", "event:Euro 2024"]),
    (
      "He fought in the Battle of the Somme and in Operation Silent Lamp.",
      ["event:Battle of the Somme", "event:Operation Silent Lamp"]
    ),
    ("The bridge on Longmoor Bridge Road was closed.", ["facility:Longmoor Bridge Road"]),
    ("He flew a Boeing 737 MAX and a MiG-31K there.", ["product:Boeing 737 MAX", "product:MiG-31K"]),
    ("They saw HMS Lantern and USS Karl R. Ohm there.", ["product:HMS Lantern", "product:USS Karl R. Ohm"]),
    ("They sailed the River Longmoor and Lake Umber then.", ["geography:River Longmoor", "geography:Lake Umber"]),
    ("They met at Linz Hauptbahnhof that day.", ["facility:Linz Hauptbahnhof"]),
    ("The Act was long and the War was over.", []),
  ]

  @Test(arguments: englishCases)
  func english(text: String, expected: [String]) { #expect(found(text) == expected) }

  private static let others: [(language: String, text: String, expected: [String])] = [
    (
      "de", "Der österreichische Kanzler traf Franzosen und Schweizer Bauern.",
      ["demonym:österreichische", "demonym:Franzosen", "demonym:Schweizer"]
    ),
    ("de", "Die Deutsche Bank spricht deutsch. Habecks Plan half dem Unternehmen Lampe.", []),
    ("de", "Der Vertrag von Rechtsaußen Blum läuft aus.", []),
    (
      "de", "Nach dem Vertrag von Lissabon gilt die Verordnung (EU) Nr. 305/2011.",
      ["law:Vertrag von Lissabon", "law:Verordnung (EU) Nr. 305/2011"]
    ),
    (
      "fr", "Des commerçants suisses et italiens parlent en anglais.", ["demonym:suisses", "demonym:italiens"]
    ),
    ("fr", "La Banque centrale et la Commission européenne attendent.", []),
    ("fr", "C’est le règlement (CE) no 852/2004 que l’on lit.", ["law:règlement (CE) no 852/2004"]),
    ("fr", "Avant la bataille de Verdun, le traité de Lille.", ["event:bataille de Verdun", "law:traité de Lille"]),
    ("es", "Un ingeniero portugués habla el español.", ["demonym:portugués"]),
    ("es", "Viven en la isla de la Lámpara.", ["geography:isla de la Lámpara"]),
  ]

  @Test(arguments: others)
  func otherLanguages(language: String, text: String, expected: [String]) {
    #expect(found(text, language: language) == expected)
  }

  @Test("a nationality leads to its place")
  func identity() {
    let mention = NamedThingRecognizer().mentions(in: Grammar.input("Ein dänisches Schiff.", language: "de")).first
    #expect(mention?.identity?.name == "Denmark")
  }

  private static let workCases: [(text: String, expected: [String])] = [
    ("She wrote the novel “The Silent Lamp” in Riga.", ["work:The Silent Lamp"]),
    ("His film, \"Lamps 2\", was a hit.", ["work:Lamps 2"]),
    ("“The Lamp”, a novel by him, sold well.", ["work:The Lamp"]),
    ("A book called “Lamps” was found.", ["work:Lamps"]),
    ("He said “Nobody knows.” and left.", []),
    ("In his book “we were” always right.", []),
    ("It was the book, “And that was that,” he said.", []),
    ("Der Roman „Die Lampe“ erschien.", ["work:Die Lampe"]),
    ("le film « Les Lampes » est sorti", ["work:Les Lampes"]),
    ("la novela «Niebla»", ["work:Niebla"]),
  ]

  @Test(arguments: workCases)
  func works(text: String, expected: [String]) { #expect(found(text) == expected) }

  @Test(
    "a page of the same word takes no longer than another",
    arguments: ["1 ", "Lake ", "Treaty of Riga ", "half a ", "“A "])
  func repetition(words: String) {
    let text = String(repeating: words, count: 20_000)
    let input = Grammar.input(text)
    let elapsed = processorTime {
      _ = NamedThingRecognizer().mentions(in: input)
      _ = QuantityRecognizer().mentions(in: input)
    }
    #expect(elapsed < .seconds(10))
  }
}
