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
  /// What goes over the names that the recognisers found; nil to take them as they are.
  public var nameReview: NameReview?
  /// BCP 47; nil where each article's own language is to be guessed.
  public var language: String?
  /// Whether paragraphs and items are divided into sentences.
  public var segmentsSentences: Bool
  /// Mentions below this certainty, 0 to 1, are left out before they are linked: nothing of theirs is registered.
  public var minimumCertainty: Float

  public init(
    structureReader: StructureReader = StructureReader(), recognizers: [any EntityRecognizer] = Annotator.recognizers,
    nameReview: NameReview? = NameReview(), language: String? = nil, segmentsSentences: Bool = false,
    minimumCertainty: Float = 0
  ) {
    self.structureReader = structureReader
    self.recognizers = recognizers
    self.nameReview = nameReview
    self.language = language
    self.segmentsSentences = segmentsSentences
    self.minimumCertainty = minimumCertainty
  }

  /// The article with its structure and entities; nil where its text has no visible character.
  ///
  /// - Parameter decisions: What they block is not marked.
  public func annotate(
    _ source: SourceText, metadata: ArticleMetadata = ArticleMetadata(), without decisions: Decisions = Decisions()
  ) -> AnnotatedArticle? {
    input(for: source, metadata: metadata).map { annotate($0, metadata: metadata, without: decisions) }
  }

  /// What recognisers see of an article; nil where its text has no visible character.
  func input(for source: SourceText, metadata: ArticleMetadata) -> RecognitionInput? {
    let structure = structureReader.structure(of: source)
    guard !structure.blocks.isEmpty else { return nil }
    let language = metadata.language ?? language ?? LanguageGuess.language(of: source)
    return RecognitionInput(
      source: source, structure: structure,
      date: ArticleDate.date(of: structure, in: source, metadata, language: language), language: language)
  }

  /// The article with its structure and entities.
  ///
  /// - Parameters:
  ///   - decisions: What they block is not marked.
  ///   - merge: Brings what others found together with the mentions of our own recognisers.
  func annotate(
    _ input: RecognitionInput, metadata: ArticleMetadata, without decisions: Decisions,
    merging merge: ([Mention]) -> [Mention] = { $0 }
  ) -> AnnotatedArticle {
    let mentions = mentions(in: input, without: decisions, merging: merge)
    let linked = EntityLinker().link(mentions, in: input.source)
    let sentences =
      segmentsSentences
      ? SentenceSegmenter(language: input.language).sentences(of: input.structure, in: input.source) : nil
    return AnnotatedArticle(
      source: input.source, structure: input.structure, metadata: metadata, language: input.language,
      entities: linked.entities, mentions: linked.mentions, sentences: sentences)
  }

  /// What is named in an article, not linked yet.
  func mentions(
    in input: RecognitionInput, without decisions: Decisions, merging merge: ([Mention]) -> [Mention] = { $0 }
  ) -> [Mention] {
    let found = recognizers.flatMap { $0.mentions(in: input) }
    var mentions = merge(nameReview?.review(found, in: input) ?? found)
    if decisions.blocksAny {
      mentions.removeAll { $0.type.isEntity && decisions.blocks(input.source.string($0.range), as: $0.type) }
    }
    if minimumCertainty > 0 { mentions.removeAll { $0.certainty < minimumCertainty } }
    GovernmentMetonymy().mark(&mentions, in: input)
    return mentions
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
  /// A digest of the data that reading and recognising use, the gazetteer, the model of lines and the network of names:
  /// twelve hexadecimal digits of its SHA-256.
  public static let dataDigest = String(
    Digest.sha256(CompiledGazetteer.embedded.data + TrainedLineLabeller.embeddedBytes + NameReview.embeddedBytes)
      .prefix(12))

  /// How many articles are worked on at once where the caller does not say: one a core.
  public static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }
}
