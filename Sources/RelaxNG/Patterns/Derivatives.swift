/// The derivatives of James Clark, "An algorithm for RELAX NG validation" (2002), on interned patterns.
///
/// Where Clark keeps what follows an open element inside the pattern, a derivative by a start tag gives pairs here: the
/// content of the element, and what comes behind its end tag. See `Documentation/RELAXNG.md`.
extension PatternStore {
  /// `startTagOpenDeriv`: each way in which an element of this name may stand next.
  ///
  /// - Parameter isSkipping: Whether what is missing before it is passed over, to recover from a fault.
  mutating func open(_ id: PatternID, _ letter: Int32, _ names: NameClassTable, isSkipping: Bool) -> PairList {
    let pattern = self[id]
    guard pattern.flags.contains(.elements), step() else { return PairList() }
    switch pattern.kind {
    case .element:
      let content = elementContents[Int(pattern.second)]
      // An element that can hold nothing valid is not allowed.
      guard content != Self.notAllowed, names.contains(pattern.first, letter) else { return PairList() }
      return PairList(Pair(content: content, rest: Self.empty))
    case .group:
      var pairs = PairList()
      var current = id
      while self[current].kind == .group {
        let (head, tail) = (self[current].first, self[current].second)
        for var pair in open(head, letter, names, isSkipping: isSkipping).pairs {
          pair.rest = group(pair.rest, tail)
          pairs.append(pair)
        }
        guard isSkipping || isNullable(head) else { return pairs }
        current = tail
        guard step() else { return PairList() }
      }
      pairs.append(open(current, letter, names, isSkipping: isSkipping))
      return pairs
    default: return openParts(of: id) { $0.open($1, letter, names, isSkipping: isSkipping) }
    }
  }

  /// `attDeriv`, but for the value: each way in which an attribute of this name may be taken.
  mutating func attribute(_ id: PatternID, _ letter: Int32, _ names: NameClassTable) -> PairList {
    let pattern = self[id]
    guard pattern.flags.contains(.attributes), step() else { return PairList() }
    switch pattern.kind {
    case .attribute:
      return names.contains(pattern.first, letter)
        ? PairList(Pair(content: pattern.second, rest: Self.empty)) : PairList()
    case .group:
      var pairs = PairList()
      var earlier: [PatternID] = []
      var current = id
      while self[current].flags.contains(.attributes) {
        let isLast = self[current].kind != .group
        let part = isLast ? current : self[current].first
        let tail = isLast ? Self.empty : self[current].second
        for var pair in attribute(part, letter, names).pairs {
          pair.rest = group(pair.rest, tail)
          for part in earlier.reversed() {
            pair.rest = group(part, pair.rest)
            guard step() else { return PairList() }
          }
          pairs.append(pair)
        }
        guard !isLast, step() else { break }
        earlier.append(part)
        current = tail
      }
      return pairs
    case .choice:
      var pairs = PairList()
      for part in Int(pattern.first)..<Int(pattern.first + pattern.second) {
        pairs.append(attribute(pool[part], letter, names))
      }
      return pairs
    default: return openParts(of: id) { $0.attribute($1, letter, names) }
    }
  }

  /// The derivatives of the parts of any pattern but a group, each with what stands around its part put around its rest.
  private mutating func openParts(
    of id: PatternID, _ derivative: (inout PatternStore, PatternID) -> PairList
  ) -> PairList {
    let pattern = self[id]
    var pairs = PairList()
    switch pattern.kind {
    case .choice:
      // The pool may grow meanwhile: by its places, that no copy is made of it.
      for part in Int(pattern.first)..<Int(pattern.first + pattern.second) {
        pairs.append(derivative(&self, pool[part]))
      }
    case .interleave:
      let all = Array(parts(pattern))
      for (index, part) in all.enumerated() {
        for var pair in derivative(&self, part).pairs {
          var others = all
          others[index] = pair.rest
          pair.rest = interleave(others)
          pairs.append(pair)
        }
      }
    case .oneOrMore:
      let more = choice(id, Self.empty)
      for var pair in derivative(&self, pattern.first).pairs {
        pair.rest = group(pair.rest, more)
        pairs.append(pair)
      }
    case .after:
      for var pair in derivative(&self, pattern.first).pairs {
        pair.rest = after(pair.rest, pattern.second)
        pairs.append(pair)
      }
    default: break
    }
    return pairs
  }

