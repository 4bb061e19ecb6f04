import ArticleModel
import Testing

@testable import ArchivePipeline

@Suite struct MentionMergingTests {
  /// A mention over the columns that a row of dashes marks: `  --- ` covers 2..<5.
  private static func mention(
    _ dashes: String, _ type: MentionType, _ method: RecognitionMethod = .pattern, certainty: Float = 0.9,
    value: MentionValue = .none, name: String? = nil
  ) -> Mention {
    let start = dashes.utf8.prefix { $0 == 0x20 }.count
    let range = SourceRange(start: Int32(start), end: Int32(dashes.utf8.count))
    return Mention(
      range, type, method: method, certainty: certainty, value: value, identity: name.map { EntityIdentity(name: $0) })
  }

  private static func reported(
    _ dashes: String, _ type: MentionType, value: MentionValue = .none, isCoarse: Bool = false
  ) -> ReportedMention {
    ReportedMention(mention: mention(dashes, type, .external, value: value), isCoarse: isCoarse)
  }

  private static let year = MentionValue.date(DateValue(when: "2024"))

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var own: [Mention]
    var reported: [[ReportedMention]]
    /// What stands, as "type start-end method".
    var expected: [String]
    var keepsOwnNames = true

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "ours fill the rest", own: [mention("---", .person)], reported: [[reported("    --", .organisation)]],
      expected: ["person 0-3 pattern", "organisation 4-6 external"]),
    Case(
      name: "theirs go before ours that they touch",
      own: [mention("---", .person), mention("-------", .organisation), mention("     ----", .country)],
      reported: [[reported("  ----", .event)]], expected: ["event 2-6 external"]),
    Case(
      name: "same span: their type", own: [mention("---", .person)], reported: [[reported("---", .organisation)]],
      expected: ["organisation 0-3 external"]),
    Case(
      name: "a label for any place takes the kind that we know", own: [mention("---", .country, name: "Estonia")],
      reported: [[reported("---", .settlement, isCoarse: true)]], expected: ["country 0-3 external Estonia"]),
    Case(
      name: "a label for one kind of place does not", own: [mention("---", .country, name: "Georgia")],
      reported: [[reported("---", .settlement)]], expected: ["settlement 0-3 external"]),
    Case(
      name: "what we know of the same thing is kept", own: [mention("---", .organisation, name: "NATO")],
      reported: [[reported("---", .organisation)]], expected: ["organisation 0-3 external NATO"]),
    Case(
      name: "the user's lists go before all",
      own: [mention("  --", .event, .userGazetteer), mention("  --", .person)],
      reported: [[reported("-----", .person), reported("     --", .person)]],
      expected: ["event 2-4 user-gazetteer", "person 5-7 external"]),
    Case(
      name: "an earlier program goes before a later one", own: [],
      reported: [[reported("---", .person)], [reported("  --", .event), reported("    --", .event)]],
      expected: ["person 0-3 external", "event 4-6 external"]),
    Case(
      name: "one program may contradict itself", own: [],
      reported: [[reported("---", .person), reported("--", .event)]],
      expected: ["event 0-2 external", "person 0-3 external"]),
    Case(
      name: "dates of ours stand, names beside them", own: [mention("----", .date, .grammar, value: year)],
      reported: [[reported("-------", .date), reported("  ---", .event), reported("         -", .date)]],
      expected: ["date 0-4 grammar", "event 2-5 external", "date 9-10 external"]),
    Case(
      name: "a value that is said goes before ours", own: [mention("----", .date, .grammar, value: year)],
      reported: [[reported("-----", .date, value: year)]], expected: ["date 0-5 external"]),
    Case(
      name: "overlapping dates of ours are left to the encoder",
      own: [mention("----", .date, .grammar), mention("  ----", .time, .grammar)], reported: [[]],
      expected: ["date 0-4 grammar", "time 2-6 grammar"]),
    Case(
      name: "without our names",
      own: [
        mention("---", .country, name: "Estonia"), mention("      --", .role), mention("          -", .number),
        mention("            -", .event, .userGazetteer),
      ],
      reported: [[reported("---", .region, isCoarse: true)]],
      expected: ["country 0-3 external Estonia", "number 10-11 pattern", "event 12-13 user-gazetteer"],
      keepsOwnNames: false),
  ]

  @Test(arguments: cases) func merging(_ merged: Case) {
    let mentions = MentionMerging(keepsOwnNames: merged.keepsOwnNames).merged(merged.own, with: merged.reported)
    let texts = mentions.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }.map { mention in
      let name = mention.identity.map { " \($0.name)" } ?? ""
      return "\(mention.type.rawValue) \(mention.range.start)-\(mention.range.end) \(mention.method.rawValue)\(name)"
    }
    #expect(texts == merged.expected)
  }
}
