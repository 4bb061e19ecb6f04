import ArticleModel

/// What the groups come to when all decisions and rules were applied.
extension EntityGroups {
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
