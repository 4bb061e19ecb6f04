import TEIText
internal import XML

/// What the references and categories of mentions stand for, each found out once a table.
struct ReferredEntities {
  struct Entity {
    /// The identifier in the document, or the reference itself.
    var id: String
    var name = ""
    /// `wikidata:Q212 geonames:690791`
    var references = ""
    var coordinates: (latitude: Double, longitude: Double)?
    var key: EntityKey

    /// Takes in what is known of the same thing.
    mutating func take(_ other: Entity) {
      if name.isEmpty { name = other.name }
      if coordinates == nil { coordinates = other.coordinates }
      let known = references.split(separator: " ")
      references = (known + other.references.split(separator: " ").filter { !known.contains($0) })
        .joined(separator: " ")
      key.take(other.key)
    }
  }

  private let table: XMLNodeTable
  private var register: EntityRegister
  private let file: String
  private var entities: [String: Entity] = [:]
  private var known: [String: (type: String?, method: String)] = [:]

  init(_ table: XMLNodeTable) {
    self.table = table
    register = EntityRegister(table)
    file = table.name
  }

  /// The type and the method that the categories of an `ana` attribute say.
  mutating func categories(of ana: String?) -> (type: String?, method: String) {
    guard let ana, !ana.isEmpty else { return (nil, "") }
    if let categories = known[ana] { return categories }
    let categories = (
      register.category(in: ana, taxonomy: ".types"), register.category(in: ana, taxonomy: ".methods") ?? ""
    )
    known[ana] = categories
    return categories
  }

  /// What a reference stands for.
  mutating func entity(_ reference: String) -> Entity {
    if let entity = entities[reference] { return entity }
    let entity = find(reference)
    entities[reference] = entity
    return entity
  }

  /// What several references of one mention stand for: one thing, known by all of them, or as many things.
  ///
  /// It is one unless two of them are entries of registers, or two identifiers of one authority.
  mutating func entities(_ references: ArraySlice<Substring>) -> [Entity] {
    let all = references.map { entity(String($0)) }
    var entries: Set<String> = []
    var authorities: [Substring: Set<String>] = [:]
    for entity in all {
      entries.formUnion(entity.key.names[0].hasPrefix("\0") ? [entity.key.names[0]] : entity.key.same)
      for name in entity.key.names where !name.hasPrefix("\0") {
        authorities[name.prefix { $0 != ":" }, default: []].insert(name)
      }
    }
    guard entries.count <= 1, authorities.values.allSatisfy({ $0.count == 1 }) else {
      var seen: Set<EntityKey> = []
      return all.filter { seen.insert($0.key).inserted }
    }
    return [all.dropFirst().reduce(into: all[0]) { $0.take($1) }]
  }

  private mutating func find(_ reference: String) -> Entity {
    let id = EntityRegister.identifier(of: reference)
    if reference.hasPrefix("#"), let entry = register.entry(id) {
      return Entity(
        id: id, name: entry.name,
        references: entry.identifiers
          .map {
            $0.authority.isEmpty ? $0.value : "\(AuthorityReference.authority(named: $0.authority)):\($0.value)"
          }
          .joined(separator: " "),
        coordinates: entry.coordinates, key: key(of: entry))
    }
    if reference.hasPrefix("#") {
      return Entity(id: id, key: EntityKey(names: [LocalIdentifier.of("#\(id)", from: file)]))
    }
    let expanded = register.expanded(reference)
    if let known = AuthorityReference.of(expanded) ?? AuthorityReference.of(reference) {
      let name = "\(known.authority):\(known.value)"
      return Entity(id: id, references: name, key: EntityKey(names: [name], identifiers: [name]))
    }
    guard !expanded.contains("://"), expanded.contains("#") else {
      return Entity(id: id, key: EntityKey(names: [expanded]))
    }
    return Entity(id: id, key: EntityKey(names: [LocalIdentifier.of(expanded, from: file)]))
  }

  private func key(of entry: EntityRegister.Entry) -> EntityKey {
    var key = EntityKey(entry, local: LocalIdentifier.of("#\(entry.id)", from: file))
    guard table.root.isCorpus else { return key }
    var ancestor = XMLNodeTable.Node(table, entry.node).parent
    while let element = ancestor, !element.isDocument { ancestor = element.parent }
    if ancestor != nil {
      let place = table.position(of: entry.node)
      key.definition = "\(place.line):\(place.column)"
    }
    return key
  }
}
