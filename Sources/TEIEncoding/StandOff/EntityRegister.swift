import ArticleModel

/// The entities of an article that a mention which was kept names, each with its identifier.
struct EntityRegister {
  struct Entry {
    var entity: Entity
    /// The `xml:id`, without the document's.
    var local: String

    /// What its `xml:id` begins with, as `place`.
    var kind: String { IdentifierScheme.kind(entity.type) }
  }

  /// In order of their names within each kind.
  private(set) var entries: [Entry] = []
  private var references: [String?]

  init(_ entities: [Entity], in selection: MentionSelection, _ identifiers: inout IdentifierScheme) {
    var isNamed = [Bool](repeating: false, count: entities.count)
    for mention in selection.inline { mention.entity.map { isNamed[$0] = true } }
    for mention in selection.standOff { mention.entity.map { isNamed[$0] = true } }
    let keys = isNamed.indices.filter { isNamed[$0] }
      .map { (kind: IdentifierScheme.kind(entities[$0].type), name: entities[$0].name, index: $0) }
    references = [String?](repeating: nil, count: entities.count)
    for key in keys.sorted(by: <) {
      let local = identifiers.entity(entities[key.index])
      references[key.index] = "#" + identifiers.qualified(local)
      entries.append(Entry(entity: entities[key.index], local: local))
    }
  }

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  /// What points to an entity of the article: `#` and its `xml:id`.
  func reference(to index: Int) -> String? { references[index] }
}
