import ArchivePipeline
import ArticleModel
import StructureReading
import TEIEncoding
import Testing
import XML

/// What holds of every input that is divided into sentences.
@Suite struct SentencePropertyTests {
  private static let property = ArticleProperty(annotator: Annotator(segmentsSentences: true))

  @Test func sentencesTakeNothingAndAddNothing() {
    var sentences = 0
    for seed in 1...2_000 as ClosedRange<UInt64> {
      let input = ArticlePropertyTests.input(seed)
      guard let source = try? SourceText(name: "case.txt", bytes: input),
        let article = Self.property.annotator.annotate(source)
      else { continue }
      sentences += article.sentences?.count ?? 0
      if let fault = Self.fault(in: article) {
        Issue.record("seed \(seed): \(fault)\ninput: \(String(decoding: input, as: UTF8.self).debugDescription)")
        return
      }
    }
    #expect(sentences > 2_000)
  }

  /// Sentences and mentions that agree in nothing.
  @Test func anySentencesAndMentionsGiveValidTEI() {
    for seed in 1...500 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed << 33)
      let source = SourceText(name: "case.txt", String(decoding: RandomArticle.bytes(&generator), as: UTF8.self))
      let structure = StructureReader().structure(of: source)
      guard !structure.blocks.isEmpty else { continue }
      var mentions: [LinkedMention] = []
      for _ in 0..<generator.size(60) {
        let start = generator.below(source.bytes.count)
        let end = min(source.bytes.count, start + generator.size(60))
        let range = SourceRange(start: Self.character(start, source), end: Self.character(end, source))
        let certainty = Float(generator.below(101)) / 100
        mentions.append(LinkedMention(Mention(range, .product, method: .pattern, certainty: certainty)))
      }
      let sentences = Self.property.annotator.annotate(source)?.sentences
      let article = AnnotatedArticle(source: source, structure: structure, mentions: mentions, sentences: sentences)
      if let fault = Self.fault(in: article, coversAll: false) {
        Issue.record("seed \(seed): \(fault)\ninput: \(String(decoding: source.bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
  }

  private static func character(_ offset: Int, _ source: SourceText) -> Int32 {
    var offset = offset
    while offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return Int32(offset)
  }

  private static func fault(in article: AnnotatedArticle, coversAll: Bool = true) -> String? {
    if coversAll, let fault = rangeFault(in: article) { return fault }
    guard case .encoded(let divided) = property.outcome(of: article) else { return "\(property.outcome(of: article))" }
    var whole = article
    whole.sentences = nil
    guard case .encoded(let undivided) = property.outcome(of: whole) else { return "not valid without sentences" }
    let (stripped, expected) = (text(of: divided), text(of: undivided))
    guard stripped != expected else { return nil }
    let place = zip(stripped, expected).prefix { $0 == $1 }.count
    let part = String(decoding: stripped.dropFirst(max(0, place - 40)).prefix(120), as: UTF8.self)
    return "sentences change more than their tags: \(part)"
  }

  /// The `standOff` and the `text` of a document without the tags of its sentences. By bytes: a combining mark may follow
  /// a tag.
  private static func text(of document: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var index = 0
    while index < document.count {
      if document[index] == UInt8(ascii: "<") {
        let rest = document[index...]
        if rest.starts(with: "</teiHeader>".utf8) {
          text = []
        } else if rest.starts(with: "<s ".utf8) || rest.starts(with: "</s>".utf8) {
          while document[index] != UInt8(ascii: ">") { index += 1 }
          index += 1
          continue
        }
      }
      text.append(document[index])
      index += 1
    }
    return text
  }

  /// What is wrong with the sentences of an article: out of order, with white space at an end, or with words between.
  private static func rangeFault(in article: AnnotatedArticle) -> String? {
    let bytes = article.source.bytes
    var rest = (article.sentences ?? [])[...]
    for range in divided(article.structure.blocks) {
      var position = range.start
      while let sentence = rest.first, sentence.start < range.end {
        rest.removeFirst()
        guard sentence.start >= position, sentence.end <= range.end, !sentence.isEmpty else {
          return "sentence out of place at \(sentence)"
        }
        if hasWords(bytes[Int(position)..<Int(sentence.start)]) { return "words before the sentence at \(sentence)" }
        if Characters.isASCIISpace(bytes[Int(sentence.start)]) || Characters.isASCIISpace(bytes[Int(sentence.end) - 1])
        {
          return "white space at an end of \(sentence)"
        }
        position = sentence.end
      }
      if hasWords(bytes[Int(position)..<Int(range.end)]) { return "words behind the last sentence of \(range)" }
    }
    return rest.isEmpty ? nil : "a sentence in no paragraph or item"
  }

  private static func divided(_ blocks: [Block]) -> [SourceRange] {
    blocks.flatMap { block -> [SourceRange] in
      switch block {
      case .paragraph(let run): [run.range]
      case .list(let list): divided(list)
      case .summary(let summary): divided(summary.blocks)
      default: []
      }
    }
  }

  private static func divided(_ list: ListBlock) -> [SourceRange] {
    list.items.flatMap { item in
      [SourceRange(start: item.label?.end ?? item.text.range.start, end: item.text.range.end)]
        + item.sublists.flatMap(divided)
    }
  }

  /// Anything but white space and the colon behind a label.
  private static func hasWords(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      !Characters.isSpace($0.value) && $0 != ":"
    }
  }
}
