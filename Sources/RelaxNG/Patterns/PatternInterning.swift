/// Interns the patterns of a schema in simple form.
struct PatternInterning {
  private(set) var store = PatternStore()
  private(set) var names = NameClassTable()
  private var pending: [(ElementContent, Int)] = []
  private var datatypeNumbers: [ObjectIdentifier: Int32] = [:]
  private var valueNumbers: [DatatypeValue.Key: Int32] = [:]

  /// - Returns: The patterns, and the number of the start pattern.
  static func intern(_ start: SimplePattern) -> (store: PatternStore, names: NameClassTable, start: PatternID) {
    var interning = PatternInterning()
    let id = interning.intern(start)
    while let (content, number) = interning.pending.popLast() {
      interning.store.elementContents[number] = interning.intern(content.pattern)
    }
    if !interning.names.close() { interning.store.exhaust() }
    return (interning.store, interning.names, id)
  }

  private mutating func intern(_ pattern: SimplePattern) -> PatternID {
    if pattern.interned >= 0 { return pattern.interned }
    let id = make(pattern)
    pattern.interned = id
    return id
  }

  private mutating func make(_ pattern: SimplePattern) -> PatternID {
    switch pattern.kind {
    case .empty: return PatternStore.empty
    case .notAllowed: return PatternStore.notAllowed
    case .text: return PatternStore.text
    case .choice(let parts): return store.choice(all(parts))
    case .group(let parts):
      var result = PatternStore.empty
      for id in all(parts).reversed() { result = store.group(id, result) }
      return result
    case .interleave(let parts): return store.interleave(all(parts))
    case .oneOrMore(let part): return store.oneOrMore(intern(part))
    case .list(let part):
      let content = intern(part)
      var places = Self.maximumListPlaces
      countLeaves(content, &places)
      if places < 0 { store.exhaust() }
      return store.intern(.list, content, 0, .data)
    case .data(let datatype, let except):
      let exception = except.map { intern($0) } ?? -1
      return store.intern(.data, number(of: datatype), exception, .data)
    case .value(let value):
      let number = valueNumbers[value.key] ?? Int32(store.values.count)
      if number == store.values.count {
        store.values.append(value)
        valueNumbers[value.key] = number
      }
      return store.intern(.value, number, 0, .data)
    case .attribute(let name, let content):
      return store.intern(.attribute, names.number(of: name), intern(content), .attributes)
    case .element(let name, let content):
      let nameNumber = names.number(of: name)
      if content.number < 0 {
        content.number = Int32(store.elementContents.count)
        store.elementContents.append(PatternStore.notAllowed)
        store.elementNames.append(nameNumber)
        pending.append((content, Int(content.number)))
      }
      return store.intern(.element, nameNumber, content.number, .elements)
    case .ref: preconditionFailure("references are resolved")
    }
  }

  /// How many places for words a list may have: its automaton takes the square of that.
  private static let maximumListPlaces = 4096

  /// Takes the places for words from `rest`, until it is below 0.
  private func countLeaves(_ id: PatternID, _ rest: inout Int) {
    guard rest >= 0 else { return }
    let pattern = store[id]
    switch pattern.kind {
    case .choice: for part in store.parts(pattern) { countLeaves(part, &rest) }
    case .group:
      var current = id
      while store[current].kind == .group, rest >= 0 {
        countLeaves(store[current].first, &rest)
        current = store[current].second
      }
      countLeaves(current, &rest)
    case .oneOrMore: countLeaves(pattern.first, &rest)
    default: rest -= 1
    }
  }

  private mutating func all(_ parts: [SimplePattern]) -> [PatternID] {
    var ids: [PatternID] = []
    ids.reserveCapacity(parts.count)
    for part in parts { ids.append(intern(part)) }
    return ids
  }

  private mutating func number(of datatype: Datatype) -> Int32 {
    if let known = datatypeNumbers[ObjectIdentifier(datatype)] { return known }
    store.datatypes.append(datatype)
    let number = Int32(store.datatypes.count - 1)
    datatypeNumbers[ObjectIdentifier(datatype)] = number
    return number
  }
}
