import ArticleModel

/// Entities of documents in groups that are one thing each: a forest of disjoint sets (Tarjan).
///
/// Identifiers and telling names are nodes, too: what has one of them hangs on it, so that no two entities are ever
/// compared.
struct EntityGroups {
  private struct Node {
    var parent: Int
    var size = 1
    var kind: EntityKind
    /// Values of the group by authority.
    var identifiers: [String: String] = [:]
    /// Roots of groups that are decided to be others.
    var different: Set<Int> = []
  }

  /// A row that says that two nodes are one.
  private struct Link {
    var other: Int
    var line: Int
  }

  let entities: [DocumentEntity]
  /// The identifiers that their names give.
  private let nameIDs: [String?]
  private var nodes: [Node] = []
  /// Nodes by identifier: of entries, of authorities' identifiers and of names.
  private var byID: [String: Int] = [:]
  private var links: [Int: [Link]] = [:]
  /// Names that tell all that have them, by decision.
  private var toldNames: Set<String> = []
  /// Entities that decisions set apart from their namesakes.
  private var apart: Set<Int> = []
  /// The identifier that decisions give a node's group.
  private var decidedID: [(node: Int, id: String)] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter entities: in the order of their identifiers.
  init(_ entities: [DocumentEntity]) {
    self.entities = entities
    nameIDs = entities.map { CorpusIdentifier.id($0.entity) }
    // The nodes of entities have their indices, even where a broken archive gives an identifier twice.
    for (index, entity) in entities.enumerated() {
      if byID[entity.id] == nil { byID[entity.id] = index }
      nodes.append(Node(parent: index, kind: EntityKind(entity.entity.type)))
    }
    for (index, entity) in entities.enumerated() {
      let kind = EntityKind(entity.entity.type)
      for identifier in entity.entity.identifiers {
        nodes[index].identifiers[identifier.authority] = identifier.value
        let node = makeNode(CorpusIdentifier.id(kind, identifier), kind)
        nodes[node].identifiers[identifier.authority] = identifier.value
      }
      if let id = nameIDs[index] { _ = makeNode(id, kind) }
    }
  }

  private mutating func makeNode(_ id: String, _ kind: EntityKind) -> Int {
    if let known = byID[id] { return known }
    byID[id] = nodes.count
    nodes.append(Node(parent: nodes.count, kind: kind))
    return nodes.count - 1
  }

  // MARK: Sets

  private func root(_ node: Int) -> Int {
    var node = node
    while nodes[node].parent != node { node = nodes[node].parent }
    return node
  }

  private mutating func union(_ left: Int, _ right: Int) {
    let (left, right) = (root(left), root(right))
    guard left != right else { return }
    let (large, small) = nodes[left].size >= nodes[right].size ? (left, right) : (right, left)
    nodes[small].parent = large
    nodes[large].size += nodes[small].size
    nodes[large].identifiers.merge(nodes[small].identifiers) { first, second in min(first, second) }
    for other in nodes[small].different {
      nodes[other].different.remove(small)
      nodes[other].different.insert(large)
      nodes[large].different.insert(other)
    }
    nodes[small].different = []
  }

  /// Whether rules may join two groups: nobody says that they are two, and no authority does.
  private func mayJoin(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (root(left), root(right))
    if nodes[left].different.contains(right) { return false }
    let (small, large) =
      nodes[left].identifiers.count < nodes[right].identifiers.count ? (left, right) : (right, left)
    return nodes[small].identifiers.allSatisfy { authority, value in
      nodes[large].identifiers[authority].map { $0 == value } ?? true
    }
  }

  // MARK: Decisions

  mutating func apply(_ decisions: Decisions) {
    // Names first: other rows may call their bearers by them.
    let same = decisions.rows.filter { $0.verb == .same }
    for row in same where row.right == Decision.allOfTheName { self.same(row, decisions.file) }
    for row in same where row.right != Decision.allOfTheName { self.same(row, decisions.file) }
    for row in decisions.rows where row.verb == .different { different(row, decisions.file) }
  }

