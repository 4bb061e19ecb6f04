import ArticleModel

/// The entities of an article that a mention which was kept names, each with its identifier.
struct EntityRegister {
  struct Entry {
    var entity: Entity
    /// The `xml:id`, without the document's.
    var local: String
  }

  /// In order of their names within each kind.
  private(set) var entries: [Entry] = []
  private var byIndex: [Int: String] = [:]

  init(_ entities: [Entity], in selection: MentionSelection, _ identifiers: inout IdentifierScheme) {
    var named = Set<Int>()
    for mention in selection.inline { mention.entity.map { _ = named.insert($0) } }
    for mention in selection.standOff { mention.entity.map { _ = named.insert($0) } }
    let ordered = named.sorted {
      let (left, right) = (entities[$0], entities[$1])
      return (IdentifierScheme.kind(left.type), left.name, $0) < (IdentifierScheme.kind(right.type), right.name, $1)
    }
    for index in ordered {
      let local = identifiers.entity(entities[index])
      byIndex[index] = local
      entries.append(Entry(entity: entities[index], local: local))
    }
  }

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  /// The `xml:id` of an entity, without the document's.
  subscript(_ index: Int) -> String? { byIndex[index] }
}
