import ArticleModel

/// Entities of documents in groups that are one thing each: a forest of disjoint sets (Tarjan).
///
/// Identifiers and telling names are nodes, too: what has one of them hangs on it, so that no two entities are ever
/// compared.
struct EntityGroups {
  struct Node {
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
  let nameIDs: [String?]
  var nodes: [Node] = []
  /// Nodes by identifier: of entries, of authorities' identifiers and of names.
  var byID: [String: Int] = [:]
  private var links: [Int: [Link]] = [:]
  /// Names that tell all that have them, by decision.
  var toldNames: Set<String> = []
  /// Entities that decisions set apart from their namesakes.
  var apart: Set<Int> = []
  /// The identifier that decisions give a node's group.
  var decidedID: [(node: Int, id: String)] = []
  var diagnostics: [Diagnostic] = []

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

  func root(_ node: Int) -> Int {
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

  mutating func node(_ id: String, _ row: Decision, _ file: String?) -> Int? {
    if let node = byID[id] { return node }
    // What is ignored may have gone from the archive for that very reason.
    let severity: Diagnostic.Severity = row.verb == .ignore ? .note : .warning
    report(
      "decision-unknown", "no entity of the archive is called \"\(id)\"; teikit entities list shows all", row, file,
      severity)
    return nil
  }

  mutating func report(
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
}
