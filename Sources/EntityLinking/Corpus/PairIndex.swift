import ArticleModel

/// Finds pairs of entities that share a part of their names: entities are put under the keys of their names, and only what
/// stands under one key is compared.
struct PairIndex {
  struct Pair: Hashable {
    var left: Int
    var right: Int
    var reason: Proposal.Reason
    /// All that have the name of both, where they are more than two.
    var namesakes: [Int]?
  }

  private struct Place: Hashable {
    var left: Int
    var right: Int
  }

  private struct Key: Hashable {
    var kind: EntityKind
    var reason: Proposal.Reason
    var text: UInt64
  }

  private struct Form {
    var words: [FoldedWord]
    var text: String
    var joined: String
    /// Whether it is the surname of a person who is known by a full name.
    var isShort: Bool
  }

  private let entities: [CorpusEntity]
  private let forms: [[Form]]
  /// Entities of single articles that have one name, by the first of them.
  private var groups: [Int: [Int]] = [:]
  /// Those that the first of their name stands for.
  private var represented: Set<Int> = []
  private var found: [Place: Proposal.Reason] = [:]
  /// More under one key are a common name: each is compared with the first only.
  private static let crowd = 24
  /// Forms of one entity that are looked at.
  private static let formLimit = 8

  init(_ entities: [CorpusEntity]) {
    self.entities = entities
    forms = entities.map { entity in
      var seen: Set<String> = []
      return ([entity.entity.name] + entity.entity.variants).prefix(Self.formLimit).compactMap { text in
        let words = NameFolding.words(of: text)
        guard !words.isEmpty, seen.insert(words.joined(separator: " ")).inserted else { return nil }
        let folded = words.map { FoldedWord($0.utf8) }
        let isShort =
          entity.entity.type == .person && text != entity.entity.name && PersonName(folded)?.isBare ?? false
        return Form(words: folded, text: text, joined: words.joined(), isShort: isShort)
      }
    }
  }

  mutating func pairs() -> [Pair] {
    gatherNamesakes()
    sameNames()
    sameWords()
    persons()
    acronyms()
    spellings()
    return found.map { Pair(left: $0.key.left, right: $0.key.right, reason: $0.value) }
      + groups.values.map { Pair(left: $0[0], right: $0[1], reason: .sameName, namesakes: $0) }
  }

  /// A name that several articles have, and that may be several things', is one question and not a hundred.
  private mutating func gatherNamesakes() {
    var byName: [String: [Int]] = [:]
    for (index, entity) in entities.enumerated()
    where entity.members.count == 1 && !entity.isDecided && entity.id == entity.members[0].id {
      byName[CorpusIdentifier.loose(entity.entity), default: []].append(index)
    }
    for namesakes in byName.values where namesakes.count > 2 {
      groups[namesakes[0]] = namesakes
      represented.formUnion(namesakes.dropFirst())
    }
  }

  // MARK: Blocks

  /// Compares what stands under one key.
  private mutating func compare(
    _ reason: Proposal.Reason, keys: (EntityKind, Form) -> [UInt64], _ isLikely: (Form, Form) -> Bool = { _, _ in true }
  ) {
    var blocks: [Key: [(entity: Int, form: Int)]] = [:]
    for (entity, forms) in forms.enumerated() where !represented.contains(entity) {
      let kind = EntityKind(entities[entity].entity.type)
      for (form, name) in forms.enumerated() {
        for key in keys(kind, name) {
          blocks[Key(kind: kind, reason: reason, text: key), default: []].append((entity, form))
        }
      }
    }
    for block in blocks.values where block.count > 1 {
      for (index, left) in block.prefix(block.count > Self.crowd ? 1 : block.count).enumerated() {
        for right in block[(index + 1)...] where left.entity != right.entity {
          if isLikely(forms[left.entity][left.form], forms[right.entity][right.form]) {
            add(left.entity, right.entity, reason)
          }
        }
      }
    }
  }

  private mutating func add(_ left: Int, _ right: Int, _ reason: Proposal.Reason) {
    guard mayBeOne(entities[left].entity, entities[right].entity) else { return }
    let place = Place(left: min(left, right), right: max(left, right))
    if let known = found[place], (known.score, known.rawValue) >= (reason.score, reason.rawValue) { return }
    found[place] = reason
  }

