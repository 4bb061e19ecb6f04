import ArticleModel
import EntityRecognition
import Testing

@testable import ArchivePipeline

@Suite struct ReportedMentionsTests {
  /// Blocks: "Café Opens" (0 to 10), "In Riga it rains." (12 to 29), "Tea" (33 to 36).
  private static let source = SourceText(name: "a.txt", "Café Opens\n\nIn Riga it rains.\n\n- Tea\n")

  private static func report(
    _ entities: ReportedEntity..., unit: OffsetUnit = .codePoints, labels: EntityLabels = EntityLabels()
  ) throws -> ReportedMentions {
    let input = try #require(Annotator(language: "en").input(for: source, metadata: ArticleMetadata()))
    return ReportedMentions(
      entities.map { .success($0) }, in: input, counting: unit, labels: labels, recognizer: 1)
  }

  private static func words(_ report: ReportedMentions) -> [String] {
    report.mentions.map { source.string($0.mention.range) }
  }

  @Test func aSpanBecomesAMention() throws {
    let report = try Self.report(
      ReportedEntity(start: 15, end: 19, type: "GPE", certainty: 0.75), ReportedEntity(start: 0, end: 4, type: "org"))
    #expect(Self.words(report) == ["Riga", "Café"])
    #expect(report.mentions.map(\.mention.type) == [.settlement, .organisation])
    #expect(report.mentions.map(\.isCoarse) == [true, false])
    #expect(report.mentions.map(\.mention.certainty) == [0.75, ReportedMentions.defaultCertainty])
    #expect(report.mentions.allSatisfy { $0.mention.method == .external && $0.mention.recognizer == 1 })
    #expect(report.faults.isEmpty)
  }

  @Test func bytesAreBytes() throws {
    #expect(Self.words(try Self.report(ReportedEntity(start: 16, end: 20, type: "GPE"), unit: .bytes)) == ["Riga"])
    #expect(
      try Self.report(ReportedEntity(start: 0, end: 4, type: "GPE"), unit: .bytes).faults.map(\.message)
        == ["span 0 to 4 cuts a character; expected offsets in UTF-8 bytes"])
  }

  @Test func whiteSpaceAroundASpanIsNoPartOfIt() throws {
    #expect(Self.words(try Self.report(ReportedEntity(start: 14, end: 20, type: "GPE", text: " Riga "))) == ["Riga"])
    #expect(Self.words(try Self.report(ReportedEntity(start: 32, end: 37, type: "ORG"))) == ["Tea"])
  }

  @Test(
    arguments: zip(
      [(4, 4), (9, 3), (-1, 3), (30, 99), (5, 14), (31, 32), (10, 11), (19, 36)],
      [
        "span 4 to 4 is empty; expected an end after its start",
        "span 9 to 3 is empty; expected an end after its start",
        "span -1 to 3 leaves the text; expected 0 to 37 Unicode code points",
        "span 30 to 99 leaves the text; expected 0 to 37 Unicode code points",
        "span 5 to 14 crosses the border of a block; expected a span inside one",
        "span 31 to 32 lies outside the blocks; expected a span inside one",
        "span 10 to 11 holds white space only",
        "span 19 to 36 crosses the border of a block; expected a span inside one",
      ]))
  func aBadSpanIsLostAlone(_ span: (Int, Int), _ message: String) throws {
    let report = try Self.report(
      ReportedEntity(start: span.0, end: span.1, type: "ORG"), ReportedEntity(start: 15, end: 19, type: "GPE"))
    #expect(Self.words(report) == ["Riga"])
    #expect(report.faults.map(\.message) == [message])
  }

  @Test func wordsThatAreGivenAreCompared() throws {
    #expect(
      try Self.report(ReportedEntity(start: 16, end: 20, type: "GPE", text: "Riga")).faults.map(\.message)
        == ["span 16 to 20 holds \"iga \", not \"Riga\"; expected offsets in Unicode code points"])
  }

  @Test(
    arguments: zip(
      [
        ReportedEntity(start: 15, end: 19, type: "GPE", certainty: 0),
        ReportedEntity(start: 15, end: 19, type: "GPE", certainty: 1.2),
        ReportedEntity(start: 15, end: 19, type: "GPE", identifiers: ["wikidata": "Riga"]),
        ReportedEntity(start: 15, end: 19, type: "GPE", value: ["when": "2024"]),
        ReportedEntity(start: 15, end: 19, type: "DATE", value: ["when": "2024-02-30"]),
        ReportedEntity(start: 15, end: 19, type: "DATE", value: ["from": "2024", "to": "2023-05"]),
        ReportedEntity(start: 15, end: 19, type: "MONEY", value: ["quantity": "1e6"]),
        ReportedEntity(start: 15, end: 19, type: "TIME", value: ["when": "25:00:00"]),
      ],
      [
        "certainty 0.0 of span 15 to 19; expected above 0 and at most 1",
        "certainty 1.2 of span 15 to 19; expected above 0 and at most 1",
        "identifier \"wikidata\": \"Riga\" is not one; expected as \"wikidata\": \"Q42\"",
        "value has \"when\"; expected none for type \"settlement\"",
        "\"when\" of a value is \"2024-02-30\"; expected YYYY, YYYY-MM or YYYY-MM-DD",
        "value ends before it begins: from 2024, to 2023-05",
        "\"quantity\" of a value is \"1e6\"; expected a decimal, as 14000000 or -3.5",
        "\"when\" of a value is \"25:00:00\"; expected a time, as 14:30:00 or 14:30:00Z",
      ]))
  func whatCannotBeEncodedIsLost(_ entity: ReportedEntity, _ message: String) throws {
    let report = try Self.report(entity)
    #expect(report.mentions.isEmpty)
    #expect(report.faults.map(\.message) == [message])
  }

  @Test func whatIsKnownOfTheEntityIsTaken() throws {
    let report = try Self.report(
      ReportedEntity(start: 15, end: 19, type: "GPE", name: " City of  Riga ", identifiers: ["wikidata": "Q1773"]),
      ReportedEntity(start: 15, end: 19, type: "GPE", identifiers: ["geonames": "456172"]),
      ReportedEntity(start: 15, end: 19, type: "MONEY", value: ["quantity": "14", "unit": "EUR"]))
    #expect(report.mentions.map { $0.mention.identity?.name } == ["City of Riga", "Riga", nil])
    #expect(
      report.mentions[0].mention.identity?.identifiers == [AuthorityIdentifier(authority: "wikidata", value: "Q1773")])
    #expect(report.mentions[2].mention.value == .quantity(QuantityValue(quantity: "14", unit: "EUR")))
  }

  @Test func labelsThatMeanNothingAreCounted() throws {
    var labels = EntityLabels()
    labels.set("misc", to: .event)
    labels.set("LANGUAGE", to: nil)
    let entities = ["MISC", "language", "WORK_OF_ART"].map { ReportedEntity(start: 15, end: 19, type: $0) }
    let report = try Self.report(entities[0], entities[1], entities[2], entities[2], labels: labels)
    #expect(report.mentions.map(\.mention.type) == [.event])
    #expect(report.unknownLabels == ["WORK_OF_ART": 2])
  }
}
