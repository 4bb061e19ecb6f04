/// A thing that an article names, with every form in which it does.
public struct Entity: Hashable, Sendable {
  public var type: MentionType
  /// The name under which it is registered.
  public var name: String
  /// Other forms that occur in the article, in the order of their first occurrence.
  public var variants: [String]
  public var identifiers: [AuthorityIdentifier]
  /// The country it lies in or belongs to, ISO 3166-1 alpha-2, where known.
  public var country: String?

  public init(
    type: MentionType, name: String, variants: [String] = [], identifiers: [AuthorityIdentifier] = [],
    country: String? = nil
  ) {
    self.type = type
    self.name = name
    self.variants = variants
    self.identifiers = identifiers
    self.country = country
  }
}

/// A mention and the entity that it names.
public struct LinkedMention: Hashable, Sendable {
  public var mention: Mention
  /// An index into ``AnnotatedArticle/entities``; nil for a mention of nothing that has an entry, as a date.
  public var entity: Int?

  public init(_ mention: Mention, entity: Int? = nil) {
    self.mention = mention
    self.entity = entity
  }
}

/// An article with all that was found in it: what the encoder turns into TEI.
public struct AnnotatedArticle: Sendable {
  public var source: SourceText
  public var structure: ArticleStructure
  public var metadata: ArticleMetadata
  /// BCP 47.
  public var language: String
  public var entities: [Entity]
  public var mentions: [LinkedMention]
  /// In order and disjoint, each inside one run; nil where the article was not divided into sentences.
  public var sentences: [SourceRange]?
  /// The names of the programs beside this one that looked for entities.
  public var recognizers: [String] = []

  public init(
    source: SourceText, structure: ArticleStructure, metadata: ArticleMetadata = ArticleMetadata(),
    language: String = "en", entities: [Entity] = [], mentions: [LinkedMention] = [], sentences: [SourceRange]? = nil
  ) {
    self.source = source
    self.structure = structure
    self.metadata = metadata
    self.language = language
    self.entities = entities
    self.mentions = mentions
    self.sentences = sentences
  }
}

extension AnnotatedArticle {
  /// Takes away the mentions of some entities; an entity that no mention names is not registered.
  public mutating func removeEntities(where isUnwanted: (Entity) -> Bool) {
    let unwanted = Set(entities.indices.filter { isUnwanted(entities[$0]) })
    guard !unwanted.isEmpty else { return }
    mentions.removeAll { $0.entity.map(unwanted.contains) ?? false }
  }
}
