/// Patterns, with their operators and what they are made of.
extension CompactParser {
  var tooDeep: SchemaError {
    SchemaError(.limit, "the schema nests deeper than \(Self.maximumDepth) levels", at: place)
  }

  /// Particles joined by one operator; different operators need parentheses.
  mutating func pattern() throws(SchemaError) -> SyntaxPattern {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep }
    let start = place
    var parts = [try particle()]
    guard case .symbol(let symbol) = token.kind, [",", "|", "&"].contains(symbol) else { return parts[0] }
    try refuseBareException(parts[0])
    while take(symbol) {
      defer { trailingAnnotation = nil }
      parts.append(try particle())
      try refuseBareException(parts[parts.count - 1])
    }
    if case .symbol(let other) = token.kind, [",", "|", "&"].contains(other) {
      throw fault("\"\(other)\" stands beside \"\(symbol)\"; expected parentheses around one of them")
    }
    return SyntaxPattern(symbol == "," ? .group(parts) : symbol == "|" ? .choice(parts) : .interleave(parts), start)
  }

  func refuseBareException(_ part: SyntaxPattern) throws(SchemaError) {
    guard let bareDataException, bareDataException === part else { return }
    throw SchemaError(.syntax, "\"-\" stands beside an operator; expected parentheses around it", at: part.place)
  }

  mutating func particle() throws(SchemaError) -> SyntaxPattern {
    try annotations()
    let start = place
    let isInParentheses = isSymbol("(")
    var pattern = try primary()
    let inner = isInParentheses ? trailingAnnotation : nil
    trailingAnnotation = try followingAnnotations() ?? inner
    if isSymbol("?") || isSymbol("*") || isSymbol("+") { try refuseBareException(pattern) }
    if take("?") {
      pattern = SyntaxPattern(.optional([pattern]), start)
    } else if take("*") {
      pattern = SyntaxPattern(.zeroOrMore([pattern]), start)
    } else if take("+") {
      pattern = SyntaxPattern(.oneOrMore([pattern]), start)
    } else {
      return pattern
    }
    trailingAnnotation = try followingAnnotations()
    return pattern
  }

  mutating func braced() throws(SchemaError) -> SyntaxPattern {
    try expect("{")
    let pattern = try pattern()
    try expect("}")
    return pattern
  }

  mutating func primary() throws(SchemaError) -> SyntaxPattern {
    try files.count(1, at: place)
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep }
    let place = place
    func pattern(_ kind: SyntaxPattern.Kind) -> SyntaxPattern { SyntaxPattern(kind, place) }
    switch token.kind {
    case .name("element"), .name("attribute"):
      let isAttribute = token.kind == .name("attribute")
      advance()
      let name = try nameClass(isAttribute: isAttribute)
      let content = try braced()
      return pattern(isAttribute ? .attribute(name, [content]) : .element(name, [content]))
    case .name("list"):
      advance()
      return pattern(.list([try braced()]))
    case .name("mixed"):
      advance()
      return pattern(.mixed([try braced()]))
    case .name("empty"), .name("notAllowed"), .name("text"):
      defer { advance() }
      return pattern(
        token.kind == .name("empty") ? .empty : token.kind == .name("text") ? .text : .notAllowed)
    case .name("parent"):
      advance()
      return pattern(.parentRef(try identifier()))
    case .name("grammar"):
      advance()
      try expect("{")
      return pattern(.grammar(try grammarContent(until: .symbol("}"))))
    case .name("external"):
      advance()
      let href = try literal()
      return pattern(.external(try files.open(href, base: base, at: place, ns: try inheritance())))
    case .name("string"), .name("token"), .prefixedName, .literal: return try data(place)
    case .symbol("("):
      advance()
      let inner = try self.pattern()
      try expect(")")
      bareDataException = nil
      return inner
    default: return pattern(.ref(try identifier()))
    }
  }

  mutating func identifier() throws(SchemaError) -> String {
    if case .name(let name) = token.kind, CompactToken.keywords.contains(name) { throw unexpected("a pattern") }
    switch token.kind {
    case .name(let name), .quotedName(let name):
      advance()
      return name
    default: throw unexpected("a pattern")
    }
  }
}
