import ArchivePipeline
import ArticleModel
import StructureReading
import TEIEncoding
import TEIValidation
import Testing
import XML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct SentenceEncodingTests {
  private static func text(_ source: String, _ mentions: [String] = []) -> String {
    let source = SourceText(name: "a.txt", source)
    var article = Annotator(recognizers: [], language: "en", segmentsSentences: true).annotate(source)!
    article.mentions = mentions.map { words in
      let start = source.string(SourceRange(0..<source.bytes.count)).utf8.firstRange(of: words.utf8)!.lowerBound
      let offset = source.string(SourceRange(0..<source.bytes.count)).utf8.distance(to: start)
      return LinkedMention(
        Mention(SourceRange(offset..<(offset + words.utf8.count)), .product, method: .pattern, certainty: 1))
    }
    return encoded(article)
  }

  /// The blocks of an article, without attributes.
  private static func encoded(_ article: AnnotatedArticle) -> String {
    let document = TEIEncoder().encode(article, identifier: "a").document
    let body = String(decoding: document.serialized(), as: UTF8.self)
    var text = ""
    var isInTag = false
    var isInAttributes = false
    for character in body[body.range(of: "<body>")!.upperBound..<body.range(of: "</body>")!.lowerBound] {
      if character == "<" { isInTag = true }
      if isInTag, character == " " { isInAttributes = true }
      if character == ">" { (isInTag, isInAttributes) = (false, false) }
      if !isInAttributes, character != "\n" { text.append(character) }
    }
    return text.split(separator: "  ").joined()
  }

  private static let rain = "It rained for a long while in the hills. Then the wind rose over the plain."

  @Test func aParagraph() {
    #expect(
      Self.text(Self.rain)
        == "<p><s>It rained for a long while in the hills.</s> <s>Then the wind rose over the plain.</s></p>")
  }

  @Test func aHeadingIsNotDivided() {
    #expect(
      Self.text("# Rain\n\n## What now? Nobody knows.\n\n" + Self.rain).contains(
        "<head>What now? Nobody knows.</head><p><s>It rained for a long while in the hills.</s> "
          + "<s>Then the wind rose over the plain.</s></p>"))
  }

  @Test func aLabelStandsOutside() {
    #expect(
      Self.text(Self.rain + "\n\n- Coal: fell. It fell sharply.\n- Wind rose.\n  - A bit.\n").hasSuffix(
        "<list><item><label>Coal</label>: <s>fell.</s> <s>It fell sharply.</s></item>"
          + "<item><s>Wind rose.</s><list><item><s>A bit.</s></item></list></item></list>"))
  }

  @Test func cellsAreNotDivided() {
    #expect(!Self.text("| A | B |\n|---|---|\n| It rained. It blew. | 3 |\n").contains("<s>"))
  }

  @Test func aMentionJoinsSentences() {
    #expect(
      Self.text(Self.rain, ["hills. Then"])
        == "<p><s>It rained for a long while in the <name>hills. Then</name> the wind rose over the plain.</s></p>")
  }

  @Test func aMentionMayEndBehindItsSentence() {
    #expect(
      Self.text(Self.rain, ["hills. "])
        == "<p><s>It rained for a long while in the <name>hills. </name></s><s>Then the wind rose over the plain.</s></p>"
    )
  }

  @Test func identifiersComeFromBlockAndWords() throws {
    func identifiers(_ text: String) -> [String] {
      let article = Annotator(language: "en", segmentsSentences: true).annotate(SourceText(name: "a.txt", text))!
      let document = TEIEncoder().encode(article, identifier: "a").document
      return document.root.descendants.filter { $0.name == "s" }.map { $0["xml:id"]! }
    }
    let before = identifiers("It rained. It rained. It blew hard and long.\n\nThen it stopped for good.")
    #expect(before.count == 4 && Set(before).count == 4)
    let after = identifiers("It rained. It rained. It blew hard and long.\n\nThen it stopped. For good.")
    #expect(after.count == 5 && Array(after.prefix(3)) == Array(before.prefix(3)))
  }

  @Test func theHeaderSaysSo() {
    let source = SourceText(name: "a.txt", Self.rain)
    func segmentation(_ divides: Bool) -> String {
      let article = Annotator(language: "en", segmentsSentences: divides).annotate(source)!
      let document = TEIEncoder().encode(article, identifier: "a").document
      return document.root.descendants.first { $0.name == "segmentation" }!.text
    }
    #expect(segmentation(true).contains("sentences (s)"))
    #expect(!segmentation(false).contains("sentences"))
  }
}

extension String.UTF8View {
  fileprivate func distance(to index: Index) -> Int { distance(from: startIndex, to: index) }
}
