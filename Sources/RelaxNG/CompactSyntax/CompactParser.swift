internal import ArticleModel
internal import XML

/// Reads RELAX NG's compact syntax into the same tree as ``XMLSyntaxReader``. The grammar is that of the specification of
/// the compact syntax, section 2 and appendix A.
struct CompactParser {
  let files: SchemaFiles
  let source: SchemaSource
  /// The name by which relative references are resolved.
  let base: String
  private let tokens: [CompactToken]
  private var index = 0
  private var depth = 0
  var environment: CompactEnvironment
  /// The last name class or datatype with an exception that no parentheses enclose: no operator may stand beside it.
  var bareException: SyntaxNameClass?
  var bareDataException: SyntaxPattern?

  private static let maximumDepth = 600

  init(_ source: SchemaSource, base: String, inherited: String, files: SchemaFiles) throws(SchemaError) {
    self.source = source
    self.base = base
    self.files = files
    tokens = try CompactLexer.tokens(source)
    environment = CompactEnvironment(inherited: inherited)
  }

  /// Reads the whole file.
  mutating func schema() throws(SchemaError) -> SyntaxPattern {
    try declarations()
    skipAnnotations()
    let place = place
    if isGrammarContent {
      let definitions = try grammarContent(until: .end)
      return SyntaxPattern(.grammar(definitions), place)
    }
    let pattern = try pattern()
    guard token.kind == .end else { throw unexpected("the end of the file") }
    return pattern
  }

  // MARK: Tokens

  var token: CompactToken { tokens[index] }
  private var following: CompactToken { tokens[min(index + 1, tokens.count - 1)] }
  var place: SchemaPlace { .text(file: source.name, token.position) }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  func fault(_ message: String) -> SchemaError { SchemaError(.syntax, message, at: place) }

  func unexpected(_ expected: String) -> SchemaError { fault("\(token.title) not allowed here; expected \(expected)") }

