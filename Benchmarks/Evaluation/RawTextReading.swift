import TEIKit

/// What the whole program finds in a raw text: annotated in memory, encoded as TEI, serialised, parsed, and read back.
///
/// Nothing is measured that does not stand in the TEI: what the encoder drops is missed, what it moves is wrong.
struct RawTextReading {
  /// A name with its certainty.
  struct FoundName {
    var span: NameSpan
    var certainty: Double
  }

  private let annotator = Annotator(language: "en")
  private let encoder = TEIEncoder()

  /// All mentions of a text, in the offsets of the text.
  func mentions(in text: [UInt8], of name: String) throws -> [ExtractedMention] {
    let source = try SourceText(name: name, bytes: text)
    guard let article = annotator.annotate(source) else { return [] }
    let tei = encoder.encode(article, identifier: "a").document.serialized()
    return EntityExtractor.mentions(in: try XMLNodeTable(parsing: tei, name: name, names: XMLNodeNames()))
  }

  /// The persons, places and organisations of a text.
  func names(in document: NameDocument) throws -> [FoundName] {
    try mentions(in: document.text, of: document.id).compactMap { mention in
      guard let type = MentionType(rawValue: mention.type).flatMap(NameType.init), let range = mention.bytes else {
        return nil
      }
      return FoundName(span: NameSpan(range: range, type: type), certainty: Double(mention.certainty) ?? 1)
    }
  }
}
