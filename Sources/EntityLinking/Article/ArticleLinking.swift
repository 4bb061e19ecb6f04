import ArticleModel

/// The work of ``EntityLinker`` on one article.
struct ArticleLinking {
  private let mentions: [Mention]
  private let bytes: UnsafeBufferPointer<UInt8>
  private var names = NameTable()
  private var readings: [Reading?] = []
  private var listedKeys: [String: String] = [:]
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
    case other(key: String, initials: [String])
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
    for (index, mention) in mentions.enumerated() where mention.type.isEntity {
      let number = names.number(of: mention.range, EntityKind(mention.type), bytes)
      numbers[index] = Int32(number)
      if number == readings.count { readings.append(Self.reading(names.names[number])) }
      isLeading[index] = mention.range.end > end || mention.method == .userGazetteer
      end = max(end, mention.range.end)
      if isLeading[index], case .person(let name)? = readings[number] { full.append((name, mention.range.start)) }
    }
    persons = PersonResolver(full)
  }

  private static func reading(_ name: NameTable.Name) -> Reading {
    switch name.kind {
    case .person: return PersonName(name.words).map(Reading.person) ?? .nothing
    case .organisation: return OrganisationName(name.words).map(Reading.organisation) ?? .nothing
    default:
      guard !name.words.isEmpty else { return .nothing }
      let words = name.words.count > 1 && name.words[0] == "the" ? name.words.dropFirst() : name.words[...]
      return .other(
        key: words.joined(separator: " "), initials: name.kind == .place ? [] : OrganisationName.initials(of: words))
    }
  }

  /// The key of a name that a list or the article gives.
  private mutating func listedKey(_ name: String, _ kind: EntityKind) -> String {
    let place = kind == .organisation ? "o" + name : name
    if let known = listedKeys[place] { return known }
    let words = NameFolding.words(of: name)
    let key = kind == .organisation ? OrganisationName(words)?.key ?? name : words.joined(separator: " ")
    listedKeys[place] = key
    return key
  }

  // MARK: Things

  private mutating func place(_ index: Int) -> ThingResolver.Place? {
    let mention = mentions[index]
    guard numbers[index] >= 0, mention.type != .person, let reading = readings[Int(numbers[index])] else { return nil }
    let kind = EntityKind(mention.type)
    let start = mention.range.start
    let identity = mention.identity
    switch reading {
    case .person, .nothing: return nil
    case .other(let key, let initials):
      let place: ThingResolver.Place
      if let identity, let identifier = identity.identifiers.first {
        // "French" is no name of France.
        let own = mention.type == .demonym ? listedKey(identity.name, kind) : key
        place = things.add(
          kind, identifier: identifier, key: own, listedKey: listedKey(identity.name, kind), at: start)
      } else {
        place = things.add(kind, key: identity.map { listedKey($0.name, kind) } ?? key, at: start)
      }
      note(place, initials, kind, Int(numbers[index]))
      return place
    case .organisation(let name):
      let place = self.place(of: name, index)
      if let place { note(place, name.initials, kind, Int(numbers[index])) }
      return place
    }
  }

  private mutating func place(of name: OrganisationName, _ index: Int) -> ThingResolver.Place? {
    let mention = mentions[index]
    let start = mention.range.start
    if let identity = mention.identity, let identifier = identity.identifiers.first {
      let listed = listedKey(identity.name, .organisation)
      guard name.isMinistry else {
        return things.add(.organisation, identifier: identifier, key: name.key, listedKey: listed, at: start)
      }
      let key = (name.country ?? identity.country).map { ThingResolver.key(name.key, $0) }
      let place = things.add(
        .organisation, identifier: identifier, key: key ?? listed, listedKey: listed, at: start)
      if case .node(let node) = place { things.note(node, of: name.key) }
      return place
    }
    if name.isGeneric { return nil }
    if name.isMinistry {
      return things.add(ministry: name.key, country: name.country ?? neighbouringCountry(index), at: start)
    }
    if let identity = mention.identity {
      return things.add(.organisation, key: listedKey(identity.name, .organisation), at: start)
    }
    return things.add(.organisation, key: name.key, at: start)
  }

  private mutating func note(_ place: ThingResolver.Place, _ initials: [String], _ kind: EntityKind, _ number: Int) {
    guard kind != .place, case .node(let node) = place else { return }
    if let letters = Acronym.letters(of: names.names[number].text) { things.add(acronym: letters, kind, of: node) }
    for letters in initials where letters.utf8.count > 2 { things.add(initials: letters, kind, of: node) }
  }

  /// The country that stands right beside a name: "Ukraine’s Ministry of Health", "the Ministry of Health of Ukraine".
  private func neighbouringCountry(_ index: Int) -> String? {
    let range = mentions[index].range
    if let previous = neighbour(index, -1), gap(previous.range.end, range.start, in: [" ", "’s ", "'s "]) {
      return previous.identity?.country
    }
    if let next = neighbour(index, 1), gap(range.end, next.range.start, in: [" of ", " of the ", " in ", " in the "]) {
      return next.identity?.country
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
    let (first, second) = (Int(numbers[left]), Int(numbers[right]))
    if let letters = Acronym.letters(of: names.names[second].text) {
      return Acronym.mayStand(letters, for: OrganisationName.initials(of: names.names[first].words))
    }
    guard let letters = Acronym.letters(of: names.names[first].text) else { return false }
    return OrganisationName.initials(of: names.names[second].words).contains(letters)
  }

  // MARK: Entities

  /// What an entity is known by.
  private enum Key: Hashable {
    case thing(Int)
    case ministry(String)
    case person(PersonResolver.Resolution)
    case identified(String)
  }

  private mutating func assembled() -> (entities: [Entity], mentions: [LinkedMention]) {
    var register = EntityAssembly<Key>()
    var linked: [LinkedMention] = []
    linked.reserveCapacity(mentions.count)
    // Evidence first, so that a mention that is dropped gives no entity its name.
    var keys = [Key?](repeating: nil, count: mentions.count)
    for index in mentions.indices where isLeading[index] { keys[index] = key(index) }
    for index in mentions.indices where !isLeading[index] && numbers[index] >= 0 { keys[index] = key(index) }
    for isEvidence in [true, false] {
      for index in mentions.indices where isLeading[index] == isEvidence {
        guard let key = keys[index] else { continue }
        let number = Int(numbers[index])
        register.add(mentions[index], number, names.names[number], to: key, isEvidence: isEvidence)
      }
    }
    let (entities, order) = register.finished(names.names)
    for index in mentions.indices {
      linked.append(LinkedMention(mentions[index], entity: keys[index].map { order[$0]! }))
    }
    return (entities, linked)
  }

  private var personIdentifiers: [PersonResolver.Resolution: String] = [:]

  private mutating func key(_ index: Int) -> Key? {
    let mention = mentions[index]
    let start = mention.range.start
    if let place = places[index] {
      if let thing = things.thing(place, at: start) { return .thing(thing) }
      if case .ministry(let subject) = place, things.isUnknown(ministry: subject) { return .ministry(subject) }
      return nil
    }
    guard mention.type == .person, case .person(let name)? = readings[Int(numbers[index])] else { return nil }
    let resolution = persons.resolve(name, at: start, Honorific.before(Int(start), bytes))
    if let identifier = mention.identity?.identifiers.first {
      let text = "\(identifier.authority):\(identifier.value)"
      guard resolution != .open, personIdentifiers[resolution, default: text] == text else { return .identified(text) }
      personIdentifiers[resolution] = text
    }
    return resolution == .open ? nil : .person(resolution)
  }
}
