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
  /// For each other class whether it has each name of the alphabet.
  private var members: [[Bool]] = []

  mutating func number(of nameClass: NameClass) -> Int32 {
    if let known = numbers[nameClass] { return known }
    let number = Int32(classes.count)
    classes.append(nameClass)
    numbers[nameClass] = number
    return number
  }

  /// To be called once all classes are in.
  mutating func close() {
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
    for nameClass in classes {
      if case .name(let namespace, let local) = nameClass {
        single.append(nameNumbers[Name(namespace: namespace, local: local)]!)
        members.append([])
        continue
      }
      single.append(-1)
      var has = names.map { nameClass.contains(namespace: $0.namespace, local: $0.local) }
      has += namespaceNames.map { nameClass.contains(namespace: $0, local: NameClass.unknown) }
      has.append(nameClass.contains(namespace: NameClass.unknown, local: NameClass.unknown))
      members.append(has)
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
    return only >= 0 ? only == letter : members[Int(nameClass)][Int(letter)]
  }

  /// The names that a class lists, and whether it allows others.
  func listed(_ nameClass: Int32) -> (names: [Name], hasWildcard: Bool) {
    let known = classes[Int(nameClass)]
    return (known.names.map { Name(namespace: $0.namespace, local: $0.local) }, known.isInfinite)
  }
}
