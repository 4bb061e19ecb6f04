import ArticleModel

/// The work of ``EntityLinker`` on one article.
struct ArticleLinking {
  private let mentions: [Mention]
  private let bytes: UnsafeBufferPointer<UInt8>
  private var names = NameTable()
  private var readings: [Reading?] = []
  /// The keys of names that lists give, by the names.
  private var listedKeys: [UInt64: UInt64] = [:]
  /// The thing that a name was last found to be of: what they say of each other is then known.
  private var last: [Int32] = []
  private var things = ThingResolver()
  private var persons: PersonResolver
  /// Where each mention leads that names a thing other than a person.
  private var places: [ThingResolver.Place?]
  /// The number of the name of each mention that is of a thing, and whether the mention counts as evidence.
  private var numbers: [Int32]
  private var isLeading: [Bool]

  /// What a name says by itself, read once.
  private enum Reading {
    case person(PersonName)
    case organisation(OrganisationName)
    case other(key: UInt64, initials: Initials)
    case nothing
  }

  /// - Parameter mentions: in the order of the source, those that hold others first.
  init(_ mentions: [Mention], _ bytes: UnsafeBufferPointer<UInt8>) {
    self.mentions = mentions
    self.bytes = bytes
    persons = PersonResolver([])
    places = Array(repeating: nil, count: mentions.count)
    numbers = Array(repeating: -1, count: mentions.count)
    isLeading = Array(repeating: false, count: mentions.count)
  }

  mutating func link() -> (entities: [Entity], mentions: [LinkedMention]) {
    readNames()
    // What stands inside a longer mention is most likely dropped: it makes nothing new known.
    for index in mentions.indices where isLeading[index] { places[index] = place(index) }
    joinBrackets()
    things.settle()
    for index in mentions.indices where !isLeading[index] { places[index] = place(index) }
    return assembled()
  }

  // MARK: Names

  private mutating func readNames() {
    var full: [(name: PersonName, start: Int32)] = []
    var end: Int32 = 0
    // A nationality of which no country is known leads nowhere.
    for (index, mention) in mentions.enumerated()
    where mention.type.isEntity && (mention.type != .demonym || mention.identity != nil) {
      let number = names.number(of: mention.range, EntityKind(mention.type), bytes)
      numbers[index] = Int32(number)
      if number == readings.count { readings.append(Self.reading(names.names[number])) }
      isLeading[index] = mention.range.end > end || mention.method == .userGazetteer
      end = max(end, mention.range.end)
      guard isLeading[index], case .person(let name)? = readings[number] else { continue }
      full.append((name, mention.range.start))
      if let listed = Self.listedName(of: mention) { full.append((listed, mention.range.start)) }
    }
    persons = PersonResolver(full)
    last = Array(repeating: -1, count: readings.count)
  }

  /// The name by which a list with identifiers knows a person.
  private static func listedName(of mention: Mention) -> PersonName? {
    guard mention.type == .person, let identity = mention.identity, !identity.identifiers.isEmpty else { return nil }
    return PersonName(NameFolding.folded(identity.name))
  }

  private static func reading(_ name: NameTable.Name) -> Reading {
    switch name.kind {
    case .person: return PersonName(name.words).map(Reading.person) ?? .nothing
    case .organisation: return OrganisationName(name.words).map(Reading.organisation) ?? .nothing
    default:
      guard !name.words.isEmpty else { return .nothing }
      let words = withoutArticle(name.words)
      return .other(key: NameHash.of(words), initials: name.kind == .place ? .none : Initials(words))
    }
  }

  private static let the = FoldedWord("the".utf8)

  private static func withoutArticle(_ words: [FoldedWord]) -> ArraySlice<FoldedWord> {
    words.count > 1 && words[0] == the ? words.dropFirst() : words[...]
  }

  /// The key of a name that a list or the article gives.
  private mutating func listedKey(_ name: String, _ kind: EntityKind) -> UInt64 {
    let place = NameHash.mix(NameHash.of(name), kind.number)
    if let known = listedKeys[place] { return known }
    let words = NameFolding.folded(name)
    let key = kind == .organisation ? OrganisationName(words)?.key : NameHash.of(Self.withoutArticle(words))
    listedKeys[place] = key ?? place
    return key ?? place
  }

  // MARK: Things

  /// A key that things of other kinds do not have.
  private static func key(_ kind: EntityKind, _ key: UInt64) -> UInt64 { NameHash.mix(kind.number, key) }

