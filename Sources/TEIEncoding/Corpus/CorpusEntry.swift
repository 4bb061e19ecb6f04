public import ArticleModel

/// An entity of an archive, as its root registers it.
public struct CorpusEntry: Sendable {
  /// Its `xml:id` without the root's.
  public var id: String
  public var entity: Entity
  /// Where documents have it, in the order of the documents: the name of a file and an `xml:id` in it.
  public var places: [(file: String, id: String)]

  public init(id: String, entity: Entity, places: [(file: String, id: String)]) {
    self.id = id
    self.entity = entity
    self.places = places
  }
}
