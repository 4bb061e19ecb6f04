public import ArticleModel

/// An entity as one document of an archive has it.
public struct DocumentEntity: Hashable, Sendable {
  /// The `xml:id` of the document.
  public var document: String
  /// The `xml:id` of its entry: the document's, and behind a full stop its own.
  public var id: String
  public var entity: Entity
  /// How often the document names it.
  public var mentions: Int
  /// The words around its first mention.
  public var context: String

  public init(document: String, id: String, entity: Entity, mentions: Int = 0, context: String = "") {
    self.document = document
    self.id = id
    self.entity = entity
    self.mentions = mentions
    self.context = context
  }
}

/// An entity of a whole archive.
public struct CorpusEntity: Hashable, Sendable {
  /// Its identifier, from its kind and its identifier at an authority or its name: the same whatever other articles the
  /// archive has. ``CorpusIdentifier`` has the rules.
  public var id: String
  public var entity: Entity
  /// What the documents have of it, in the order of their identifiers.
  public var members: [DocumentEntity]
  /// Whether a decision says what it is, or what it is called.
  public var isDecided: Bool

  /// How often all documents name it.
  public var mentions: Int { members.reduce(0) { $0 + $1.mentions } }
  /// How many documents name it.
  public var documents: Int { Set(members.map(\.document)).count }
}