  func isSymbol(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

  mutating func take(_ symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: String) throws(SchemaError) {
    guard take(symbol) else { throw unexpected("\"\(symbol)\"") }
  }

  mutating func takeKeyword(_ keyword: String) -> Bool {
    guard token.kind == .name(keyword) else { return false }
    advance()
    return true
  }

  mutating func skipAnnotations() { while token.kind == .annotation { advance() } }

  private mutating func skipFollowingAnnotations() { while token.kind == .followingAnnotation { advance() } }

  /// A name, keywords among them.
  mutating func anyIdentifier() throws(SchemaError) -> String {
    switch token.kind {
    case .name(let name), .quotedName(let name):
      advance()
      return name
    default: throw unexpected("a name")
    }
  }

  mutating func literal() throws(SchemaError) -> String {
    guard case .literal(var text) = token.kind else { throw unexpected("a text in quotes") }
    advance()
    while take("~") {
      guard case .literal(let more) = token.kind else { throw unexpected("a text in quotes") }
      text += more
      advance()
    }
    return text
  }

  // MARK: Declarations

  private mutating func declarations() throws(SchemaError) {
    while true {
      skipAnnotations()
      if token.kind == .name("namespace"), !isAssignment(following) {
        advance()
        let prefix = try anyIdentifier()
        try expect("=")
        try declare(prefix, try namespaceLiteral())
      } else if token.kind == .name("default"), !isAssignment(following) {
        advance()
        guard takeKeyword("namespace") else { throw unexpected("\"namespace\"") }
        let prefix = isSymbol("=") ? nil : try anyIdentifier()
        try expect("=")
        let namespace = try namespaceLiteral()
        if let prefix { try declare(prefix, namespace) }
        guard environment.setDefault(namespace) else { throw fault("the default namespace is declared twice") }
      } else if token.kind == .name("datatypes"), !isAssignment(following) {
        advance()
        let prefix = try anyIdentifier()
        try expect("=")
        let library = try literal()
        guard URIReference.isAbsolute(library) || library.isEmpty else {
          throw fault("datatype library \"\(library)\" is not an absolute URI without fragment")
        }
        guard environment.declareLibrary(prefix, library) else { throw fault("prefix \"\(prefix)\" is declared twice") }
      } else {
        return
      }
    }
  }

  private func isAssignment(_ token: CompactToken) -> Bool {
    token.kind == .symbol("=") || token.kind == .symbol("|=") || token.kind == .symbol("&=")
  }

  private mutating func namespaceLiteral() throws(SchemaError) -> String {
    takeKeyword("inherit") ? environment.inherited : try literal()
  }

  private mutating func declare(_ prefix: String, _ namespace: String) throws(SchemaError) {
    guard prefix != "xmlns", (prefix == "xml") == (namespace == XMLNamespace.xml) else {
      throw fault("prefix \"\(prefix)\" cannot stand for namespace \"\(namespace)\"")
    }
    guard environment.declare(prefix, namespace) else { throw fault("prefix \"\(prefix)\" is declared twice") }
  }

  // MARK: Grammars

  /// Whether what follows is the content of a grammar rather than a pattern.
  private var isGrammarContent: Bool {
    switch token.kind {
    case .end: return true
    case .name("start"), .name("div"), .name("include"): return true
    case .name(let name) where CompactToken.keywords.contains(name): return false
    case .name, .quotedName: return isAssignment(following) || following.kind == .annotation
    case .prefixedName: return following.kind == .annotation
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
      skipAnnotations()
      if token.kind == end {
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
        advance()
        if token.kind == .annotation { advance() } else { found.append(try definition(name, place)) }
      case .prefixedName:
        advance()
        guard token.kind == .annotation else { throw unexpected("an annotation") }
        advance()
      default: throw unexpected("a definition, \"start\", \"div\" or \"include\"")
      }
    }
  }

  private mutating func definition(_ name: String?, _ place: SchemaPlace) throws(SchemaError) -> SyntaxDefinition {
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

  private mutating func included(_ place: SchemaPlace) throws(SchemaError) -> [SyntaxDefinition] {
    let href = try literal()
    let namespace = try inheritance()
    var overriding: [SyntaxDefinition] = []
    if take("{") { overriding = try grammarContent(until: .symbol("}"), mayInclude: false) }
    let root = try files.open(href, base: base, at: place, ns: namespace)
    return try Inclusion.merge(root, href: href, overriding: overriding, at: place)
  }

  /// `inherit = prefix`; without it the default namespace.
  private mutating func inheritance() throws(SchemaError) -> String {
    guard token.kind == .name("inherit"), following.kind == .symbol("=") else { return environment.defaultNamespace }
    advance()
    advance()
    return try namespace(of: try anyIdentifier())
  }

  func namespace(of prefix: String) throws(SchemaError) -> String {
    guard let namespace = environment.namespace(of: prefix) else { throw fault("prefix \"\(prefix)\" is not declared") }
    return namespace
  }

  // MARK: Patterns

  private var tooDeep: SchemaError {
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
      parts.append(try particle())
      try refuseBareException(parts[parts.count - 1])
    }
    if case .symbol(let other) = token.kind, [",", "|", "&"].contains(other) {
      throw fault("\"\(other)\" stands beside \"\(symbol)\"; expected parentheses around one of them")
    }
    return SyntaxPattern(symbol == "," ? .group(parts) : symbol == "|" ? .choice(parts) : .interleave(parts), start)
  }

  private func refuseBareException(_ part: SyntaxPattern) throws(SchemaError) {
    guard let bareDataException, bareDataException === part else { return }
    throw SchemaError(.syntax, "\"-\" stands beside an operator; expected parentheses around it", at: part.place)
  }

  private mutating func particle() throws(SchemaError) -> SyntaxPattern {
    skipAnnotations()
    let start = place
    var pattern = try primary()
    skipFollowingAnnotations()
    if isSymbol("?") || isSymbol("*") || isSymbol("+") { try refuseBareException(pattern) }
    if take("?") {
      pattern = SyntaxPattern(.optional([pattern]), start)
    } else if take("*") {
      pattern = SyntaxPattern(.zeroOrMore([pattern]), start)
    } else if take("+") {
      pattern = SyntaxPattern(.oneOrMore([pattern]), start)
    }
    skipFollowingAnnotations()
    return pattern
  }

  private mutating func braced() throws(SchemaError) -> SyntaxPattern {
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
    skipAnnotations()
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

  private mutating func identifier() throws(SchemaError) -> String {
    if case .name(let name) = token.kind, CompactToken.keywords.contains(name) { throw unexpected("a pattern") }
    switch token.kind {
    case .name(let name), .quotedName(let name):
      advance()
      return name
    default: throw unexpected("a pattern")
    }
  }
}
