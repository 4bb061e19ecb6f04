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
  var index = 0
  var depth = 0
  var environment: CompactEnvironment
  /// The last name class or datatype with an exception that no parentheses enclose: no operator may stand beside it.
  var bareException: SyntaxNameClass?
  var bareDataException: SyntaxPattern?
  /// Where `>>` stands behind the last pattern.
  var trailingAnnotation: SchemaPlace?

  /// Of patterns in each other, most of which count twice; a thread has half a mebibyte to go down.
  static let maximumDepth = 256

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
    let place = place
    if try isGrammarContent() {
      let definitions = try grammarContent(until: .end)
      return SyntaxPattern(.grammar(definitions), place)
    }
    let pattern = try pattern()
    guard token.kind == .end else { throw unexpected("the end of the file") }
    guard let trailingAnnotation else { return pattern }
    throw SchemaError(
      .syntax, "an annotation stands behind the pattern that is the whole schema", at: trailingAnnotation)
  }

  // MARK: Tokens

  var token: CompactToken { tokens[index] }
  var following: CompactToken { tokens[min(index + 1, tokens.count - 1)] }
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

  func isAssignment(_ token: CompactToken) -> Bool {
    token.kind == .symbol("=") || token.kind == .symbol("|=") || token.kind == .symbol("&=")
  }

  mutating func namespaceLiteral() throws(SchemaError) -> String {
    takeKeyword("inherit") ? environment.inherited : try literal()
  }

  private mutating func declare(_ prefix: String, _ namespace: String) throws(SchemaError) {
    guard prefix != "xmlns", (prefix == "xml") == (namespace == XMLNamespace.xml) else {
      throw fault("prefix \"\(prefix)\" cannot stand for namespace \"\(namespace)\"")
    }
    guard environment.declare(prefix, namespace) else { throw fault("prefix \"\(prefix)\" is declared twice") }
  }
}
