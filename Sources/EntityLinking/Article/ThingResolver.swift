import ArticleModel

/// Puts the names of an article together that name one thing: places, organisations and all else but persons.
///
/// An identifier of an authority makes a thing; a name without one belongs to the only thing that bears it. Beyond that,
/// organisations have acronyms, legal forms that are left out, and ministries whose country goes without saying.
///
/// Names and identifiers are given by their keys, hashes that have the kind of the thing in them.
struct ThingResolver {
  private struct Node {
    var parent: Int
    /// The identifier that tells it from others of the name.
    var identifier: UInt64?
    /// Where it is first named.
    var start: Int32
    /// Whether its name is that of several things with identifiers.
    var isOpen = false
  }

  private var nodes: [Node] = []
  private var byIdentifier: [UInt64: Int] = [:]
  private var byName: [UInt64: Int] = [:]
  /// The names of ``byName`` in the order of the source.
  private var named: [(key: UInt64, node: Int)] = []
  /// The thing with an identifier that bears a name; -1 where several do.
  private var identified: [UInt64: Int] = [:]
  /// The ministries of a subject, each with its country, in the order of the source.
  private var ministries: [UInt64: [Int]] = [:]
  private var acronyms: [(letters: UInt64, node: Int)] = []
  private var initials: [(letters: UInt64, node: Int)] = []
  private static let crowd = 12

  // MARK: Adding names

  /// Where a mention leads.
  enum Place: Hashable {
    case node(Int)
    /// A ministry without its country, by its subject.
    case ministry(UInt64)
  }

  /// The thing with an identifier, where it was named before.
  func node(identifier: UInt64) -> Int? { byIdentifier[identifier] }

  mutating func add(identifier: UInt64, at start: Int32) -> Int {
    if let known = byIdentifier[identifier] { return known }
    let node = makeNode(identifier, start)
    byIdentifier[identifier] = node
    return node
  }

  /// That a thing with an identifier bears a name.
  mutating func claim(_ key: UInt64, for node: Int) { Self.claim(&identified, key, node) }

  mutating func add(name key: UInt64, at start: Int32) -> Int {
    if let known = byName[key] { return known }
    let node = makeNode(nil, start)
    byName[key] = node
    named.append((key, node))
    return node
  }

  /// That a thing is the ministry of a subject.
  mutating func note(_ node: Int, ofMinistry subject: UInt64) {
    let known = ministries[subject] ?? []
    if known.count <= Self.crowd, !known.contains(node) { ministries[subject, default: []].append(node) }
  }

  private mutating func makeNode(_ identifier: UInt64?, _ start: Int32) -> Int {
    nodes.append(Node(parent: nodes.count, identifier: identifier, start: start))
    return nodes.count - 1
  }

  private static func claim(_ index: inout [UInt64: Int], _ key: UInt64, _ node: Int) {
    if let known = index[key], known != node { index[key] = -1 } else { index[key] = node }
  }

  // MARK: Acronyms

  /// That a thing is also called by letters.
  mutating func add(acronym letters: UInt64, of node: Int) { acronyms.append((letters, node)) }

  /// That a thing has a name whose words begin with letters.
  mutating func add(initials letters: UInt64, of node: Int) { initials.append((letters, node)) }

  /// That two names stand as "European Space Agency (ESA)" does.
  mutating func join(_ left: Int, _ right: Int) { union(left, right) }

  // MARK: Putting together

  /// To be called once when all names are there.
  mutating func settle() {
    for (key, node) in named {
      guard let thing = identified[key] else { continue }
      if thing >= 0 { union(node, thing) } else { nodes[node].isOpen = true }
    }
    guard !acronyms.isEmpty else { return }
    var byInitials: [UInt64: Int] = [:]
    for (letters, node) in initials { Self.claim(&byInitials, letters, root(node)) }
    for (letters, node) in acronyms {
      if let thing = byInitials[letters], thing >= 0 { union(node, thing) }
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
  func isUnknown(ministry subject: UInt64) -> Bool { ministries[subject] == nil }

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
