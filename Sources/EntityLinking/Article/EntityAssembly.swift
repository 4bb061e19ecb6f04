import ArticleModel

/// Gathers what the mentions of each entity say of it: its name, its forms, its identifiers.
struct EntityAssembly<Key: Hashable> {
  fileprivate struct Draft {
    var entity: Entity
    /// The start of the first mention, by which entities are ordered.
    var start: Int32
    /// The names that occur, numbers of a ``NameTable``, in the order of the source.
    var forms: [Int]
    /// Whether a list gives the name, so that no form that occurs does.
    var isListed: Bool
    var isEvident: Bool
  }

  private var drafts: [Draft] = []
  private var indices: [Key: Int] = [:]
  private var seen: Set<UInt64> = []

  /// - Parameter isEvidence: Whether the words are a form of the entity's name for sure.
  mutating func add(_ mention: Mention, _ number: Int, _ name: NameTable.Name, to key: Key, isEvidence: Bool) {
    let index: Int
    if let known = indices[key] {
      index = known
    } else {
      index = drafts.count
      indices[key] = index
      let entity = Entity(type: mention.type == .demonym ? .country : mention.type, name: "")
      drafts.append(
        Draft(entity: entity, start: mention.range.start, forms: [], isListed: false, isEvident: isEvidence))
    }
    if !isEvidence, drafts[index].isEvident { return }
    drafts[index].complete(with: mention)
    guard mention.type != .demonym, seen.insert(UInt64(index) << 32 | UInt64(number)).inserted else { return }
    drafts[index].forms.append(number)
  }

  /// The entities in the order of their first mentions, and the index of each by its key.
  func finished(_ names: [NameTable.Name]) -> (entities: [Entity], indices: [Key: Int]) {
    let order = drafts.indices.sorted { (drafts[$0].start, $0) < (drafts[$1].start, $1) }
    var places = [Int](repeating: 0, count: drafts.count)
    for (place, index) in order.enumerated() { places[index] = place }
    return (order.map { drafts[$0].finished(names) }, indices.mapValues { places[$0] })
  }
}

extension EntityAssembly.Draft {
  /// Takes over what a later mention knows and earlier ones did not.
  fileprivate mutating func complete(with mention: Mention) {
    guard let identity = mention.identity else { return }
    // A list knows better than the article; a person's full name and an acronym's long form stand in the article.
    let isRegistered =
      mention.method == .userGazetteer
      || (mention.type != .person
        && (mention.method == .gazetteer || !identity.identifiers.isEmpty || entity.type.isPlace))
    if isRegistered, !isListed {
      entity.name = identity.name
      isListed = true
    }
    for identifier in identity.identifiers
    where !entity.identifiers.contains(where: { $0.authority == identifier.authority }) {
      entity.identifiers.append(identifier)
    }
    if entity.country == nil { entity.country = identity.country }
  }

  fileprivate func finished(_ names: [NameTable.Name]) -> Entity {
    var entity = entity
    if !isListed, let best = forms.min(by: { Self.isBetter(names[$0], names[$1]) }) { entity.name = names[best].text }
    for form in forms {
      let text = names[form].text
      if text != entity.name, !entity.variants.contains(text) { entity.variants.append(text) }
    }
    return entity
  }

  /// The fuller form is the better name, and one with a capital a better one than one in capitals or small letters alone.
  private static func isBetter(_ left: NameTable.Name, _ right: NameTable.Name) -> Bool {
    if left.words.count != right.words.count { return left.words.count > right.words.count }
    if left.capitals != right.capitals { return left.capitals < right.capitals }
    return left.words.joined().utf8.count > right.words.joined().utf8.count
  }
}

extension NameTable.Name {
  /// How its letters are written, the best way first: "Canada", "CANADA", "canada". A short name in capitals is an acronym.
  fileprivate var capitals: Int {
    if let first = text.utf8.first, first &- 0x61 < 26 { return 2 }
    return text.utf8.count > 5 && !text.utf8.contains { $0 &- 0x61 < 26 } ? 1 : 0
  }
}
