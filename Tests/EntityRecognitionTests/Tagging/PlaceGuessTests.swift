import ArticleModel
import Testing

@testable import EntityRecognition

@Suite struct PlaceGuessTests {
  /// The type of the place whose name the words are that begin with a capital.
  @Test(arguments: [
    ("Lake Zorbl", MentionType.geography), ("Zorbl River", .geography), ("Zorbl Airport", .facility),
    ("Fort Zorbl", .facility), ("Zorbl County", .region), ("in Zorbl", .settlement), ("near Zorbl Mirax", .settlement),
    ("and Zorbl", .place), ("Zorbl", .place), ("Airport", .place), ("In Zorbl", .place),
  ])
  func typeOfAPlace(text: String, type: MentionType) {
    let input = Review.input([text])
    let first = input.tokens[0].shape == .lower || text.hasPrefix("In ") ? 1 : 0
    let found = input.source.bytes.withUnsafeBufferPointer {
      PlaceGuess.type(of: first..<input.tokens.count, input.tokens, $0)
    }
    #expect(found == type)
  }
}
