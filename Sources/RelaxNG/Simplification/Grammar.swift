/// The names that a grammar defines, and the grammar around it (section 4.18).
final class Grammar {
  let parent: Grammar?
  private(set) var definitions: [String: Definition] = [:]
  private(set) var start: Definition?
  /// The parts of each definition, in order.
  private(set) var parts: [(definition: Definition, combine: SyntaxDefinition.Combine, parts: [SyntaxDefinition])] = []

  /// Gathers definitions, and checks how they are combined (section 4.17).
  init(_ syntax: [SyntaxDefinition], parent: Grammar?, at place: SchemaPlace) throws(SchemaError) {
    self.parent = parent
    var order: [String?] = []
    var gathered: [String?: [SyntaxDefinition]] = [:]
    for part in syntax {
      if gathered[part.name] == nil { order.append(part.name) }
      gathered[part.name, default: []].append(part)
    }
    for name in order {
      let same = gathered[name]!
      let definition = Definition(title: same[0].title, place: same[0].place)
      parts.append((definition, try Self.combine(same), same))
      if let name { definitions[name] = definition } else { start = definition }
    }
    guard start != nil else {
      throw SchemaError(.reference, "the grammar has no \"start\"", section: "4.18", at: place)
    }
  }

  private static func combine(_ parts: [SyntaxDefinition]) throws(SchemaError) -> SyntaxDefinition.Combine {
    let plain = parts.filter { $0.combine == nil }
    if plain.count > 1 {
      throw SchemaError(
        .reference, "\(plain[1].title) stands twice without \"combine\"", section: "4.17", at: plain[1].place)
    }
    let first = parts.first { $0.combine != nil }
    for part in parts where part.combine != nil && part.combine != first?.combine {
      throw SchemaError(
        .reference,
        "\(part.title) is combined by \"\(part.combine!.rawValue)\" here and by \"\(first!.combine!.rawValue)\" elsewhere",
        section: "4.17", at: part.place)
    }
    return first?.combine ?? .choice
  }
}
