import ArticleModel

@testable import EntityRecognition

/// What the recognisers and the review of their names say together of paragraphs.
enum Review {
  static let recognizers: [any EntityRecognizer] = [
    GazetteerRecognizer(), OrganisationPatternRecognizer(), PersonRecognizer(), AcronymRecognizer(),
    NamedThingRecognizer(), DateRecognizer(), TimeRecognizer(), QuantityRecognizer(), AddressRecognizer(),
  ]
  static let review = NameReview()

  static func input(_ paragraphs: [String], language: String = "en") -> RecognitionInput {
    let source = SourceText(name: "a", paragraphs.joined(separator: "\n\n"))
    var start = 0
    var blocks: [Block] = []
    for paragraph in paragraphs {
      let end = start + paragraph.utf8.count
      if end > start { blocks.append(.paragraph(TextRun(SourceRange(start..<end)))) }
      start = end + 2
    }
    return RecognitionInput(source: source, structure: ArticleStructure(blocks: blocks), language: language)
  }

  static func rules(_ input: RecognitionInput) -> [Mention] {
    recognizers.flatMap { $0.mentions(in: input) }.sorted {
      ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end)
    }
  }

  static func mentions(_ input: RecognitionInput, and others: [Mention] = []) -> [Mention] {
    review.review(rules(input) + others, in: input)
  }

  /// The words of all mentions of the types, in the order of the text.
  static func words(_ types: Set<MentionType>, _ paragraphs: String...) -> [String] {
    let input = input(paragraphs)
    let found = mentions(input).filter { types.contains($0.type) }.sorted { $0.range.start < $1.range.start }
    var words: [String] = []
    var end: Int32 = -1
    // Two that have one range count once.
    for mention in found where mention.range.start >= end {
      words.append(input.source.string(mention.range))
      end = mention.range.end
    }
    return words
  }
}