  /// `startTagCloseDeriv`: attributes that are still wanted are missing.
  mutating func close(_ id: PatternID) -> PatternID {
    let known = closed[Int(id)]
    if known >= 0 { return known }
    let result = replaceAttributes(in: id, by: Self.notAllowed) { store, part in store.close(part) }
    closed[Int(id)] = result
    return result
  }

  /// As ``close(_:)``, but attributes that are missing are forgiven.
  mutating func closeForgiving(_ id: PatternID) -> PatternID {
    replaceAttributes(in: id, by: Self.empty) { store, part in store.closeForgiving(part) }
  }

  private mutating func replaceAttributes(
    in id: PatternID, by replacement: PatternID, _ recurse: (inout PatternStore, PatternID) -> PatternID
  ) -> PatternID {
    let pattern = self[id]
    guard pattern.flags.contains(.attributes), step() else { return id }
    switch pattern.kind {
    case .attribute: return replacement
    case .choice: return choice(parts(pattern).map { recurse(&self, $0) })
    case .interleave: return interleave(parts(pattern).map { recurse(&self, $0) })
    case .group:
      var spine: [PatternID] = []
      var current = id
      while self[current].kind == .group {
        spine.append(recurse(&self, self[current].first))
        current = self[current].second
      }
      var result = recurse(&self, current)
      for part in spine.reversed() { result = group(part, result) }
      return result
    case .oneOrMore: return oneOrMore(recurse(&self, pattern.first))
    case .after: return after(recurse(&self, pattern.first), pattern.second)
    default: return id
    }
  }

  /// `textDeriv`, given which data, values and lists the text matches.
  mutating func text(_ id: PatternID, matching accepted: [PatternID]) -> PatternID {
    let pattern = self[id]
    guard !pattern.flags.isDisjoint(with: [.text, .data]), step() else { return Self.notAllowed }
    switch pattern.kind {
    case .text: return id
    case .data, .value, .list: return accepted.contains(id) ? Self.empty : Self.notAllowed
    case .choice: return choice(parts(pattern).map { text($0, matching: accepted) })
    case .group:
      var alternatives: [PatternID] = []
      var current = id
      while self[current].kind == .group {
        let (head, tail) = (self[current].first, self[current].second)
        alternatives.append(group(text(head, matching: accepted), tail))
        guard isNullable(head) else { return choice(alternatives) }
        current = tail
        guard step() else { return Self.notAllowed }
      }
      alternatives.append(text(current, matching: accepted))
      return choice(alternatives)
    case .interleave:
      var alternatives: [PatternID] = []
      let all = Array(parts(pattern))
      for (index, part) in all.enumerated() {
        var others = all
        others[index] = text(part, matching: accepted)
        alternatives.append(interleave(others))
      }
      return choice(alternatives)
    case .oneOrMore: return group(text(pattern.first, matching: accepted), choice(id, Self.empty))
    case .after: return after(text(pattern.first, matching: accepted), pattern.second)
    default: return Self.notAllowed
    }
  }

  /// The data, values and lists that text may match here.
  func textLeaves(_ id: PatternID, into found: inout [PatternID]) {
    let pattern = self[id]
    guard pattern.flags.contains(.data) else { return }
    switch pattern.kind {
    case .data, .value, .list: if !found.contains(id) { found.append(id) }
    case .choice, .interleave: for part in parts(pattern) { textLeaves(part, into: &found) }
    case .group:
      var current = id
      while self[current].kind == .group {
        textLeaves(self[current].first, into: &found)
        current = self[current].second
      }
      textLeaves(current, into: &found)
    case .oneOrMore, .after: textLeaves(pattern.first, into: &found)
    default: break
    }
  }
}
