/// What a pattern would allow next, for messages.
extension PatternStore {
  /// The name classes of the elements that may stand next.
  ///
  /// - Parameter isSkipping: All elements that may stand anywhere behind, too.
  func nextElements(_ id: PatternID, isSkipping: Bool = false) -> Set<Int32> {
    var found: Set<Int32> = []
    var seen: Set<PatternID> = []
    collectElements(id, isSkipping, &seen) { found.insert(self[$0].first) }
    return found
  }

  /// Calls `body` with each element pattern that may stand next.
  private func collectElements(
    _ id: PatternID, _ isSkipping: Bool, _ seen: inout Set<PatternID>, _ body: (PatternID) -> Void
  ) {
    let pattern = self[id]
    guard pattern.flags.contains(.elements), seen.insert(id).inserted else { return }
    switch pattern.kind {
    case .element: body(id)
    case .choice, .interleave: for part in parts(pattern) { collectElements(part, isSkipping, &seen, body) }
    case .group:
      var current = id
      while self[current].kind == .group {
        collectElements(self[current].first, isSkipping, &seen, body)
        guard isSkipping || isNullable(self[current].first) else { return }
        current = self[current].second
      }
      collectElements(current, isSkipping, &seen, body)
    case .oneOrMore, .after: collectElements(pattern.first, isSkipping, &seen, body)
    default: break
    }
  }

  /// The name classes of those elements that may stand next and hold text.
  func nextTextHolders(_ id: PatternID) -> Set<Int32> {
    var found: Set<Int32> = []
    var seen: Set<PatternID> = []
    collectElements(id, false, &seen) { element in
      let content = elementContents[Int(self[element].second)]
      if !self[content].flags.isDisjoint(with: [.text, .data]) { found.insert(self[element].first) }
    }
    return found
  }

  /// The name classes of the elements or attributes without which the pattern is never complete.
  func required(_ id: PatternID, _ kind: Pattern.Kind) -> Set<Int32> {
    var known: [PatternID: Set<Int32>] = [:]
    return required(id, kind, &known)
  }

  private func required(_ id: PatternID, _ kind: Pattern.Kind, _ known: inout [PatternID: Set<Int32>]) -> Set<Int32> {
    let pattern = self[id]
    let flag: Pattern.Flags = kind == .attribute ? .attributes : .elements
    guard pattern.flags.contains(flag), !pattern.flags.contains(.nullable) else { return [] }
    if let found = known[id] { return found }
    var found: Set<Int32> = []
    switch pattern.kind {
    case .element, .attribute: if pattern.kind == kind { found = [pattern.first] }
    case .choice:
      var common: Set<Int32>?
      for part in parts(pattern) {
        let own = required(part, kind, &known)
        common = common?.intersection(own) ?? own
        if common!.isEmpty { break }
      }
      found = common ?? []
    case .interleave: for part in parts(pattern) { found.formUnion(required(part, kind, &known)) }
    case .group:
      var current = id
      while self[current].kind == .group {
        found.formUnion(required(self[current].first, kind, &known))
        current = self[current].second
      }
      found.formUnion(required(current, kind, &known))
    case .oneOrMore, .after: found = required(pattern.first, kind, &known)
    default: break
    }
    known[id] = found
    return found
  }

  /// The name classes of the attributes that may stand.
  func attributes(_ id: PatternID) -> Set<Int32> {
    var found: Set<Int32> = []
    var seen: Set<PatternID> = []
    collectAttributes(id, &found, &seen)
    return found
  }

  private func collectAttributes(_ id: PatternID, _ found: inout Set<Int32>, _ seen: inout Set<PatternID>) {
    let pattern = self[id]
    guard pattern.flags.contains(.attributes), seen.insert(id).inserted else { return }
    switch pattern.kind {
    case .attribute: found.insert(pattern.first)
    case .choice, .interleave: for part in parts(pattern) { collectAttributes(part, &found, &seen) }
    case .group:
      var current = id
      while self[current].kind == .group {
        collectAttributes(self[current].first, &found, &seen)
        current = self[current].second
      }
      collectAttributes(current, &found, &seen)
    case .oneOrMore, .after: collectAttributes(pattern.first, &found, &seen)
    default: break
    }
  }
}