  private static func key(_ kind: EntityKind, _ identifier: AuthorityIdentifier) -> UInt64 {
    NameHash.mix(key(kind, NameHash.of(identifier.authority)), NameHash.of(identifier.value))
  }

  private mutating func place(_ index: Int) -> ThingResolver.Place? {
    let mention = mentions[index]
    guard numbers[index] >= 0, mention.type != .person else { return nil }
    let number = Int(numbers[index])
    let kind = EntityKind(mention.type)
    let identity = mention.identity
    if let identity, let identifier = identity.identifiers.first {
      let node = things.add(identifier: Self.key(kind, identifier), at: mention.range.start)
      if isNew(node, number) { claim(node, number, identity, mention.type) }
      return .node(node)
    }
    switch readings[number] {
    case nil, .person, .nothing: return nil
    case .other(let key, let initials):
      let listed = identity.map { listedKey($0.name, kind) }
      let node = things.add(name: Self.key(kind, listed ?? key), at: mention.range.start)
      if kind != .place, isNew(node, number) {
        note(node, initials, kind, number)
      }
      return .node(node)
    case .organisation(let name):
      if name.isGeneric { return nil }
      if name.isMinistry {
        guard let country = name.country ?? neighbouringCountry(index) else { return .ministry(name.key) }
        let node = things.add(name: Self.key(.organisation, Self.key(name.key, country)), at: mention.range.start)
        things.note(node, ofMinistry: name.key)
        return .node(node)
      }
      let listed = identity.map { listedKey($0.name, .organisation) }
      let node = things.add(name: Self.key(.organisation, listed ?? name.key), at: mention.range.start)
      if isNew(node, number) { note(node, name.initials, kind, number) }
      return .node(node)
    }
  }

  private mutating func isNew(_ node: Int, _ number: Int) -> Bool {
    defer { last[number] = Int32(node) }
    return last[number] != node
  }

  private static func key(_ subject: UInt64, _ country: CountryKey) -> UInt64 { NameHash.mix(subject, country.hash) }

  /// That a thing with an identifier has the name of a mention and that of its list.
  private mutating func claim(_ node: Int, _ number: Int, _ identity: EntityIdentity, _ type: MentionType) {
    let kind = EntityKind(type)
    things.claim(Self.key(kind, listedKey(identity.name, kind)), for: node)
    switch readings[number] {
    case nil, .person, .nothing: break
    case .other(let key, let initials):
      // "French" is no name of France.
      if type != .demonym { things.claim(Self.key(kind, key), for: node) }
      if kind != .place { note(node, initials, kind, number) }
    case .organisation(let name):
      if !name.isMinistry {
        things.claim(Self.key(kind, name.key), for: node)
      } else {
        let country = name.country ?? identity.country.flatMap { CountryKey($0) }
        if let country { things.claim(Self.key(kind, Self.key(name.key, country)), for: node) }
        things.note(node, ofMinistry: name.key)
      }
      note(node, name.initials, kind, number)
    }
  }

  private mutating func note(_ node: Int, _ initials: Initials, _ kind: EntityKind, _ number: Int) {
    if let letters = Acronym.letters(of: bytes[names.names[number].range.bytes]), letters.count > 2 {
      things.add(acronym: Self.key(kind, letters.hash), of: node)
    }
    initials.forEachLong { things.add(initials: Self.key(kind, $0.hash), of: node) }
  }

  /// The country that stands right beside a name: "Ukraine’s Ministry of Health", "the Ministry of Health of Ukraine".
  private func neighbouringCountry(_ index: Int) -> CountryKey? {
    let range = mentions[index].range
    if let previous = neighbour(index, -1), gap(previous.range.end, range.start, in: [" ", "’s ", "'s "]) {
      return previous.identity?.country.flatMap { CountryKey($0) }
    }
    if let next = neighbour(index, 1), gap(range.end, next.range.start, in: [" of ", " of the ", " in ", " in the "]) {
      return next.identity?.country.flatMap { CountryKey($0) }
    }
    return nil
  }

  private func neighbour(_ index: Int, _ step: Int) -> Mention? {
    var other = index + step
    while mentions.indices.contains(other), abs(other - index) < 8 {
      if isLeading[other], numbers[other] >= 0, mentions[other].range != mentions[index].range {
        let mention = mentions[other]
        return mention.type == .country || mention.type == .demonym ? mention : nil
      }
      other += step
    }
    return nil
  }

  private func gap(_ start: Int32, _ end: Int32, in gaps: [String]) -> Bool {
    guard start < end, end - start < 12 else { return false }
    return gaps.contains { bytes[Int(start)..<Int(end)].elementsEqual($0.utf8) }
  }

