import ArticleModel
public import EntityLinking
public import EntityRecognition
import SentenceSegmentation
import StructureReading
import TEIEncoding

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Takes one article through the stages from its text to what the encoder needs. Values in, values out.
public struct Annotator: Sendable {
  public var structureReader: StructureReader
  public var recognizers: [any EntityRecognizer]
  /// BCP 47; nil where each article's own language is to be guessed.
  public var language: String?
  /// Whether paragraphs and items are divided into sentences.
  public var segmentsSentences: Bool

  public init(
    structureReader: StructureReader = StructureReader(), recognizers: [any EntityRecognizer] = Annotator.recognizers,
    language: String? = nil, segmentsSentences: Bool = false
  ) {
    self.structureReader = structureReader
    self.recognizers = recognizers
    self.language = language
    self.segmentsSentences = segmentsSentences
  }

  /// The article with its structure and entities; nil where its text has no visible character.
  ///
  /// - Parameter decisions: What they block is not marked.
  public func annotate(
    _ source: SourceText, metadata: ArticleMetadata = ArticleMetadata(), without decisions: Decisions = Decisions()
  ) -> AnnotatedArticle? {
    let structure = structureReader.structure(of: source)
    guard !structure.blocks.isEmpty else { return nil }
    let language = metadata.language ?? language ?? LanguageGuess.language(of: source)
    let input = RecognitionInput(
      source: source, structure: structure,
      date: ArticleDate.date(of: structure, in: source, metadata, language: language),
      language: language)
    var mentions = recognizers.flatMap { $0.mentions(in: input) }
    if decisions.blocksAny {
      mentions.removeAll { $0.type.isEntity && decisions.blocks(source.string($0.range), as: $0.type) }
    }
    GovernmentMetonymy().mark(&mentions, in: input)
    let linked = EntityLinker().link(mentions, in: source)
    let sentences =
      segmentsSentences ? SentenceSegmenter(language: language).sentences(of: structure, in: source) : nil
    return AnnotatedArticle(
      source: source, structure: structure, metadata: metadata, language: language, entities: linked.entities,
      mentions: linked.mentions, sentences: sentences)
  }
}

extension Annotator {
  /// Every recogniser that the program has.
  public static let recognizers: [any EntityRecognizer] = [
    GazetteerRecognizer(), OrganisationPatternRecognizer(), PersonRecognizer(), AcronymRecognizer(),
    NamedThingRecognizer(), DateRecognizer(), TimeRecognizer(), QuantityRecognizer(), AddressRecognizer(),
  ]
}

extension Annotator {
  /// A digest of the data that reading and recognising use, the gazetteer and the model of lines: twelve hexadecimal
  /// digits of its SHA-256.
  public static let dataDigest = String(
    Digest.sha256(CompiledGazetteer.embedded.data + TrainedLineLabeller.embeddedBytes).prefix(12))

  /// How many articles are worked on at once where the caller does not say: one a core.
  public static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }
}
