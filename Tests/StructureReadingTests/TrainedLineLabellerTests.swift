import ArticleModel
import StructureReading
import Testing

@Suite struct TrainedLineLabellerTests {
  private static func labels(_ text: String) -> [LineLabel.Kind] {
    let source = SourceText(name: "a.txt", text)
    return TrainedLineLabeller.embedded.labels(of: LineScan.lines(of: source), in: source).map(\.kind)
  }

  /// The numbers of the lines that are headings.
  private static func headings(_ text: String) -> [Int] {
    labels(text).enumerated().compactMap { number, kind in
      if case .heading = kind { number + 1 } else { nil }
    }
  }

  private static let sentence = """
    The council voted on Tuesday to close the old bridge for two years, since its piers are weaker than anyone had \
    thought when the traffic grew.
    """

  @Test func findsHeadingsThatNothingMarks() {
    let text = """
      \(Self.sentence)
      What the Engineers Found
      \(Self.sentence)
      \(Self.sentence)
      The Way Ahead
      \(Self.sentence)
      """
    #expect(Self.headings(text) == [2, 5])
  }

  @Test func findsHeadingsInOtherLanguages() {
    let german = """
      Der Rat hat am Dienstag beschlossen, die alte Brücke für zwei Jahre zu schließen, weil die Pfeiler zu schwach sind.
      Was passiert mit den Bussen?
      Die Linien fahren ab März über die neue Straße, wie das Amt am Abend mitteilte; die Fahrt dauert länger als bisher.
      """
    #expect(Self.headings(german) == [2])
  }

  @Test(arguments: [
    // Nothing below.
    "\(sentence)\nThe Way Ahead",
    // Ends as a sentence does, or announces.
    "\(sentence)\nThe Way Ahead.\n\(sentence)",
    "\(sentence)\nThree things are missing:\n- money\n- time\n- stone",
    "The Way Ahead", "", "\n\n\n",
  ])
  func whatCannotBeAHeadingIsNone(_ text: String) {
    #expect(Self.headings(text) == [])
  }

  @Test func theRulesReadWhatIsTooLongForAnArticle() {
    let text = String(repeating: "A Short Line\n", count: TrainedLineLabeller.longestArticle + 1)
    let source = SourceText(name: "a.txt", text)
    let lines = LineScan.lines(of: source)
    let trained = TrainedLineLabeller.embedded.labels(of: lines, in: source)
    #expect(trained == RuleLineLabeller().labels(of: lines, in: source))
  }

  /// What marks and phrases settle is no matter of the model.
  @Test func leavesTheRestToTheRules() {
    let text = """
      The Old Bridge Closes
      By Jana Novak

      \(Self.sentence)

      | Pier | Cracks |
      |---|---|
      | north | 12 |

      - first
      - second

      # Marked

      \(Self.sentence)

      Share this on Facebook
      """
    let source = SourceText(name: "a.txt", text)
    let lines = LineScan.lines(of: source)
    let trained = TrainedLineLabeller.embedded.labels(of: lines, in: source)
    let ruled = RuleLineLabeller().labels(of: lines, in: source)
    #expect(trained.map(\.kind) == ruled.map(\.kind))
    #expect(trained.map(\.text) == ruled.map(\.text))
  }
}
