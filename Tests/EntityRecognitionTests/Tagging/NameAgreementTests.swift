import Testing

@testable import EntityRecognition

@Suite struct NameAgreementTests {
  private typealias Name = NameTagger.Name

  /// The kinds that the names have when they agreed.
  private func agreed(_ text: String, _ names: [NameTagger.Name]) -> [NameTagger.Kind] {
    let input = Review.input([text])
    return input.source.bytes.withUnsafeBufferPointer { NameAgreement(input, $0).agreed(names) }.map(\.kind)
  }

  private let text = "Karl Zorbl spoke and Zorbl left and Zorbl came"

  @Test func aSurnameThatIsUnsureIsThePersonOfTheFullName() {
    let names = [
      Name(kind: .person, tokens: 0..<2, probability: 0.95), Name(kind: .organisation, tokens: 4..<5, probability: 0.5),
    ]
    #expect(agreed(text, names) == [.person, .person])
  }

  @Test func whatIsSureKeepsItsKind() {
    let names = [
      Name(kind: .person, tokens: 0..<2, probability: 0.99),
      Name(kind: .organisation, tokens: 4..<5, probability: 0.92),
    ]
    #expect(agreed(text, names) == [.person, .organisation])
  }

  @Test func theMoreProbableKindWins() {
    let names = [
      Name(kind: .place, tokens: 4..<5, probability: 0.8), Name(kind: .organisation, tokens: 7..<8, probability: 0.5),
    ]
    #expect(agreed(text, names) == [.place, .place])
  }

  @Test func namesWrittenOtherwiseHaveNoSay() {
    let names = [
      Name(kind: .place, tokens: 1..<2, probability: 0.6), Name(kind: .organisation, tokens: 3..<4, probability: 0.5),
    ]
    #expect(agreed("In Zorbl Zorbls ZORBL", names) == [.place, .organisation])
  }
}
