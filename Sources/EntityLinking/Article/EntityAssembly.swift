import ArticleModel

/// Gathers what the mentions of each entity say of it: its name, its forms, its identifiers.
struct EntityAssembly {
  private var drafts: [EntityDraft] = []
  private var indices: [UInt64: Int] = [:]
  /// The entity of which a name was last found to be a form.
  private var last: [Int32]
  /// Names that are forms of several entities, each with each.
  private var seen: Set<UInt64> = []

  init(names: Int) {
    last = Array(repeating: -1, count: names)
    indices.reserveCapacity(names)
  }

  /// - Parameters:
  ///   - number: The name of the mention in a ``NameTable``.
  ///   - isEvidence: Whether the words are a form of the entity's name for sure.
  /// - Returns: The number of the entity.
  mutating func add(_ mention: Mention, _ number: Int, to key: UInt64, isEvidence: Bool) -> Int {
    let index: Int
    if let known = indices[key] {
      index = known
    } else {
      index = drafts.count
      indices[key] = index
      drafts.append(EntityDraft(mention, isEvident: isEvidence))
    }
    if !isEvidence, drafts[index].isEvident { return index }
    if let identity = mention.identity { drafts[index].complete(with: identity, of: mention) }
    if mention.type != .demonym, isNewForm(number, of: index) { drafts[index].forms.append(Int32(number)) }
    return index
  }

  private mutating func isNewForm(_ number: Int, of index: Int) -> Bool {
    let other = last[number]
    guard other != index else { return false }
    last[number] = Int32(index)
    guard other >= 0 else { return true }
    seen.insert(UInt64(other) << 32 | UInt64(number))
    return seen.insert(UInt64(index) << 32 | UInt64(number)).inserted
  }

  /// The entities in the order of their first mentions, and the place of each by its number.
  func finished(
    _ names: NameTable, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (entities: [Entity], order: [Int]) {
    let sorted = drafts.indices.sorted { (drafts[$0].start, $0) < (drafts[$1].start, $1) }
    var order = [Int](repeating: 0, count: drafts.count)
    for (place, index) in sorted.enumerated() { order[index] = place }
    return (sorted.map { drafts[$0].finished(names, bytes) }, order)
  }
}

/// An entity while its mentions are gathered.
private struct EntityDraft {
  private var entity: Entity
  /// The start of the first mention, by which entities are ordered.
  let start: Int32
  /// The names that occur, in the order of the source.
  var forms: [Int32] = []
  /// Whether a list gives the name, so that no form that occurs does.
  private var isListed = false
  let isEvident: Bool

  init(_ mention: Mention, isEvident: Bool) {
    entity = Entity(type: mention.type == .demonym ? .country : mention.type, name: "")
    start = mention.range.start
    self.isEvident = isEvident
  }

  /// Takes over what a later mention knows and earlier ones did not.
  mutating func complete(with identity: EntityIdentity, of mention: Mention) {
    // A list knows better than the article; a person's full name and an acronym's long form stand in the article.
    let isRegistered =
      mention.method == .userGazetteer || mention.method == .external || !identity.identifiers.isEmpty
      || (mention.type != .person && (mention.method == .gazetteer || entity.type.isPlace))
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

  func finished(_ names: NameTable, _ bytes: UnsafeBufferPointer<UInt8>) -> Entity {
    var entity = entity
    let texts = forms.map { names.text(Int($0), bytes) }
    if !isListed {
      let best = forms.indices.min { left, right in
        rank(names.names[Int(forms[left])].words.count, texts[left])
          < rank(names.names[Int(forms[right])].words.count, texts[right])
      }
      if let best { entity.name = texts[best] }
    }
    for text in texts where text != entity.name && !entity.variants.contains(text) { entity.variants.append(text) }
    return entity
  }

  /// The fuller form is the better name, and one with a capital a better one than one in capitals or small letters alone:
  /// "Canada", "CANADA", "canada". A short name of an organisation in capitals is an acronym.
  private func rank(_ words: Int, _ text: String) -> (Int, Int) {
    let isLower = text.utf8.first.map { $0 &- 0x61 < 26 } ?? false
    let isUpper =
      (entity.type != .organisation || text.utf8.count > 5) && !text.utf8.contains { $0 &- 0x61 < 26 }
    return (-words, isLower ? 2 : isUpper ? 1 : 0)
  }
}
