import ArticleModel
import StructureReading
import Testing

@Suite struct ExplanationTests {
  private static let text = """
    The Old Bridge Closes
    By Jana Novak

    The council voted on Tuesday to close the old bridge for two years, since its piers are weaker than anyone thought.
    What the Engineers Found
    The council voted on Tuesday to close the old bridge for two years, since its piers are weaker than anyone thought.
    Three things are missing:
    - money
    | Pier | Cracks |
    |---|---|
    | north | 12 |
    © 2024 The Bridge Paper
    """

  private static func explanations(_ labeller: any LineLabeller = TrainedLineLabeller.embedded) -> [LineExplanation] {
    StructureReader(labeller: labeller).explanations(of: SourceText(name: "a.txt", text))
  }

  @Test func everyLineHasItsLabel() {
    let source = SourceText(name: "a.txt", Self.text)
    let labels = TrainedLineLabeller.embedded.labels(of: LineScan.lines(of: source), in: source)
    #expect(Self.explanations().map(\.label) == labels)
    #expect(Self.explanations().map(\.number) == Array(1...labels.count))
  }

  @Test func rulesSayWhatTheySaw() {
    let reasons = Self.explanations().map { $0.reasons.map(\.description) }
    #expect(reasons[1] == ["a by-line's phrase, then names"])
    #expect(reasons[2] == [])
    #expect(reasons[6] == ["no heading: ends as a sentence or a clause does"])
    #expect(reasons[7] == ["the bullet “-”"])
    #expect(reasons[8] == ["cells between pipes"])
    #expect(reasons[9] == ["dashes and pipes below the head of a table"])
    #expect(reasons[11] == ["a phrase of copyright"])
  }

  @Test func theModelSaysWhatWeighedMost() throws {
    let heading = Self.explanations()[4]
    #expect(heading.label.kind.name == "heading 1")
    let weights = try heading.reasons.map { try #require($0.weight) }
    #expect((1...4).contains(weights.count))
    #expect(weights.map { abs($0) } == weights.map { abs($0) }.sorted(by: >))
    #expect(weights.reduce(0, +) > 0)
  }

  @Test func theRulesAloneExplainThemselves() {
    let kinds = Self.explanations(RuleLineLabeller()).map(\.label.kind.name)
    #expect(kinds.first == "title" && kinds.last == "furniture copyright")
  }

  @Test(arguments: [(Float(0.304), "a +0.30"), (-1.05, "a −1.05"), (12, "a +12.00")])
  func weightsAreShownWithTheirSign(_ weight: Float, _ text: String) {
    #expect(LineExplanation.Reason("a", weight: weight).description == text)
  }
}
