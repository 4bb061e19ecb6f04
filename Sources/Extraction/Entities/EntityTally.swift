/// What an archive names, joined over its documents: mentions of what has an identifier of an authority in common, or what
/// a register says to be the same. Names alone join nothing.
public struct EntityTally {
  /// What is said of one identifier.
  struct Facts {
    var mentions = 0
    /// Numbers of documents, ascending.
    var documents: [Int32] = []
    var names: [String: Int] = [:]
    var surfaces: [String: Int] = [:]
    var types: [String: Int] = [:]
    var first = ""
    var last = ""
    var coordinates: (latitude: Double, longitude: Double)?
    var identifiers: [String] = []

    mutating func add(_ mention: ExtractedMention, _ key: EntityKey, document: Int32) {
      mentions += 1
      if documents.last != document { documents.append(document) }
      if !mention.name.isEmpty { names[mention.name, default: 0] += 1 }
      if !mention.surface.isEmpty { surfaces[mention.surface, default: 0] += 1 }
      types[key.type.isEmpty ? mention.type : key.type, default: 0] += 1
      if !mention.date.isEmpty {
        if first.isEmpty || mention.date < first { first = mention.date }
        if mention.date > last { last = mention.date }
      }
      for identifier in key.identifiers where !identifiers.contains(identifier) { identifiers.append(identifier) }
      if coordinates == nil, let latitude = mention.latitude, let longitude = mention.longitude {
        coordinates = (latitude, longitude)
      }
    }
  }

  private var numbers: [String: Int32] = [:]
  private var identifiers: [String] = []
  /// A forest: the root of each tree is the entity.
  private var parents: [Int32] = []
  /// Of each identifier that stands first with a mention.
  private var facts: [Facts] = []
  /// By which first identifiers each further one is accompanied.
  private var holders: [Int32: Set<Int32>] = [:]
  private var documentNumbers: [String: Int32] = [:]
  /// Where the entries of corpora stand that have one `xml:id`.
  private var definitions: [String: [String]] = [:]
  /// How many mentions name nothing with an identifier.
  public private(set) var unreferredCount = 0

  public init() {}

  /// Takes the mentions of a document in.
  public mutating func add(_ mentions: [ExtractedMention]) {
    for mention in mentions {
      _ = add(mention)
      _ = addOthers(of: mention)
    }
  }

  /// Takes in what registers say to be the same.
  package mutating func join(_ keys: [EntityKey]) {
    for key in keys { _ = number(of: key) }
  }

  /// Takes a mention in, and answers the number of what it names.
  mutating func add(_ mention: ExtractedMention) -> Int32? {
    guard let key = mention.key else {
      if EntityKey.isName(mention.element) { unreferredCount += 1 }
      return nil
    }
    let number = number(of: key)
    facts[Int(number)].add(mention, key, document: documentNumber(mention.document))
    return number
  }

  /// Takes in what a mention names beside that, and answers the numbers.
  mutating func addOthers(of mention: ExtractedMention) -> [Int32] {
    guard !mention.others.isEmpty else { return [] }
    return mention.others.map { other in
      let number = number(of: other.key)
      var named = mention
      (named.name, named.latitude, named.longitude) = (other.name, other.latitude, other.longitude)
      facts[Int(number)].add(named, other.key, document: documentNumber(mention.document))
      return number
    }
  }

  mutating func documentNumber(_ document: String) -> Int32 {
    if let known = documentNumbers[document] { return known }
    let number = Int32(documentNumbers.count)
    documentNumbers[document] = number
    return number
  }

  /// The number of an entity's first identifier.
  mutating func number(of key: EntityKey) -> Int32 {
    var key = key
    if !key.definition.isEmpty, let entry = key.same.first {
      key.same[0] = defined(entry, at: key.definition)
      if key.names[0] == entry { key.names[0] = key.same[0] }
    }
    let first = number(ofIdentifier: key.names[0])
    for name in key.names.dropFirst() { holders[number(ofIdentifier: name), default: []].insert(first) }
    for entry in key.same { unite(first, number(ofIdentifier: entry)) }
    return first
  }

  /// The identifier of one of the entries of a corpus that have the same `xml:id`: from the second on with a number.
  private mutating func defined(_ entry: String, at place: String) -> String {
    let number = definitions[entry, default: []].firstIndex(of: place) ?? definitions[entry, default: []].count
    if number == definitions[entry, default: []].count { definitions[entry, default: []].append(place) }
    return number == 0 ? entry : "\(entry) (\(number + 1))"
  }

  /// Joins what is known by another authority too, unless several things have that identifier: a part of a country may have
  /// the country's.
  private mutating func joinFurtherIdentifiers() {
    for (number, firsts) in holders.sorted(by: { $0.key < $1.key }) {
      let others = firsts.filter { $0 != number }
      if others.count == 1 { unite(number, others.first!) }
    }
  }

  private mutating func number(ofIdentifier identifier: String) -> Int32 {
    if let known = numbers[identifier] { return known }
    let number = Int32(identifiers.count)
    numbers[identifier] = number
    identifiers.append(identifier)
    parents.append(number)
    facts.append(Facts())
    return number
  }

  private mutating func root(_ number: Int32) -> Int32 {
    var root = number
    while parents[Int(root)] != root { root = parents[Int(root)] }
    var current = number
    while parents[Int(current)] != root { (current, parents[Int(current)]) = (parents[Int(current)], root) }
    return root
  }

  private mutating func unite(_ left: Int32, _ right: Int32) {
    let (left, right) = (root(left), root(right))
    // The smaller number is the root, so that the order of joining is of no account.
    if left != right { parents[Int(max(left, right))] = min(left, right) }
  }

  // MARK: What came together

  /// All entities, the most frequent first, and which of them each number is.
  mutating func joined() -> (entities: [TalliedEntity], indices: [Int32: Int]) {
    joinFurtherIdentifiers()
    var members: [Int32: [Int32]] = [:]
    for number in identifiers.indices { members[root(Int32(number)), default: []].append(Int32(number)) }
    let shown = LocalIdentifier.shown(identifiers)
    var groups: [(members: [Int32], entity: TalliedEntity)] = []
    for (_, numbers) in members {
      let found = numbers.map { facts[Int($0)] }.filter { $0.mentions > 0 }
      guard !found.isEmpty else { continue }
      groups.append((numbers, TalliedEntity(numbers.map { shown[Int($0)] }, found)))
    }
    groups.sort { $0.entity.isBefore($1.entity) }
    var indices: [Int32: Int] = [:]
    for (index, group) in groups.enumerated() { for number in group.members { indices[number] = index } }
    return (groups.map(\.entity), indices)
  }

  /// All entities, the most frequent first.
  public mutating func entities() -> [TalliedEntity] { joined().entities }
}
