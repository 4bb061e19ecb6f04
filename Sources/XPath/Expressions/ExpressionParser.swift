internal import XML

/// Parses XPath 1.0 and the part of XPath 3.1 that has no functions, maps or arrays as values.
///
/// Recursive descent; how deep it goes is bounded by ``depthLimit``, not by the expression.
package struct ExpressionParser {
  var scope: StaticScope
  let tokens: [Token]
  var index = 0
  var depth = 0
  /// How often variables, `current()` or the clock were met so far: an expression without is constant.
  var variableCount = 0
  /// How often `position()` and `last()` were met so far.
  var positionCount = 0

  static let depthLimit = 50

  private init(_ text: String, _ scope: StaticScope) throws(ExpressionFault) {
    self.scope = scope
    tokens = try Lexer.tokens(of: text)
  }

  /// Compiles an expression.
  ///
  /// - Parameter scope: Gets the names, slots and constants that the expression needs.
  package static func parse(_ text: String, in scope: inout StaticScope) throws(ExpressionFault) -> Expression {
    var parser = try ExpressionParser(text, StaticScope(language: scope.language))
    // Moved there and back: a copy would be as large as the schema, for each of its expressions.
    swap(&parser.scope, &scope)
    let variables = parser.scope.variables.count
    defer {
      parser.scope.variables.removeSubrange(variables...)
      swap(&parser.scope, &scope)
    }
    let expression = try parser.wholeExpression()
    guard parser.current.kind == .end else {
      throw parser.fault("expected an operator, found \(parser.current.quoted)")
    }
    return expression
  }

  var current: Token { tokens[index] }

  func peek(_ distance: Int) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  mutating func advance() { index = min(index + 1, tokens.count - 1) }

  func isSymbol(_ symbol: String) -> Bool { current.kind == .symbol(symbol) }

  mutating func take(_ symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: String) throws(ExpressionFault) {
    guard take(symbol) else { throw fault("expected \"\(symbol)\", found \(current.quoted)") }
  }

  func isWord(_ word: String, at distance: Int = 0) -> Bool {
    peek(distance).kind == .name(prefix: nil, local: word)
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  mutating func takeWords(_ first: String, _ second: String) -> Bool {
    guard isWord(first), isWord(second, at: 1) else { return false }
    advance()
    advance()
    return true
  }

  func fault(_ message: String) -> ExpressionFault {
    ExpressionFault(kind: .syntax, message: message, offset: current.offset)
  }

  /// Refuses what XPath 1.0 does not have.
  func needs(_ language: QueryLanguage, _ what: String) throws(ExpressionFault) {
    guard scope.language < language else { return }
    throw ExpressionFault(
      kind: .unsupported, message: "\(what) is not XPath 1.0; \(scope.host.laterLanguage) has it",
      offset: current.offset)
  }

  /// `Expr`: expressions with commas between.
  mutating func wholeExpression() throws(ExpressionFault) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw fault("nested more than \(Self.depthLimit) levels deep") }
    let first = try singleExpression()
    guard isSymbol(",") else { return first }
    try needs(.xpath2, "a sequence")
    var parts = [first]
    while take(",") { parts.append(try singleExpression()) }
    return .sequence(parts)
  }

  mutating func singleExpression() throws(ExpressionFault) -> Expression {
    if case .name(prefix: nil, let word) = current.kind {
      let opensVariable = if case .variable = peek(1).kind { true } else { false }
      switch word {
      case "if" where peek(1).kind == .symbol("("): return try conditional()
      case "for" where opensVariable, "let" where opensVariable, "some" where opensVariable,
        "every" where opensVariable:
        return try binding(word)
      default: break
      }
    }
    return try orExpression()
  }

  private mutating func conditional() throws(ExpressionFault) -> Expression {
    try needs(.xpath2, "\"if\"")
    var branches: [(condition: Expression, value: Expression)] = []
    while isWord("if"), peek(1).kind == .symbol("(") {
      advance()
      advance()
      let condition = try wholeExpression()
      try expect(")")
      guard takeWord("then") else { throw fault("expected \"then\", found \(current.quoted)") }
      branches.append((condition, try nested()))
      guard takeWord("else") else { throw fault("expected \"else\", found \(current.quoted)") }
    }
    return .conditional(branches, try nested())
  }

  /// A single expression inside another one.
  private mutating func nested() throws(ExpressionFault) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw fault("nested more than \(Self.depthLimit) levels deep") }
    return try singleExpression()
  }

  /// `for`, `let`, `some` and `every`, with any number of variables.
  private mutating func binding(_ word: String) throws(ExpressionFault) -> Expression {
    try needs(.xpath2, "\"\(word)\"")
    advance()
    var bound: [(slot: Int, value: Expression)] = []
    let outer = scope.variables.count
    repeat {
      guard case .variable(let prefix, let local) = current.kind else { throw fault("expected a variable") }
      advance()
      if word == "let" {
        // The lexer reads ":=" as two symbols.
        try expect(":")
        try expect("=")
      } else if !takeWord("in") {
        throw fault("expected \"in\", found \(current.quoted)")
      }
      let value = try nested()
      let slot = scope.newSlot()
      scope.variables.append((try variableName(prefix, local), .slot(slot)))
      bound.append((slot, value))
    } while take(",")
      || (word == "for" && isWord("for")
        && {
          advance(); return true
        }())
    let keyword = word == "for" || word == "let" ? "return" : "satisfies"
    guard takeWord(keyword) else { throw fault("expected \"\(keyword)\", found \(current.quoted)") }
    guard bound.count <= 20 else { throw fault("more than 20 variables in one \"\(word)\"") }
    var result = try nested()
    scope.variables.removeSubrange(outer...)
    for (slot, value) in bound.reversed() {
      result =
        switch word {
        case "for": .forReturn(slot: slot, value, result)
        case "let": .letReturn(slot: slot, value, result)
        default: .quantified(isEvery: word == "every", slot: slot, value, result)
        }
    }
    return result
  }

  func variableName(_ prefix: String?, _ local: String) throws(ExpressionFault) -> String {
    guard let prefix else { return local }
    guard let namespace = scope.namespace(prefix) else {
      throw fault("prefix \"\(prefix)\" is not \(scope.host.declaredNamespace)")
    }
    return "{\(namespace)}\(local)"
  }
}