  private mutating func same(_ row: Decision, _ file: String?) {
    if row.right == Decision.allOfTheName {
      guard let bearer = entities.first(where: { CorpusIdentifier.loose($0.entity) == row.left }) else {
        _ = node(row.left, row, file)
        return
      }
      _ = makeNode(row.left, EntityKind(bearer.entity.type))
      toldNames.insert(row.left)
      return
    }
    guard let left = node(row.left, row, file), let right = node(row.right, row, file) else { return }
    guard nodes[left].kind == nodes[right].kind else {
      report(
        "decision-kinds",
        "\"\(row.left)\" and \"\(row.right)\" are of different kinds; expected two of one kind", row, file)
      return
    }
    links[left, default: []].append(Link(other: right, line: row.line))
    links[right, default: []].append(Link(other: left, line: row.line))
    decidedID.append((left, row.left))
    union(left, right)
  }

  private mutating func different(_ row: Decision, _ file: String?) {
    guard let left = node(row.left, row, file), let right = node(row.right, row, file) else { return }
    let (first, second) = (root(left), root(right))
    guard first != second else {
      let lines = path(from: left, to: right).map(String.init)
      let saying = lines.count == 1 ? "line \(lines[0]) says" : "lines \(lines.joined(separator: ", ")) say"
      report(
        "decision-contradiction",
        "\"\(row.left)\" and \"\(row.right)\" are different here, but \(saying) that they are the same; "
          + "expected one or the other", row, file)
      return
    }
    nodes[first].different.insert(second)
    nodes[second].different.insert(first)
    if right < entities.count { apart.insert(right) }
  }

  /// The lines that make two nodes one, by the shortest way.
  private func path(from start: Int, to end: Int) -> [Int] {
    var cameBy: [Int: (node: Int, line: Int)] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count, queue[next] != end {
      for link in links[queue[next]] ?? [] where link.other != start && cameBy[link.other] == nil {
        cameBy[link.other] = (queue[next], link.line)
        queue.append(link.other)
      }
      next += 1
    }
    var lines: [Int] = []
    var node = end
    while let step = cameBy[node] {
      lines.append(step.line)
      node = step.node
    }
    return lines.sorted()
  }

  private mutating func node(_ id: String, _ row: Decision, _ file: String?) -> Int? {
    if let node = byID[id] { return node }
    // What is ignored may have gone from the archive for that very reason.
    let severity: Diagnostic.Severity = row.verb == .ignore ? .note : .warning
    report(
      "decision-unknown", "no entity of the archive is called \"\(id)\"; teikit entities list shows all", row, file,
      severity)
    return nil
  }

