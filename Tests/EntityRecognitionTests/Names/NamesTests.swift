import ArticleModel
import Testing

@testable import EntityRecognition

/// What recognisers of names find in single paragraphs, as `type:words`.
@Suite struct NamesTests {
  private func found(_ recognizer: some EntityRecognizer, _ text: String, language: String = "en") -> [String] {
    let source = SourceText(name: "test.txt", text)
    let run = TextRun(SourceRange(0..<source.bytes.count))
    let input = RecognitionInput(
      source: source, structure: ArticleStructure(blocks: [.paragraph(run)]), language: language)
    return recognizer.mentions(in: input).sorted { $0.range.start < $1.range.start }
      .map { "\($0.type.rawValue):\(source.string($0.range))" }
  }

  @Test(arguments: [
    (
      "This was announced by Romania’s Foreign Minister, Oana Flutur Cuza, on Monday. Cuza said no more.",
      ["role:Foreign Minister", "person:Oana Flutur Cuza", "person:Cuza"]
    ),
    (
      "Ukrainian President Volodymyr Zelenskiy stressed the point.", ["role:President", "person:Volodymyr Zelenskiy"]
    ),
    ("Dr. Layla Mansour and Ms. Quintela met.", ["role:Dr.", "person:Layla Mansour", "role:Ms.", "person:Quintela"]),
    ("The minister said the mayor would resign.", []),
    ("He lives on State Street and works for General Motors.", []),
    ("The Paris Agreement was signed in San Diego.", []),
    ("The mayor, Karla von der Blum, spoke.", ["role:mayor", "person:Karla von der Blum"]),
    ("Der Bürgermeister Karl Blum den Hafen zeigte.", ["role:Bürgermeister", "person:Karl Blum"]),
    ("Der Landesverkehrsminister Karl Blum sprach.", ["role:Landesverkehrsminister", "person:Karl Blum"]),
    ("Chief executive Karla Blum spoke.", ["role:Chief executive", "person:Karla Blum"]),
    ("He met chief executive Karla Blum.", ["role:chief executive", "person:Karla Blum"]),
    ("Gen. Karla Blum met Sgt Karl Ohm.", ["role:Gen.", "person:Karla Blum", "role:Sgt", "person:Karl Ohm"]),
    (
      "The physicist Karla Blum met President-elect Karl Ohm.",
      ["role:physicist", "person:Karla Blum", "role:President-elect", "person:Karl Ohm"]
    ),
    ("It was Chief of Staff Karl Ohm who called.", ["role:Chief of Staff", "person:Karl Ohm"]),
  ])
  func persons(text: String, expected: [String]) {
    #expect(found(PersonRecognizer(), text) == expected)
  }

  @Test("in German a capital shows no office")
  func germanOffices() {
    let text = "Nach der Pause sagte der Minister, ein Sprecher habe Bürgermeister Karl Blum gefragt."
    #expect(found(PersonRecognizer(), text, language: "de") == ["role:Bürgermeister", "person:Karl Blum"])
  }

  @Test(arguments: [
    (
      "The Romanian Ministry of National Defense recently disclosed it.",
      ["organisation:Romanian Ministry of National Defense"]
    ),
    (
      "It was NATO’s Science and Technology Organization that asked.",
      ["organisation:Science and Technology Organization"]
    ),
    (
      "The Department for Environment, Food and Rural Affairs agreed.",
      ["organisation:Department for Environment, Food and Rural Affairs"]
    ),
    ("The ministry and its department of finance met.", []),
    ("Officials of Poland and the Norwegian Maritime Authority met.", ["organisation:Norwegian Maritime Authority"]),
  ])
  func organisations(text: String, expected: [String]) {
    #expect(found(OrganisationPatternRecognizer(), text) == expected)
  }

  @Test(arguments: [
    (
      "The Harbour Lights Trust (HLT) met. Later the HLT voted.",
      ["organisation:Harbour Lights Trust", "organisation:HLT", "organisation:HLT"]
    ),
    (
      "The World Association of Lamps (AML) met in Riga.",
      ["organisation:World Association of Lamps", "organisation:AML"]
    ),
    ("Small unmanned aerial vehicles (UAVs) flew. UAVs are cheap.", []),
  ])
  func acronyms(text: String, expected: [String]) {
    #expect(found(AcronymRecognizer(), text) == expected)
  }
}
