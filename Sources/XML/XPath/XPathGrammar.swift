/// Reads an XPath 1.0 expression by its grammar: says exactly what is expected where it is broken, which libxml2 does
/// not, and finds the name tests that a default namespace concerns.
struct XPathGrammar {
  private let tokens: [XPathToken]
  private var index = 0
  private let prefixes: Set<String>
  /// The offsets of name tests without prefix on axes whose principal node type is the element.
  private(set) var unprefixedElementTests: [Int] = []

  /// Whether the function `id` is called.
  private(set) var usesIdentifiers = false

  static let axes = [
    "ancestor", "ancestor-or-self", "attribute", "child", "descendant", "descendant-or-self", "following",
    "following-sibling", "namespace", "parent", "preceding", "preceding-sibling", "self",
  ]
  /// The core function library (section 4).
  static let functions: Set<String> = [
    "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat", "starts-with",
    "contains", "substring-before", "substring-after", "substring", "string-length", "normalize-space", "translate",
    "boolean", "not", "true", "false", "lang", "number", "sum", "floor", "ceiling", "round",
  ]

  /// Reads the whole expression.
  ///
  /// - Parameter prefixes: The namespace prefixes that are bound.
  init(_ expression: String, prefixes: Set<String>) throws(XPathFault) {
    tokens = try XPathLexer.tokens(of: expression)
    self.prefixes = prefixes
    try expressionRule(depth: 0)
    guard token.kind == .end else { throw expected("an operator or the end") }
  }

  private var token: XPathToken { tokens[index] }

  private func expected(_ what: String) -> XPathFault {
    XPathFault(message: "expected \(what), found \(token.quoted)", offset: token.start)
  }

  private func isSymbol(_ text: String) -> Bool { token.kind == .symbol && token.text == text }

  private mutating func take(_ symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    index += 1
    return true
  }

  private mutating func require(_ symbol: String) throws(XPathFault) {
    guard take(symbol) else { throw expected("\"\(symbol)\"") }
  }

  // MARK: Expressions (rules 14 to 27)

  /// Operands joined by operators; how tightly each binds is for libxml2 to know.
  private mutating func expressionRule(depth: Int) throws(XPathFault) {
    guard depth < 100 else { throw XPathFault(message: "expected at most 100 levels of nesting", offset: token.start) }
    var mayNegate = true
    while true {
      while mayNegate, take("-") {}
      try path(depth: depth)
      if token.kind == .operatorName {
        mayNegate = true
      } else if token.kind == .symbol, ["|", "+", "-", "=", "!=", "<", "<=", ">", ">="].contains(token.text) {
        mayNegate = token.text != "|"
      } else {
        return
      }
      index += 1
    }
  }

  private mutating func path(depth: Int) throws(XPathFault) {
    if try primary(depth: depth) {
      while isSymbol("[") { try predicate(depth: depth) }
      if take("/") || take("//") { try relativePath(depth: depth) }
    } else if take("//") {
      try relativePath(depth: depth)
    } else if take("/") {
      if beginsStep { try relativePath(depth: depth) }
    } else if beginsStep {
      try relativePath(depth: depth)
    } else {
      throw expected("an expression")
    }
  }

  /// A variable, literal, number, call or expression in parentheses; false where none begins.
  private mutating func primary(depth: Int) throws(XPathFault) -> Bool {
    switch token.kind {
    case .literal, .number: index += 1
    case .variable: throw XPathFault(message: "expected no variable: none is bound", offset: token.start)
    case .functionName: try call(depth: depth)
    case .symbol where token.text == "(":
      index += 1
      try expressionRule(depth: depth + 1)
      try require(")")
    default: return false
    }
    return true
  }

  private mutating func call(depth: Int) throws(XPathFault) {
    guard Self.functions.contains(token.text) else {
      throw XPathFault(message: "expected a function of XPath 1.0, found \(token.quoted)", offset: token.start)
    }
    usesIdentifiers = usesIdentifiers || token.text == "id"
    index += 1
    try require("(")
    if take(")") { return }
    repeat { try expressionRule(depth: depth + 1) } while take(",")
    try require(")")
  }

  private mutating func predicate(depth: Int) throws(XPathFault) {
    try require("[")
    try expressionRule(depth: depth + 1)
    try require("]")
  }

  // MARK: Location paths (rules 1 to 13)

  private var beginsStep: Bool {
    switch token.kind {
    case .name, .nodeType, .axis: true
    case .symbol: [".", "..", "@"].contains(token.text)
    default: false
    }
  }

  private mutating func relativePath(depth: Int) throws(XPathFault) {
    repeat { try step(depth: depth) } while take("/") || take("//")
  }

  private mutating func step(depth: Int) throws(XPathFault) {
    if take(".") || take("..") { return }
    var testsElements = true
    if take("@") {
      testsElements = false
    } else if token.kind == .axis {
      guard Self.axes.contains(token.text) else {
        throw XPathFault(message: "expected an axis such as \"child\", found \(token.quoted)", offset: token.start)
      }
      testsElements = token.text != "attribute" && token.text != "namespace"
      index += 1
      try require("::")
    }
    try nodeTest(testsElements: testsElements)
    while isSymbol("[") { try predicate(depth: depth) }
  }

  private mutating func nodeTest(testsElements: Bool) throws(XPathFault) {
    switch token.kind {
    case .nodeType:
      let takesLiteral = token.text == "processing-instruction"
      index += 1
      try require("(")
      if takesLiteral, token.kind == .literal { index += 1 }
      try require(")")
    case .name:
      if let colon = token.text.firstIndex(of: ":") {
        let prefix = String(token.text[..<colon])
        guard prefixes.contains(prefix) else {
          let known = prefixes.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
          throw XPathFault(message: "expected a prefix among \(known), found \"\(prefix)\"", offset: token.start)
        }
      } else if token.text != "*", testsElements {
        unprefixedElementTests.append(token.start)
      }
      index += 1
    default: throw expected("a name, \"*\" or a node type")
    }
  }
}
