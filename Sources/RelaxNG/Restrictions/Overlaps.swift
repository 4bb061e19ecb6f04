/// Sections 7.3 and 7.4: what stands beside each other must be told apart by name.
struct Overlaps {
  /// How much has been gathered and compared.
  private var work = 0
  /// Sets that are gathered again at each level, or wildcards with thousands of exceptions, are an attack.
  static let maximumWork = 4_000_000

  private mutating func spend(_ amount: Int, at place: SchemaPlace) throws(SchemaError) {
    work += amount
    guard work <= Self.maximumWork else {
      throw SchemaError(.limit, "the schema has too many names in groups and interleaves", at: place)
    }
  }

  /// No attribute twice (section 7.3).
  mutating func checkAttributes(of parts: [SimplePattern]) throws(SchemaError) {
    var before = NameSet()
    for part in parts {
      let own = try attributes(of: part)
      if own.isEmpty { continue }
      let twice = before.overlap(with: own, &work)
      try spend(own.count, at: part.place)
      if let twice {
        throw SchemaError(
          .restriction, "attribute \(twice) stands twice in one group", section: "7.3", at: part.place)
      }
      before.formUnion(own)
    }
  }

  /// Of what is interleaved, no two parts share an element, and one at most has text (section 7.4).
  mutating func checkInterleave(of parts: [SimplePattern]) throws(SchemaError) {
    var before = NameSet()
    var hasText = false
    for part in parts {
      let own = try elements(of: part)
      let twice = before.overlap(with: own, &work)
      try spend(own.count, at: part.place)
      if let twice {
        throw SchemaError(
          .restriction, "element \(twice) stands in two parts of one interleave", section: "7.4", at: part.place)
      }
      before.formUnion(own)
      guard Self.hasText(part) else { continue }
      if hasText {
        throw SchemaError(.restriction, "text stands in two parts of one interleave", section: "7.4", at: part.place)
      }
      hasText = true
    }
  }

  private mutating func attributes(of pattern: SimplePattern) throws(SchemaError) -> NameSet {
    try gather(pattern, \.attributes) { if case .attribute(let name, _) = $0.kind { name } else { nil } }
  }

  private mutating func elements(of pattern: SimplePattern) throws(SchemaError) -> NameSet {
    try gather(pattern, \.elements) { if case .element(let name, _) = $0.kind { name } else { nil } }
  }

  private mutating func gather(
    _ pattern: SimplePattern, _ memory: ReferenceWritableKeyPath<PatternFacts, NameSet?>,
    _ name: (SimplePattern) -> NameClass?
  ) throws(SchemaError) -> NameSet {
    let facts = pattern.facts ?? PatternFacts()
    pattern.facts = facts
    if let known = facts[keyPath: memory] { return known }
    var found = NameSet()
    switch pattern.kind {
    case .choice(let parts), .group(let parts), .interleave(let parts):
      for part in parts {
        let own = try gather(part, memory, name)
        if !found.isEmpty { try spend(own.count, at: part.place) }
        found.formUnion(own)
      }
    case .oneOrMore(let part): found = try gather(part, memory, name)
    default: if let own = name(pattern) { found = NameSet(own) }
    }
    facts[keyPath: memory] = found
    return found
  }

  private static func hasText(_ pattern: SimplePattern) -> Bool {
    let facts = pattern.facts ?? PatternFacts()
    pattern.facts = facts
    if let known = facts.hasText { return known }
    let found =
      switch pattern.kind {
      case .text: true
      case .choice(let parts), .group(let parts), .interleave(let parts): parts.contains(where: hasText)
      case .oneOrMore(let part): hasText(part)
      default: false
      }
    facts.hasText = found
    return found
  }
}
