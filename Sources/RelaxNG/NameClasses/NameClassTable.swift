/// The name classes of a schema, and the alphabet that follows from them: names between which no name class tells a
/// difference share a number.
struct NameClassTable: Sendable {
  struct Name: Hashable, Sendable {
    var namespace: String
    var local: String
  }

  private(set) var classes: [NameClass] = []
  private var numbers: [NameClass: Int32] = [:]
  /// The names that the schema writes; then a number for each namespace that it writes, and one for all others.
  private(set) var names: [Name] = []
  private var nameNumbers: [Name: Int32] = [:]
  private var namespaces: [String: Int32] = [:]
  private var namespaceNames: [String] = []
  /// For each class the only name that it has, or -1.
  private var single: [Int32] = []
  /// For each class without wildcards the names of the alphabet that it has, sorted.
  private var members: [[Int32]] = []
  /// For each class with a wildcard whether it has each name of the alphabet; empty for others.
  private var hasLetter: [[Bool]] = []
  /// Classes with wildcards take a byte for each name of the schema: more is an attack.
  private static let maximumWork = 1 << 26

  mutating func number(of nameClass: NameClass) -> Int32 {
    if let known = numbers[nameClass] { return known }
    let number = Int32(classes.count)
    classes.append(nameClass)
    numbers[nameClass] = number
    return number
  }

  /// To be called once all classes are in.
  ///
  /// - Returns: false where they are too many and too large.
  mutating func close() -> Bool {
    for nameClass in classes {
      nameClass.forEachSample { namespace, local in
        if namespace != NameClass.unknown, namespaces[namespace] == nil {
          namespaces[namespace] = Int32(namespaceNames.count)
          namespaceNames.append(namespace)
        }
        let name = Name(namespace: namespace, local: local)
        guard local != NameClass.unknown, nameNumbers[name] == nil else { return }
        nameNumbers[name] = Int32(names.count)
        names.append(name)
      }
    }
    var letters = Array(repeating: [Int](), count: namespaceNames.count)
    for (number, name) in names.enumerated() { letters[Int(namespaces[name.namespace]!)].append(number) }
    for number in letters.indices { letters[number].append(names.count + number) }
    var work = 0
    for nameClass in classes {
      members.append([])
      hasLetter.append([])
      single.append(-1)
      if case .name(let namespace, let local) = nameClass {
        single[single.count - 1] = nameNumbers[Name(namespace: namespace, local: local)]!
      } else if !nameClass.isInfinite {
        members[members.count - 1] = nameClass.names.map { nameNumbers[Name(namespace: $0, local: $1)]! }.sorted()
      } else {
        var has = [Bool](repeating: false, count: names.count + letters.count + 1)
        work += has.count
        enter(nameClass, into: &has, letters, &work)
        hasLetter[hasLetter.count - 1] = has
      }
      guard work <= Self.maximumWork else { return false }
    }
    return true
  }

  /// Marks the letters that a class has.
  ///
  /// - Parameter letters: Those of each namespace.
  private func enter(_ nameClass: NameClass, into has: inout [Bool], _ letters: [[Int]], _ work: inout Int) {
    guard work <= Self.maximumWork else { return }
    switch nameClass {
    case .name(let namespace, let local): has[Int(letter(namespace: namespace, local: local))] = true
    case .choice(let parts): for part in parts { enter(part, into: &has, letters, &work) }
    case .anyName(let except):
      work += has.count
      var excepted = [Bool](repeating: false, count: has.count)
      if let except { enter(except, into: &excepted, letters, &work) }
      for letter in has.indices where !excepted[letter] { has[letter] = true }
    case .namespace(let namespace, let except):
      // All that a namespace may except are names.
      let excepted = Set((except?.names ?? []).map { letter(namespace: $0, local: $1) })
      let own = letters[Int(namespaces[namespace]!)]
      work += own.count
      for letter in own where !excepted.contains(Int32(letter)) { has[letter] = true }
    }
  }

  /// The number of a name in the alphabet.
  func letter(namespace: String, local: String) -> Int32 {
    if let known = nameNumbers[Name(namespace: namespace, local: local)] { return known }
    return Int32(names.count) + (namespaces[namespace] ?? Int32(namespaceNames.count))
  }

  /// The name of a letter, where it stands for one name alone.
  func name(of letter: Int32) -> Name? { letter < names.count ? names[Int(letter)] : nil }

  func contains(_ nameClass: Int32, _ letter: Int32) -> Bool {
    let only = single[Int(nameClass)]
    if only >= 0 { return only == letter }
    let has = hasLetter[Int(nameClass)]
    return has.isEmpty ? Self.contains(members[Int(nameClass)], letter) : has[Int(letter)]
  }

  private static func contains(_ sorted: [Int32], _ letter: Int32) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < letter { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == letter
  }

  /// The names that a class lists, and whether it allows others.
  func listed(_ nameClass: Int32) -> (names: [Name], hasWildcard: Bool) {
    let known = classes[Int(nameClass)]
    return (known.names.map { Name(namespace: $0.namespace, local: $0.local) }, known.isInfinite)
  }
}
