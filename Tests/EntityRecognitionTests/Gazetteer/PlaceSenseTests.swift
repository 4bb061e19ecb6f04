import ArticleModel
import EntityRecognition
import Testing

/// Which of several places of one name is meant.
@Suite struct PlaceSenseTests {
  @Test(arguments: [
    // A mention that says so itself.
    ("He lives in the state of Georgia.", "Georgia region US"),
    ("He flew to Athens, Georgia.", "Athens settlement US, Georgia region US"),
    ("He flew to Tbilisi, Georgia.", "Tbilisi settlement GE, Georgia country GE"),
    ("The college in Lebanon, New Hampshire, closed.", "Lebanon settlement -, New Hampshire region US"),
    ("The war in Lebanon, Syria and Jordan went on.", "Lebanon country LB, Syria country SY, Jordan country JO"),
    ("They hiked in Washington state.", "Washington state region US"),
    // One sense an article, by its other mentions or by its people.
    ("He came to the state of Georgia. Georgia votes.", "Georgia region US, Georgia region US"),
    ("Georgia votes. Georgian police left Tbilisi.", "Georgia country GE, Georgian demonym GE, Tbilisi settlement GE"),
    // Both: no identifier where it is not certain.
    (
      "The state of Georgia sent peaches. Georgian police left Tbilisi. Georgia ate them.",
      "Georgia region US, Georgian demonym GE, Tbilisi settlement GE, Georgia country -"
    ),
  ])
  func sense(text: String, expected: String) {
    let source = SourceText(name: "a.txt", text)
    let structure = ArticleStructure(blocks: [.paragraph(TextRun(SourceRange(0..<source.bytes.count)))])
    let input = RecognitionInput(source: source, structure: structure)
    let found = GazetteerRecognizer().mentions(in: input).map { mention in
      let country = mention.identity.flatMap { $0.identifiers.isEmpty ? nil : $0.country } ?? "-"
      return "\(source.string(mention.range)) \(mention.type.rawValue) \(country)"
    }
    #expect(found.joined(separator: ", ") == expected)
  }
}
