import ArticleModel

/// Puts the names of an article together that name one thing: places, organisations and all else but persons.
///
/// An identifier of an authority makes a thing; a name without one belongs to the only thing that bears it. Beyond that,
/// organisations have acronyms, legal forms that are left out, and ministries whose country goes without saying.
struct ThingResolver {
  private struct Node {
    var parent: Int
    /// The identifier that tells it from others of the name.
    var identifier: String?
    /// Where it is first named.
    var start: Int32
    /// Whether its name is that of several things with identifiers.
    var isOpen = false
  }

  private struct Key: Hashable {
    var kind: EntityKind
    var name: String
  }

  private var nodes: [Node] = []
  private var byIdentifier: [Key: Int] = [:]
  private var byName: [Key: Int] = [:]
  /// The names of ``byName`` in the order of the source.
  private var named: [(key: Key, node: Int)] = []
  /// The thing with an identifier that bears a name; -1 where several do.
  private var identified: [Key: Int] = [:]
  /// The ministries of a subject, each with its country, in the order of the source.
  private var ministries: [String: [Int]] = [:]
  private var acronyms: [(kind: EntityKind, letters: String, node: Int)] = []
  private var initials: [(kind: EntityKind, letters: String, node: Int)] = []
  private static let crowd = 12

  // MARK: Adding names

  /// Where a mention leads.
  enum Place: Hashable {
    case node(Int)
    /// A ministry without its country, by its subject.
    case ministry(String)
  }

  mutating func add(
    _ kind: EntityKind, identifier: AuthorityIdentifier, key: String, listedKey: String, at start: Int32
  ) -> Place {
    let text = "\(identifier.authority):\(identifier.value)"
    let identifierKey = Key(kind: kind, name: text)
    let node: Int
    if let known = byIdentifier[identifierKey] {
      node = known
    } else {
      node = makeNode(text, start)
      byIdentifier[identifierKey] = node
    }
    for key in Set([key, listedKey]) { Self.claim(&identified, Key(kind: kind, name: key), node) }
    return .node(node)
  }

  mutating func add(_ kind: EntityKind, key: String, at start: Int32) -> Place {
    .node(node(Key(kind: kind, name: key), start))
  }

  /// - Parameter country: The country that the name, or a word beside it, gives; nil where none does.
  mutating func add(ministry subject: String, country: String?, at start: Int32) -> Place {
    guard let country else { return .ministry(subject) }
    let node = self.node(Key(kind: .organisation, name: Self.key(subject, country)), start)
    note(node, of: subject)
    return .node(node)
  }

  /// That a thing with an identifier is the ministry of a subject.
  mutating func note(_ node: Int, of subject: String) {
    let known = ministries[subject] ?? []
    if known.count <= Self.crowd, !known.contains(node) { ministries[subject, default: []].append(node) }
  }

  static func key(_ subject: String, _ country: String) -> String { "\(subject) \(country)" }

  private mutating func node(_ key: Key, _ start: Int32) -> Int {
    if let known = byName[key] { return known }
    let node = makeNode(nil, start)
    byName[key] = node
    named.append((key, node))
    return node
  }

  private mutating func makeNode(_ identifier: String?, _ start: Int32) -> Int {
    nodes.append(Node(parent: nodes.count, identifier: identifier, start: start))
    return nodes.count - 1
  }

  private static func claim(_ index: inout [Key: Int], _ key: Key, _ node: Int) {
    if let known = index[key], known != node { index[key] = -1 } else { index[key] = node }
  }

  // MARK: Acronyms

  /// That a thing is also called by letters.
  mutating func add(acronym letters: String, _ kind: EntityKind, of node: Int) {
    acronyms.append((kind, letters, node))
  }

  /// That a thing has a name whose words begin with letters.
  mutating func add(initials letters: String, _ kind: EntityKind, of node: Int) {
    initials.append((kind, letters, node))
  }

  /// That two names stand as "European Space Agency (ESA)" does.
  mutating func join(_ left: Int, _ right: Int) { union(left, right) }

  // MARK: Putting together

  /// To be called once when all names are there.
  mutating func settle() {
    for (key, node) in named {
      guard let thing = identified[key] else { continue }
      if thing >= 0 { union(node, thing) } else { nodes[node].isOpen = true }
    }
    var byInitials: [Key: Int] = [:]
    for (kind, letters, node) in initials { Self.claim(&byInitials, Key(kind: kind, name: letters), root(node)) }
    for acronym in acronyms where acronym.letters.utf8.count > 2 {
      if let thing = byInitials[Key(kind: acronym.kind, name: acronym.letters)], thing >= 0 {
        union(acronym.node, thing)
      }
    }
  }

  /// What tells things apart after ``settle()``; nil where a name may be one of several.
  func thing(_ place: Place, at start: Int32) -> Int? {
    switch place {
    case .node(let node):
      let root = root(node)
      return nodes[node].isOpen && nodes[root].identifier == nil ? nil : root
    case .ministry(let subject):
      let known = ministries[subject] ?? []
      let introduced = known.filter { nodes[$0].start < start }
      let likely = Set((introduced.isEmpty ? known : introduced).map(root))
      return likely.count == 1 ? likely.first : nil
    }
  }

  /// Whether no ministry of a subject has a country in this article.
  func isUnknown(ministry subject: String) -> Bool { ministries[subject] == nil }

  private func root(_ node: Int) -> Int {
    var node = node
    while nodes[node].parent != node { node = nodes[node].parent }
    return node
  }

  /// Two things with identifiers of their own are never one. The root is the one named first, and so the order of
  /// unions does not show.
  private mutating func union(_ left: Int, _ right: Int) {
    let (left, right) = (root(left), root(right))
    guard left != right, nodes[left].identifier == nil || nodes[right].identifier == nil else { return }
    let (first, second) = left < right ? (left, right) : (right, left)
    nodes[second].parent = first
    if nodes[first].identifier == nil { nodes[first].identifier = nodes[second].identifier }
    nodes[first].start = min(nodes[first].start, nodes[second].start)
  }
}
