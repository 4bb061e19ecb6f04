import ArticleModel
import Exchange
import TEIEncoding

/// The entries of a document's registers, found by what an entity is.
struct KnownEntities {
  private var byIdentifier: [AuthorityIdentifier: String] = [:]
  private var byName: [Name: Set<String>] = [:]
  private var identifiers: [String: [AuthorityIdentifier]] = [:]

  private struct Name: Hashable {
    /// `person`, `org`, `place` …
    var kind: String
    var name: String
  }

  init(_ entities: [StandoffEntity]) {
    for entity in entities { add(entity) }
  }

  mutating func add(_ entity: StandoffEntity) {
    identifiers[entity.id] = entity.identifiers
    for identifier in entity.identifiers where byIdentifier[identifier] == nil { byIdentifier[identifier] = entity.id }
    let type = CommonTypes.ours(entity.type) ?? CommonTypes.ours(entity.kind)
    let kind = type.flatMap(MentionType.init).map(IdentifierScheme.kind) ?? entity.type
    for name in [entity.name] + entity.variants where !name.isEmpty {
      byName[Name(kind: kind, name: name.lowercased()), default: []].insert(entity.id)
    }
  }

  /// The entry with one of the entity's authority identifiers, else the only one of its kind that has its name and no
  /// other identifier of an authority that knows the entity.
  func identifier(of entity: Entity) -> String? {
    for identifier in entity.identifiers {
      if let known = byIdentifier[identifier] { return known }
    }
    let name = Name(kind: IdentifierScheme.kind(entity.type), name: entity.name.lowercased())
    guard let named = byName[name], named.count == 1, let only = named.first else { return nil }
    let authorities = Set(entity.identifiers.map(\.authority))
    return (identifiers[only] ?? []).contains { authorities.contains($0.authority) } ? nil : only
  }
}
