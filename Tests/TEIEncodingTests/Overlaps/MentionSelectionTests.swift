import ArticleModel
import TEIEncoding
import Testing

@Suite struct MentionSelectionTests {
  /// A mention over the columns that a row of dashes marks: `  --- ` covers 2..<5.
  private static func mention(
    _ dashes: String, _ type: MentionType = .person, certainty: Float = 0.9, method: RecognitionMethod = .pattern
  ) -> LinkedMention {
    let start = dashes.utf8.prefix { $0 == 0x20 }.count
    let range = SourceRange(start: Int32(start), end: Int32(dashes.utf8.count))
    return LinkedMention(Mention(range, type, method: method, certainty: certainty))
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var mentions: [LinkedMention]
    /// Indices into ``mentions``.
    var inline: [Int]
    var standOff: [Int] = []

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "apart", mentions: [mention("---"), mention("   ---")], inline: [0, 1]),
    Case(name: "the longer of nested ones", mentions: [mention("  --"), mention("------")], inline: [1]),
    Case(
      name: "the longer even where it is less sure",
      mentions: [mention("  --", certainty: 1), mention("------", certainty: 0.5)], inline: [1]),
    Case(
      name: "the longer of crossing ones, the other off", mentions: [mention("----"), mention("  -----")], inline: [1],
      standOff: [0]),
    Case(
      name: "the surer of crossing ones as long", mentions: [mention("----", certainty: 0.8), mention("  ----")],
      inline: [1],
      standOff: [0]),
    Case(
      name: "the first of crossing ones otherwise alike", mentions: [mention("  ----"), mention("----")], inline: [1],
      standOff: [0]),
    Case(
      name: "the surer of equal ones",
      mentions: [mention("----", .person), mention("----", .country, certainty: 0.95)], inline: [1]),
    Case(
      name: "equal in all: by type", mentions: [mention("----", .person), mention("----", .country)], inline: [1]),
    Case(
      name: "the user's first, though shorter and less sure",
      mentions: [mention("------"), mention("  --", certainty: 0.1, method: .userGazetteer)], inline: [1]),
    Case(
      name: "the user's first; what crosses it off",
      mentions: [mention("------"), mention("    ----", certainty: 0.1, method: .userGazetteer)], inline: [1],
      standOff: [0]),
    Case(
      name: "two of the user's: the longer",
      mentions: [mention("--", method: .userGazetteer), mention("----", method: .userGazetteer)], inline: [1]),
    Case(
      name: "one that holds two", mentions: [mention("--"), mention("   --"), mention("------")], inline: [2]),
    Case(
      name: "one that crosses two chosen ones stands off once",
      mentions: [mention("------"), mention("         ------"), mention("     -----")], inline: [0, 1], standOff: [2]),
    Case(
      name: "of two alike that stand off, one",
      mentions: [mention("------"), mention("    ---", .person), mention("    ---", .country)],
      inline: [0], standOff: [2]),
    Case(
      name: "a date in an event nests", mentions: [mention("------", .event), mention("--", .date)], inline: [0, 1]),
    Case(
      name: "of two dates alike in an event, the surer",
      mentions: [mention("------", .event), mention("--", .date, certainty: 0.8), mention("--", .date)],
      inline: [0, 2]),
    Case(
      name: "a date in anything else does not",
      mentions: [mention("------", .law), mention("--", .date), mention("       ----", .event)], inline: [0, 2]),
    Case(
      name: "nothing else nests in an event", mentions: [mention("------", .event), mention("--", .country)],
      inline: [0]),
    Case(name: "empty ones", mentions: [mention("")], inline: []),
    Case(name: "none", mentions: [], inline: []),
  ]

  @Test(arguments: cases) func selection(_ selected: Case) {
    // Whatever the order in which recognisers speak.
    for mentions in [selected.mentions, selected.mentions.reversed()] {
      let selection = MentionSelection(mentions)
      #expect(selection.inline == selected.inline.map { selected.mentions[$0] })
      #expect(selection.standOff == selected.standOff.map { selected.mentions[$0] })
    }
  }

  @Test func structureSetsBounds() {
    // "- Coal: fell" and "Wind": a run with a label, another run.
    let structure = ArticleStructure(blocks: [
      .list(
        ListBlock(
          style: .bulleted,
          items: [
            ListItem(text: TextRun(SourceRange(start: 2, end: 12)), label: SourceRange(start: 2, end: 6))
          ])),
      .paragraph(TextRun(SourceRange(start: 13, end: 17))),
    ])
    let mentions = [
      Self.mention("  ----"), Self.mention("        ----"), Self.mention("    ------"),
      Self.mention("          -------"),
      Self.mention("-"), Self.mention("             ----"),
    ]
    let selection = MentionSelection(mentions, in: structure)
    #expect(selection.inline == [mentions[0], mentions[1], mentions[5]])
    #expect(selection.standOff == [mentions[2]])
  }
}
