/// Grammars: definitions, `div`, `start` and `include`.
extension CompactParser {
  /// Whether what follows is the content of a grammar rather than a pattern.
  mutating func isGrammarContent() throws(SchemaError) -> Bool {
    let start = index
    defer { index = start }
    try annotations()
    switch token.kind {
    case .end: return true
    case .name("start"), .name("div"), .name("include"): return true
    case .name(let name) where CompactToken.keywords.contains(name): return false
    case .name, .quotedName: return isAssignment(following) || following.kind == .symbol("[")
    case .prefixedName: return following.kind == .symbol("[")
    default: return false
    }
  }

  mutating func grammarContent(until end: CompactToken.Kind, mayInclude: Bool = true) throws(SchemaError)
    -> [SyntaxDefinition]
  {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep }
    var found: [SyntaxDefinition] = []
    while true {
      let isAnnotated = try annotations()
      if token.kind == end, !isAnnotated {
        advance()
        return found
      }
      let place = place
      switch token.kind {
      case .name("start"):
        advance()
        found.append(try definition(nil, place))
      case .name("div"):
        advance()
        try expect("{")
        found += try grammarContent(until: .symbol("}"), mayInclude: mayInclude)
      case .name("include") where mayInclude:
        advance()
        found += try included(place)
      case .name(let name) where !CompactToken.keywords.contains(name), .quotedName(let name):
        if following.kind == .symbol("["), !isAnnotated {
          try annotationElement()
        } else {
          advance()
          found.append(try definition(name, place))
        }
      case .prefixedName where !isAnnotated: try annotationElement()
      default: throw unexpected("a definition, \"start\", \"div\" or \"include\"")
      }
    }
  }

  mutating func definition(_ name: String?, _ place: SchemaPlace) throws(SchemaError) -> SyntaxDefinition {
    let combine: SyntaxDefinition.Combine?
    if take("=") {
      combine = nil
    } else if take("|=") {
      combine = .choice
    } else if take("&=") {
      combine = .interleave
    } else {
      throw unexpected("\"=\", \"|=\" or \"&=\"")
    }
    return SyntaxDefinition(name: name, combine: combine, body: [try pattern()], place: place)
  }

  mutating func included(_ place: SchemaPlace) throws(SchemaError) -> [SyntaxDefinition] {
    let href = try literal()
    let namespace = try inheritance()
    var overriding: [SyntaxDefinition] = []
    if take("{") { overriding = try grammarContent(until: .symbol("}"), mayInclude: false) }
    let root = try files.open(href, base: base, at: place, ns: namespace)
    return try Inclusion.merge(root, href: href, overriding: overriding, at: place)
  }

  /// `inherit = prefix`; without it the default namespace.
  mutating func inheritance() throws(SchemaError) -> String {
    guard token.kind == .name("inherit"), following.kind == .symbol("=") else { return environment.defaultNamespace }
    advance()
    advance()
    return try namespace(of: try anyIdentifier())
  }

  func namespace(of prefix: String) throws(SchemaError) -> String {
    guard let namespace = environment.namespace(of: prefix) else { throw fault("prefix \"\(prefix)\" is not declared") }
    return namespace
  }
}
