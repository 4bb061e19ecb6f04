/// What the documents of an export have in them, for configurations: kept small, whatever the archive.
public struct ExchangeInventory: Hashable, Sendable {
  /// The types of annotations.
  public private(set) var types: Set<String> = []
  /// What ``StandoffAnnotation/certainty`` says.
  public private(set) var certainties: Set<String> = []
  /// The entities of all documents by identifier; of several with one identifier the first.
  public private(set) var entities: [String: StandoffEntity] = [:]

  public init() {}

  public mutating func add(_ document: StandoffDocument) {
    for annotation in document.annotations {
      types.insert(annotation.type)
      if !annotation.certainty.isEmpty { certainties.insert(annotation.certainty) }
    }
    for entity in document.entities where entities[entity.id] == nil { entities[entity.id] = entity }
  }
}
