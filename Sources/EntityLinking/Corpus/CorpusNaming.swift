import ArticleModel

/// What an entity of an archive is called and known by, given what each document says of it.
enum CorpusNaming {
  /// - Parameter name: The name that a decision gives.
  static func entity(_ entities: [Entity], name: String?) -> Entity {
    let name = name ?? best(entities)
    let forms = Set(entities.flatMap { [$0.name] + $0.variants }).subtracting([name])
    let identifiers = Set(entities.flatMap(\.identifiers))
    return Entity(
      type: type(entities), name: name, variants: forms.sorted(),
      identifiers: CorpusIdentifier.ordered(Array(identifiers)),
      country: entities.compactMap(\.country).min())
  }

  /// A registered name before any other, then the fullest, then what most documents have, then the first by its letters.
  private static func best(_ entities: [Entity]) -> String {
    let registered = entities.filter { !$0.identifiers.isEmpty }
    var counts: [String: Int] = [:]
    for entity in registered.isEmpty ? entities : registered { counts[entity.name, default: 0] += 1 }
    return counts.min { left, right in
      let (first, second) = (fullness(left.key), fullness(right.key))
      return (-first.words, first.isInCapitals ? 1 : 0, -left.value, left.key)
        < (-second.words, second.isInCapitals ? 1 : 0, -right.value, right.key)
    }!.key
  }

  private static func fullness(_ name: String) -> (words: Int, isInCapitals: Bool) {
    (name.split(separator: " ").count, !name.utf8.contains { $0 &- 0x61 < 26 })
  }

  /// The type that most documents have, the first by name of several.
  private static func type(_ entities: [Entity]) -> MentionType {
    var counts: [MentionType: Int] = [:]
    for entity in entities { counts[entity.type, default: 0] += 1 }
    return counts.min { (-$0.value, $0.key.rawValue) < (-$1.value, $1.key.rawValue) }!.key
  }
}