  /// Whether no authority and no country tells them apart.
  private func mayBeOne(_ left: Entity, _ right: Entity) -> Bool {
    for identifier in left.identifiers {
      if right.identifiers.contains(where: { $0.authority == identifier.authority && $0.value != identifier.value }) {
        return false
      }
    }
    if let first = left.country, let second = right.country { return first == second }
    return true
  }

  // MARK: What makes a pair

  private mutating func sameNames() {
    compare(.sameName, keys: { _, form in form.isShort ? [] : [NameHash.of(form.joined)] })
  }

  /// "Orbán Viktor", "Bank of Kosovo's Central"; organisations without their legal forms.
  private mutating func sameWords() {
    compare(.sameWords) { kind, form in
      if kind == .organisation {
        guard let name = OrganisationName(form.words), !name.isGeneric else { return [] }
        return [
          name.isMinistry
            ? NameHash.mix(name.key, name.country?.hash ?? 0) : Self.bag(name.kept.map { form.words[$0] })
        ]
      }
      return form.words.count > 1 ? [Self.bag(form.words)] : []
    }
    compare(.ministry) { kind, form in
      guard kind == .organisation, let name = OrganisationName(form.words), name.isMinistry else { return [] }
      return [name.key]
    } _: { left, right in
      (OrganisationName(left.words)?.country == nil) != (OrganisationName(right.words)?.country == nil)
    }
  }

  private static func bag(_ words: [FoldedWord]) -> UInt64 {
    words.filter { !OrganisationName.isSmall($0) }.map(\.hash).sorted().reduce(NameHash.seed, NameHash.mix)
  }

  private mutating func persons() {
    compare(.initial) { kind, form in
      guard kind == .person, let name = PersonName(form.words), !name.isBare else { return [] }
      return [NameHash.mix(UInt64(name.given.initial), name.surname.hash)]
    } _: { left, right in
      guard let first = PersonName(left.words), let second = PersonName(right.words) else { return false }
      return first.isCompatible(with: second)
    }
    compare(.surname) { kind, form in
      guard kind == .person, let name = PersonName(form.words) else { return [] }
      return [name.surname.hash]
    } _: { left, right in
      guard let first = PersonName(left.words), let second = PersonName(right.words), first.isBare != second.isBare
      else {
        return false
      }
      return first.suffix == second.suffix
    }
  }

  private mutating func acronyms() {
    compare(.acronym) { kind, form in
      guard kind != .person, kind != .place else { return [] }
      if let letters = Acronym.letters(of: form.text.utf8) { return letters.count > 2 ? [letters.hash] : [] }
      var keys: [UInt64] = []
      Initials(form.words).forEachLong { keys.append($0.hash) }
      return keys
    } _: { left, right in
      (Acronym.letters(of: left.text.utf8) == nil) != (Acronym.letters(of: right.text.utf8) == nil)
    }
  }

  /// Names of eight letters and more that differ in one letter: each is put under all that is left of it without one.
  private mutating func spellings() {
    compare(.spelling) { _, form in
      let letters = Array(form.joined.unicodeScalars)
      guard (8...40).contains(letters.count), !form.isShort else { return [] }
      var keys: Set<UInt64> = [NameHash.of(form.joined)]
      for index in letters.indices {
        var rest = String.UnicodeScalarView(letters[..<index])
        rest.append(contentsOf: letters[(index + 1)...])
        keys.insert(NameHash.of(String(rest)))
      }
      return Array(keys)
    } _: { left, right in
      // A slip at the beginning of a word is rare; another name is not.
      left.words.map(\.initial).sorted() == right.words.map(\.initial).sorted()
        && Self.isOneLetterOff(Array(left.joined.unicodeScalars), Array(right.joined.unicodeScalars))
    }
  }

  /// Whether one letter is another, is missing, or stands before its neighbour; digits never.
  private static func isOneLetterOff(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let digits = { (name: [Unicode.Scalar]) in name.filter { Characters.isDigit($0.value) } }
    guard abs(left.count - right.count) <= 1, digits(left) == digits(right) else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.dropFirst(start).reversed(), right.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    let (first, second) = (left.dropFirst(start).dropLast(end), right.dropFirst(start).dropLast(end))
    if first.count <= 1, second.count <= 1 { return true }
    return first.count == 2 && second.count == 2 && first.elementsEqual(second.reversed())
  }
}