  private mutating func report(
    _ code: String, _ message: String, _ row: Decision, _ file: String?, _ severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(severity, code: code, message, file: file, position: SourcePosition(line: row.line, column: 1)))
  }

  // MARK: Rules

  /// Joins what has one identifier, then what has one telling name.
  mutating func joinByRules() {
    let order = entities.indices.filter { !apart.contains($0) } + apart.sorted()
    for index in order {
      for identifier in entities[index].entity.identifiers {
        let node = byID[CorpusIdentifier.id(nodes[index].kind, identifier)]!
        if mayJoin(index, node) { union(index, node) }
      }
    }
    // A name that two things with identifiers bear tells neither of them.
    var bearers: [String: Set<Int>] = [:]
    for index in order {
      if let id = nameIDs[index], !entities[index].entity.identifiers.isEmpty {
        bearers[id, default: []].insert(root(index))
      }
    }
    if !toldNames.isEmpty {
      for index in order {
        let id = CorpusIdentifier.loose(entities[index].entity)
        if toldNames.contains(id), mayJoin(index, byID[id]!) { union(index, byID[id]!) }
      }
    }
    for index in order {
      guard let id = nameIDs[index], bearers[id].map({ $0.count == 1 }) ?? true,
        mayJoin(index, byID[id]!)
      else { continue }
      union(index, byID[id]!)
    }
  }

  // MARK: The register

  mutating func register(_ decisions: Decisions) -> CorpusLinker.Register {
    var members: [Int: [Int]] = [:]
    for index in entities.indices { members[root(index), default: []].append(index) }
    let names = newNames(decisions)
    let ignored = ignoredNodes(decisions)
    var groups = members.values.map { group in group.filter { !ignored.contains($0) } }
      .filter { group in !group.isEmpty && !ignored.contains(root(group[0]) + nodes.count) }
    groups.sort {
      ($0.contains(where: apart.contains) ? 1 : 0, $0[0]) < ($1.contains(where: apart.contains) ? 1 : 0, $1[0])
    }
    let decided = Dictionary(decidedID.map { (root($0.node), $0.id) }) { first, _ in first }
    var taken: Set<String> = []
    var registered: [CorpusEntity] = []
    var idOfRoot: [Int: String] = [:]
    for group in groups {
      let root = root(group[0])
      var id = decided[root] ?? self.id(of: group)
      if !taken.insert(id).inserted {
        id = entities[group[0]].id
        taken.insert(id)
      }
      idOfRoot[root] = id
      let described = CorpusNaming.entity(group.map { entities[$0].entity }, name: names[root])
      registered.append(
        CorpusEntity(
          id: id, entity: described, members: group.map { entities[$0] },
          isDecided: decided[root] != nil || names[root] != nil))
    }
    registered.sort { $0.id < $1.id }
    var different: Set<CorpusLinker.Register.Pair> = []
    for (root, id) in idOfRoot {
      for other in nodes[root].different { idOfRoot[other].map { _ = different.insert(.init(id, $0)) } }
    }
    diagnostics.sort { ($0.position?.line ?? 0, $0.message) < ($1.position?.line ?? 0, $1.message) }
    return CorpusLinker.Register(entities: registered, diagnostics: diagnostics, different: different)
  }

  /// The identifier of a group that no decision names: by an authority, or by a name, or that of its first entry.
  private func id(of group: [Int]) -> String {
    let identifiers = Set(group.flatMap { entities[$0].entity.identifiers })
    if let first = CorpusIdentifier.ordered(Array(identifiers)).first {
      return CorpusIdentifier.id(nodes[group[0]].kind, first)
    }
    let names = group.flatMap { index in
      [nameIDs[index], told(index)].compactMap { $0 }
        .filter { root(byID[$0]!) == root(index) }
    }
    return names.min() ?? entities[group[0]].id
  }

  private func told(_ index: Int) -> String? {
    guard !toldNames.isEmpty else { return nil }
    let id = CorpusIdentifier.loose(entities[index].entity)
    return toldNames.contains(id) ? id : nil
  }

  /// The names that decisions give, by the roots of groups.
  private mutating func newNames(_ decisions: Decisions) -> [Int: String] {
    var names: [Int: (name: String, line: Int)] = [:]
    for row in decisions.rows where row.verb == .rename {
      guard let node = node(row.left, row, decisions.file) else { continue }
      if let known = names[root(node)], known.name != row.right {
        report(
          "decision-contradiction",
          "\"\(row.left)\" is renamed \"\(row.right)\" here, but line \(known.line) names it \"\(known.name)\"; "
            + "expected one name", row, decisions.file)
      } else {
        names[root(node)] = (row.right, row.line)
      }
    }
    return names.mapValues(\.name)
  }

  /// Entities that are to be left out, and groups, by their roots behind all nodes.
  private mutating func ignoredNodes(_ decisions: Decisions) -> Set<Int> {
    var ignored: Set<Int> = []
    for row in decisions.rows where row.verb == .ignore {
      guard let node = node(row.left, row, decisions.file) else { continue }
      ignored.insert(node < entities.count ? node : root(node) + nodes.count)
    }
    for (index, entity) in entities.enumerated() where decisions.blocks(entity.entity.name, as: entity.entity.type) {
      ignored.insert(index)
    }
    return ignored
  }
}
