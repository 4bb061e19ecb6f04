import Testing

@testable import Evaluation

@Suite struct DetokenizerTests {
  private func text(_ tokens: String) -> String {
    var detokenizer = Detokenizer()
    for token in tokens.split(separator: " ") { detokenizer.add(token, label: "O") }
    return String(decoding: detokenizer.finish().text, as: UTF8.self)
  }

  @Test(arguments: [
    ("the Left ( MpS ) , a split", "the Left (MpS), a split"),
    ("They do n't , he 's there .", "They don't, he's there."),
    ("the \" Old \" house", "the \"Old\" house"),
    ("the parties ' leaders", "the parties' leaders"),
    ("a £ 5 note , 15 % less", "a £5 note, 15% less"),
    ("and / or", "and/or"),
  ])
  func printsTokensAsTheyStandInText(tokens: String, expected: String) { #expect(text(tokens) == expected) }

  @Test func namesAreWhereTheyStand() {
    var detokenizer = Detokenizer()
    for (token, label) in [
      ("In", "O"), ("Málaga", "B-LOC"), (",", "O"), ("Ana", "B-PER"), ("Ruiz", "I-PER"), ("Eva", "B-PER"),
      ("'s", "O"), ("Cup", "B-MISC"),
    ] { detokenizer.add(token[...], label: label[...]) }
    detokenizer.endSentence()
    detokenizer.add("Rome", label: "B-LOC")
    let (text, names) = detokenizer.finish()
    #expect(String(decoding: text, as: UTF8.self) == "In Málaga, Ana Ruiz Eva's Cup Rome")
    let words = names.sorted { $0.isBefore($1) }.map {
      "\(String(decoding: text[$0.range], as: UTF8.self)) \($0.type.rawValue)"
    }
    #expect(words == ["Málaga LOC", "Ana Ruiz PER", "Eva PER", "Rome LOC"])
  }
}
