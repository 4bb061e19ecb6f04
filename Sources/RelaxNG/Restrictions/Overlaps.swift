/// Sections 7.3 and 7.4: what stands beside each other must be told apart by name.
enum Overlaps {
  /// No attribute twice (section 7.3).
  static func checkAttributes(of parts: [SimplePattern]) throws(SchemaError) {
    var before = NameSet()
    for part in parts {
      let own = attributes(of: part)
      if own.single.isEmpty, own.others.isEmpty { continue }
      if let twice = before.overlap(with: own) {
        throw SchemaError(
          .restriction, "attribute \(twice) stands twice in one group", section: "7.3", at: part.place)
      }
      before.formUnion(own)
    }
  }

  /// Of what is interleaved, no two parts share an element, and one at most has text (section 7.4).
  static func checkInterleave(of parts: [SimplePattern]) throws(SchemaError) {
    var before = NameSet()
    var hasText = false
    for part in parts {
      let own = elements(of: part)
      if let twice = before.overlap(with: own) {
        throw SchemaError(
          .restriction, "element \(twice) stands in two parts of one interleave", section: "7.4", at: part.place)
      }
      before.formUnion(own)
      guard self.hasText(part) else { continue }
      if hasText {
        throw SchemaError(.restriction, "text stands in two parts of one interleave", section: "7.4", at: part.place)
      }
      hasText = true
    }
  }

  private static func attributes(of pattern: SimplePattern) -> NameSet {
    gather(pattern, \.attributes) { if case .attribute(let name, _) = $0.kind { name } else { nil } }
  }

  private static func elements(of pattern: SimplePattern) -> NameSet {
    gather(pattern, \.elements) { if case .element(let name, _) = $0.kind { name } else { nil } }
  }

  private static func gather(
    _ pattern: SimplePattern, _ memory: ReferenceWritableKeyPath<PatternFacts, NameSet?>,
    _ name: (SimplePattern) -> NameClass?
  ) -> NameSet {
    let facts = pattern.facts ?? PatternFacts()
    pattern.facts = facts
    if let known = facts[keyPath: memory] { return known }
    var found = NameSet()
    switch pattern.kind {
    case .choice(let parts), .group(let parts), .interleave(let parts):
      for part in parts { found.formUnion(gather(part, memory, name)) }
    case .oneOrMore(let part): found = gather(part, memory, name)
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