  /// "European Space Agency (ESA)", "ESA (European Space Agency)".
  private mutating func joinBrackets() {
    var previous: Int?
    for index in mentions.indices where isLeading[index] {
      defer { previous = index }
      guard let before = previous, case .node(let left) = places[before], case .node(let right) = places[index] else {
        continue
      }
      let range = mentions[index].range
      guard EntityKind(mentions[before].type) == EntityKind(mentions[index].type), mentions[index].type != .demonym,
        !mentions[index].type.isPlace, gap(mentions[before].range.end, range.start, in: [" (", "("]),
        Int(range.end) < bytes.count, bytes[Int(range.end)] == 0x29, isAcronymPair(before, index)
      else { continue }
      things.join(left, right)
    }
  }

  private func isAcronymPair(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (names.names[Int(numbers[left])], names.names[Int(numbers[right])])
    if Acronym.letters(of: bytes[second.range.bytes]) != nil {
      return Acronym.mayStand(bytes[second.range.bytes], for: first.words)
    }
    guard let letters = Acronym.letters(of: bytes[first.range.bytes]) else { return false }
    let initials = Initials(second.words)
    return initials.large == letters || initials.all == letters
  }

  // MARK: Entities

  private mutating func assembled() -> (entities: [Entity], mentions: [LinkedMention]) {
    // In the order of the source, which persons are resolved in; evidence first.
    var keys = [UInt64?](repeating: nil, count: mentions.count)
    for isEvidence in [true, false] {
      for index in mentions.indices where isLeading[index] == isEvidence && numbers[index] >= 0 {
        keys[index] = key(index)
      }
    }
    var register = EntityAssembly(names: names.names.count)
    var drafts = [Int32](repeating: -1, count: mentions.count)
    // Evidence first, so that a mention that is dropped gives no entity its name.
    for isEvidence in [true, false] {
      for index in mentions.indices where isLeading[index] == isEvidence {
        guard let key = keys[index] else { continue }
        let draft = register.add(
          mentions[index], Int(numbers[index]), to: withSameIdentifier(key), isEvidence: isEvidence)
        drafts[index] = Int32(draft)
      }
    }
    let (entities, order) = register.finished(names, bytes)
    var linked: [LinkedMention] = []
    linked.reserveCapacity(mentions.count)
    for index in mentions.indices {
      linked.append(LinkedMention(mentions[index], entity: drafts[index] < 0 ? nil : order[Int(drafts[index])]))
    }
    return (entities, linked)
  }

  /// The key of the first person with the identifier that this one has, too.
  private func withSameIdentifier(_ key: UInt64) -> UInt64 {
    personKeys.isEmpty ? key : personKeys[personIdentifiers[key] ?? key] ?? key
  }

  /// What the entity of a mention is known by; nil where it may be one of several.
  private mutating func key(_ index: Int) -> UInt64? {
    let mention = mentions[index]
    let start = mention.range.start
    if let place = places[index] {
      if let thing = things.thing(place, at: start) { return NameHash.mix(1, UInt64(thing)) }
      if case .ministry(let subject) = place, things.isUnknown(ministry: subject) { return NameHash.mix(2, subject) }
      return nil
    }
    guard mention.type == .person, case .person(let name)? = readings[Int(numbers[index])] else { return nil }
    let key: UInt64
    switch persons.resolve(name, at: start, Honorific.before(Int(start), bytes)) {
    case .person(let person): key = NameHash.mix(3, UInt64(person))
    case .alone(let name, let honorific): key = NameHash.mix(4 + UInt64(honorific?.rawValue ?? 2), name)
    case .open: return mention.identity?.identifiers.first.map { Self.key(.person, $0) }
    }
    guard let identifier = mention.identity?.identifiers.first else { return key }
    let own = Self.key(.person, identifier)
    guard personIdentifiers[key, default: own] == own else { return own }
    personIdentifiers[key] = own
    if personKeys[own] == nil { personKeys[own] = key }
    if let listed = Self.listedName(of: mention), case .person(let person) = persons.resolve(listed, at: start, nil),
      personIdentifiers[NameHash.mix(3, UInt64(person))] == nil
    {
      personIdentifiers[NameHash.mix(3, UInt64(person))] = own
    }
    return key
  }

  /// The identifiers of persons by the keys of their entities, and the first key by the identifier.
  private var personIdentifiers: [UInt64: UInt64] = [:]
  private var personKeys: [UInt64: UInt64] = [:]
}
