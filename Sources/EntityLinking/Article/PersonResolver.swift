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
    /// A surname or first name that no full name explains, with the sex that a title gives it.
    case alone(String, Honorific?)
    /// It may be one of several.
    case open
  }

  private struct Person {
    var names: [PersonName]
    /// Where the first full name stands.
    var start: Int32
    var honorific: Honorific?
  }

  private var persons: [Person] = []
  /// Persons by what a shorter name has of them.
  private var bySurname: [String: [Int]] = [:]
  private var byGiven: [String: [Int]] = [:]
  private var byGivenAndSurname: [String: [Int]] = [:]
  private var byInitialAndSurname: [String: [Int]] = [:]
  private var byBeginning: [String: [Int]] = [:]
  private var byEnding: [String: [Int]] = [:]
  private var resolved: [PersonName: Int] = [:]
  private var openNames: Set<PersonName> = []
  /// So many of one key are an index of people, not an article: nobody is told from it.
  private static let crowd = 12

  /// - Parameter names: Names in full and the places where each first stands, in the order of the source.
  init(_ names: [(name: PersonName, start: Int32)]) {
    let full = names.enumerated().filter { !$0.element.name.isBare }
    let ordered = full.sorted { left, right in
      let (first, second) = (left.element.name, right.element.name)
      if first.hasInitial != second.hasInitial { return second.hasInitial }
      if first.words.count != second.words.count { return first.words.count > second.words.count }
      if (first.suffix == nil) != (second.suffix == nil) { return first.suffix != nil }
      return left.offset < right.offset
    }
    for (_, entry) in ordered { add(entry.name, entry.start) }
    let byStart: (Int, Int) -> Bool = { [persons] in (persons[$0].start, $0) < (persons[$1].start, $1) }
    for key in bySurname.keys { bySurname[key]!.sort(by: byStart) }
    for key in byGiven.keys { byGiven[key]!.sort(by: byStart) }
  }

  private mutating func add(_ name: PersonName, _ start: Int32) {
    guard resolved[name] == nil, !openNames.contains(name) else { return }
    let known = candidates(name)
    if known.count > 1 {
      openNames.insert(name)
    } else if let person = known.first {
      if persons[person].names.count < Self.crowd { persons[person].names.append(name) }
      persons[person].start = min(persons[person].start, start)
      index(name, person)
    } else {
      persons.append(Person(names: [name], start: start))
      index(name, persons.count - 1)
    }
  }

  private func candidates(_ name: PersonName) -> [Int] {
    let direct =
      name.hasInitial
      ? byInitialAndSurname[name.given + " " + name.surname]
      : byGivenAndSurname[name.given + " " + name.surname]
    if let direct {
      guard direct.count <= Self.crowd else { return [] }
      let matching = direct.filter { person in persons[person].names.allSatisfy(name.isCompatible) }
      if !matching.isEmpty { return matching }
    }
    let words = name.words.joined(separator: " ")
    let longer = byEnding[words] ?? byBeginning[words] ?? []
    return longer.count <= Self.crowd ? longer : []
  }

  private mutating func index(_ name: PersonName, _ person: Int) {
    func add(_ index: inout [String: [Int]], _ key: String) {
      let known = index[key, default: []]
      if known.count <= Self.crowd, !known.contains(person) { index[key, default: []].append(person) }
    }
    resolved[name] = person
    add(&bySurname, name.surname)
    if name.given.unicodeScalars.count > 1 { add(&byGiven, name.given) }
    add(&byGivenAndSurname, name.given + " " + name.surname)
    if let initial = name.given.first { add(&byInitialAndSurname, "\(initial) \(name.surname)") }
    guard name.words.count > 2 else { return }
    add(&byBeginning, name.words.prefix(2).joined(separator: " "))
    add(&byEnding, name.words.suffix(2).joined(separator: " "))
  }

  /// The person that a name means where it stands. To be asked in the order of the source.
  mutating func resolve(_ name: PersonName, at start: Int32, _ honorific: Honorific?) -> Resolution {
    if let person = resolved[name] {
      if persons[person].honorific == nil { persons[person].honorific = honorific }
      return .person(person)
    }
    if openNames.contains(name) { return .open }
    let surname = name.surname
    let bearers = (bySurname[surname] ?? []).filter { isBorne(name, by: $0) }
    guard bearers.count <= Self.crowd else { return .open }
    if !bearers.isEmpty {
      let introduced = bearers.filter { persons[$0].start < start }
      let likely = introduced.isEmpty ? bearers : introduced
      guard likely.count == 1 else { return .open }
      return claim(likely[0], surname, honorific)
    }
    if name.isTitle { return .open }
    guard name.words.count == 1, name.suffix == nil else {
      return .alone((name.words + (name.suffix.map { [$0] } ?? [])).joined(separator: " "), honorific)
    }
    let namesakes = byGiven[name.given] ?? []
    guard !namesakes.isEmpty else { return .alone(surname, nil) }
    guard namesakes.count == 1, persons[namesakes[0]].start < start else {
      return namesakes.count > 1 ? .open : .alone(surname, nil)
    }
    return claim(namesakes[0], surname, honorific)
  }

  /// Whether a surname with its particles, and with "Jr" where it has that, is the person's.
  private func isBorne(_ name: PersonName, by person: Int) -> Bool {
    persons[person].names.contains { full in
      full.words.count > name.words.count && full.words.suffix(name.words.count).elementsEqual(name.words)
        && (name.suffix == nil || name.suffix == full.suffix)
    }
  }

  private mutating func claim(_ person: Int, _ surname: String, _ honorific: Honorific?) -> Resolution {
    guard let honorific else { return .person(person) }
    if let known = persons[person].honorific, known != honorific { return .alone(surname, honorific) }
    persons[person].honorific = honorific
    return .person(person)
  }
}
