import ArticleModel

/// Tells which person of an article a name means.
///
/// Full names are put together first, over the whole article. A surname alone is then the one person who was introduced
/// before it, or the only one of the article; with two to choose from it is nobody's. A first name alone must be that of
/// one person only, introduced before.
struct PersonResolver {
  /// What a name comes to.
  enum Resolution: Hashable {
    case person(Int)
    /// A name that no full name explains, with the sex that a title gives it.
    case alone(UInt64, Honorific?)
    /// It may be one of several.
    case open
  }

  private struct Person {
    var names: [PersonName]
    /// Where the first full name stands.
    var start: Int32
    var honorific: Honorific?
  }

  /// What a shorter name has of a person, by which persons are found.
  private enum Part: UInt64 {
    case surname = 1
    case given, givenAndSurname, initialAndSurname, beginning, ending
  }

  private var persons: [Person] = []
  private var byPart: [UInt64: [Int]] = [:]
  /// Full names, and those that may be several persons'.
  private var resolved: [UInt64: Int?] = [:]
  /// So many of one key are an index of people, not an article: nobody is told from it.
  private static let crowd = 12

  /// - Parameter names: Names and the places where each first stands, in the order of the source.
  init(_ names: [(name: PersonName, start: Int32)]) {
    var full = names.enumerated().filter { !$0.element.name.isBare }
    guard !full.isEmpty else { return }
    full.sort { left, right in
      let (first, second) = (left.element.name, right.element.name)
      if first.hasInitial != second.hasInitial { return second.hasInitial }
      if first.words.count != second.words.count { return first.words.count > second.words.count }
      if (first.suffix == nil) != (second.suffix == nil) { return first.suffix != nil }
      return left.offset < right.offset
    }
    byPart.reserveCapacity(full.count * 5)
    for (_, entry) in full { add(entry.name, entry.start) }
  }

  private mutating func add(_ name: PersonName, _ start: Int32) {
    guard resolved[name.key] == nil else { return }
    let known = candidates(name)
    if known.count > 1 {
      resolved[name.key] = .some(nil)
    } else if let person = known.first {
      if persons[person].names.count < Self.crowd { persons[person].names.append(name) }
      persons[person].start = min(persons[person].start, start)
      index(name, person)
    } else {
      persons.append(Person(names: [name], start: start))
      index(name, persons.count - 1)
    }
  }

  private static func key(_ part: Part, _ first: UInt64, _ second: UInt64 = 0) -> UInt64 {
    NameHash.mix(NameHash.mix(part.rawValue, first), second)
  }

  private func candidates(_ name: PersonName) -> [Int] {
    let direct =
      name.hasInitial
      ? byPart[Self.key(.initialAndSurname, UInt64(name.given.initial), name.surname.hash)]
      : byPart[Self.key(.givenAndSurname, Nicknames.full(name.given), name.surname.hash)]
    if let direct {
      guard direct.count <= Self.crowd else { return [] }
      let matching = direct.filter { person in persons[person].names.allSatisfy(name.isCompatible) }
      if !matching.isEmpty { return matching }
    }
    guard name.words.count == 2 else { return [] }
    let longer =
      byPart[Self.key(.ending, name.given.hash, name.surname.hash)]
      ?? byPart[Self.key(.beginning, name.given.hash, name.surname.hash)] ?? []
    return longer.count <= Self.crowd ? longer : []
  }

  private mutating func index(_ name: PersonName, _ person: Int) {
    resolved[name.key] = person
    let words = name.words
    let (given, surname) = (name.given.hash, name.surname.hash)
    add(person, Self.key(.surname, surname))
    if !name.given.isInitial { add(person, Self.key(.given, given)) }
    add(person, Self.key(.givenAndSurname, Nicknames.full(name.given), surname))
    add(person, Self.key(.initialAndSurname, UInt64(name.given.initial), surname))
    guard words.count > 2 else { return }
    add(person, Self.key(.beginning, given, words[1].hash))
    add(person, Self.key(.ending, words[words.count - 2].hash, surname))
  }

  private mutating func add(_ person: Int, _ key: UInt64) {
    if let known = byPart[key], known.count > Self.crowd || known.contains(person) { return }
    byPart[key, default: []].append(person)
  }

  /// The person that a name means where it stands. To be asked in the order of the source.
  mutating func resolve(_ name: PersonName, at start: Int32, _ honorific: @autoclosure () -> Honorific?) -> Resolution {
    if let known = resolved[name.key] {
      guard let person = known else { return .open }
      if persons[person].honorific == nil { persons[person].honorific = honorific() }
      return .person(person)
    }
    let bearers = (byPart[Self.key(.surname, name.surname.hash)] ?? []).filter { isBorne(name, by: $0) }
    guard bearers.count <= Self.crowd else { return .open }
    if !bearers.isEmpty {
      let introduced = bearers.filter { persons[$0].start < start }
      let likely = introduced.isEmpty ? bearers : introduced
      guard likely.count == 1 else { return .open }
      return claim(likely[0], name.key, honorific())
    }
    if name.isTitle { return .open }
    guard name.words.count == 1, name.suffix == nil else { return .alone(name.key, honorific()) }
    let namesakes = byPart[Self.key(.given, name.given.hash)] ?? []
    guard !namesakes.isEmpty else { return .alone(name.key, nil) }
    guard namesakes.count == 1, persons[namesakes[0]].start < start else {
      return namesakes.count > 1 ? .open : .alone(name.key, nil)
    }
    return claim(namesakes[0], name.key, honorific())
  }

  /// Whether a surname with its particles, and with "Jr" where it has that, is the person's.
  private func isBorne(_ name: PersonName, by person: Int) -> Bool {
    persons[person].names.contains { full in
      full.words.count > name.words.count && full.words.suffix(name.words.count).elementsEqual(name.words)
        && (name.suffix == nil || name.suffix == full.suffix)
    }
  }

  private mutating func claim(_ person: Int, _ name: UInt64, _ honorific: Honorific?) -> Resolution {
    guard let honorific else { return .person(person) }
    if let known = persons[person].honorific, known != honorific { return .alone(name, honorific) }
    persons[person].honorific = honorific
    return .person(person)
  }
}
