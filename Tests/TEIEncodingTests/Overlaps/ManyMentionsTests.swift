import ArticleModel
import StructureReading
import TEIEncoding
import Testing

/// Mentions from recognisers that agree in nothing, in articles of any shape: still valid, and the source comes back.
@Suite struct ManyMentionsTests {
  @Test func anyMentionsAndMetadataGiveValidTEI() {
    let property = ArticleProperty()
    for seed in 1...1000 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed << 32)
      let source = SourceText(name: "case.txt", String(decoding: RandomArticle.bytes(&generator), as: UTF8.self))
      let structure = StructureReader().structure(of: source)
      guard !structure.blocks.isEmpty else { continue }
      var mentions: [LinkedMention] = []
      var entities: [Entity] = []
      for _ in 0..<generator.size(60) { mentions.append(mention(in: source, &entities, &generator)) }
      let article = AnnotatedArticle(
        source: source, structure: structure, metadata: metadata(&generator), language: "en", entities: entities,
        mentions: mentions)
      if case .broken(let fault) = property.outcome(of: article) {
        Issue.record(
          "seed \(seed): \(fault)\ninput: \(String(decoding: source.bytes, as: UTF8.self).debugDescription)"
        )
        return
      }
    }
  }

  private func mention(
    in source: SourceText, _ entities: inout [Entity], _ generator: inout SeededGenerator
  ) -> LinkedMention {
    // At the beginnings of characters.
    func place(_ offset: Int) -> Int32 {
      var offset = offset
      while offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      return Int32(offset)
    }
    let start = generator.below(source.bytes.count)
    let end = min(source.bytes.count, start + generator.size(40))
    let range = SourceRange(start: place(start), end: place(end))
    let type = generator.pick(MentionType.allCases)
    let mention = Mention(
      range, type, method: generator.pick(RecognitionMethod.allCases), certainty: Float(generator.below(101)) / 100,
      value: value(of: type, &generator))
    guard type.isEntity else { return LinkedMention(mention) }
    if entities.isEmpty || generator.once(in: 2) {
      entities.append(
        Entity(
          type: type == .demonym ? .country : type, name: generator.pick(Self.names),
          variants: [generator.pick(Self.names)],
          identifiers: [AuthorityIdentifier(authority: "wikidata", value: "Q\(generator.below(99))")],
          country: generator.once(in: 2) ? "RO" : nil))
    }
    return LinkedMention(mention, entity: generator.below(entities.count))
  }

  private static let names = [
    "Ana", "ana", "ANA!", "", "–", "東京", "a\u{0}b", "<&>\"'", "İstanbul", "\u{301}x", "person", "1", "x-2",
  ]

  private func value(of type: MentionType, _ generator: inout SeededGenerator) -> MentionValue {
    switch type {
    case .date:
      .date(generator.pick([DateValue(when: "2024-06-13"), DateValue(from: "2023", to: "2024-02"), DateValue()]))
    case .time: .time("14:30:00")
    case .number, .percentage, .money, .measure:
      .quantity(
        generator.pick([QuantityValue(quantity: "14", unit: "km"), QuantityValue(atLeast: "1", atMost: "2.5")]))
    case .reference: generator.pick([.target("http://a.example/b"), .none])
    default: .none
    }
  }

  private func metadata(_ generator: inout SeededGenerator) -> ArticleMetadata {
    func text() -> String? {
      generator.once(in: 3)
        ? nil
        : generator.pick(["x", "a & <b>", "\u{0}\u{FFFF}", "http://é.example/%zz#a#b[c] d", "see:back", "a:", "  "])
    }
    return ArticleMetadata(
      title: text(), author: text(), publisher: text(), date: "2024-02", url: text(), licence: text())
  }
}
