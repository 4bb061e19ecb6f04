import Testing

@testable import Evaluation

@Suite struct NameBoundaryTests {
  private func normalized(_ name: String, _ type: NameType) -> String {
    let document = NameDocument(id: "a", text: Array("On \(name) it".utf8), names: [])
    let span = NameSpan(range: 3..<(3 + name.utf8.count), type: type)
    return document.string(NameBoundary.normalized(span, in: document).range)
  }

  @Test(arguments: [
    ("Foreign Minister Julie Bishop", "Julie Bishop"), ("HE Dr Ibrahim Al-Ja’afari", "Ibrahim Al-Ja’afari"),
    ("Secretary of State John Kerry", "John Kerry"), ("Mr. Smith's", "Smith"), ("Smith 's", "Smith"),
    ("the President", "President"), ("Minister of Foreign Affairs of Iraq", "Minister of Foreign Affairs of Iraq"),
    ("Éric Dupont", "Éric Dupont"), ("Prime Minister", "Prime Minister"),
  ])
  func personsLoseTitles(name: String, expected: String) { #expect(normalized(name, .person) == expected) }

  @Test(arguments: [
    ("the European Union", "European Union"), ("The Foreign Ministry’s", "Foreign Ministry"),
    ("General Motors", "General Motors"), ("the", "the"), ("'s", "'s"),
  ])
  func otherNamesLoseArticlesAndPossessives(name: String, expected: String) {
    #expect(normalized(name, .organisation) == expected)
  }
}
