/// The operators, from the one that binds least to the one that binds most (XPath 3.1, appendix A.4).
extension ExpressionParser {
  mutating func orExpression() throws(ExpressionFault) -> Expression {
    var parts = [try andExpression()]
    while takeWord("or") { parts.append(try andExpression()) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func andExpression() throws(ExpressionFault) -> Expression {
    var parts = [try comparison()]
    while takeWord("and") { parts.append(try comparison()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func comparison() throws(ExpressionFault) -> Expression {
    let left = try scope.allowsComparisonsInRows || scope.language == .xpath1 ? comparisonsInRow() : concatenation()
    if scope.language == .xpath1 { return left }
    switch current.kind {
    case .name(prefix: nil, "is"):
      advance()
      return .nodeComparison(.same, left, try concatenation())
    case .name(prefix: nil, let word):
      guard let comparison = Self.valueOperator(word) else { return left }
      advance()
      return .valueComparison(comparison, left, try concatenation())
    case .symbol("<<"), .symbol(">>"):
      let isBefore = isSymbol("<<")
      advance()
      return .nodeComparison(isBefore ? .before : .after, left, try concatenation())
    case .symbol(let symbol):
      guard let comparison = Self.generalOperator(symbol) else { return left }
      advance()
      return .generalComparison(comparison, left, try concatenation())
    default: return left
    }
  }

  private mutating func comparisonsInRow() throws(ExpressionFault) -> Expression {
    try row(of: ["=", "!="]) { parser throws(ExpressionFault) in
      try parser.row(of: ["<", "<=", ">", ">="]) { inner throws(ExpressionFault) in try inner.concatenation() }
    }
  }

  /// XPath 1.0 lets comparisons stand in a row, and those for equality bind less than the others.
  private mutating func row(
    of symbols: [String], _ operand: (inout ExpressionParser) throws(ExpressionFault) -> Expression
  ) throws(ExpressionFault) -> Expression {
    var left = try operand(&self)
    var count = 0
    while case .symbol(let symbol) = current.kind, symbols.contains(symbol),
      let comparison = Self.generalOperator(symbol)
    {
      count += 1
      guard count < 20 else { throw fault("more than 20 comparisons in a row") }
      advance()
      left = .generalComparison(comparison, left, try operand(&self))
    }
    if case .name(prefix: nil, let word) = current.kind, word == "is" || Self.valueOperator(word) != nil {
      try needs(.xpath2, "\"\(word)\"")
    }
    return left
  }

  private static func generalOperator(_ symbol: String) -> ComparisonOperator? {
    switch symbol {
    case "=": .equal
    case "!=": .notEqual
    case "<": .less
    case "<=": .lessOrEqual
    case ">": .greater
    case ">=": .greaterOrEqual
    default: nil
    }
  }

  private static func valueOperator(_ word: String) -> ComparisonOperator? {
    switch word {
    case "eq": .equal
    case "ne": .notEqual
    case "lt": .less
    case "le": .lessOrEqual
    case "gt": .greater
    case "ge": .greaterOrEqual
    default: nil
    }
  }

  private mutating func concatenation() throws(ExpressionFault) -> Expression {
    var parts = [try range()]
    while isSymbol("||") {
      try needs(.xpath2, "\"||\"")
      advance()
      parts.append(try range())
    }
    return parts.count == 1 ? parts[0] : .concatenation(parts)
  }

  private mutating func range() throws(ExpressionFault) -> Expression {
    let first = try additive()
    guard isWord("to") else { return first }
    try needs(.xpath2, "\"to\"")
    advance()
    return .range(first, try additive())
  }

  private mutating func additive() throws(ExpressionFault) -> Expression {
    let first = try multiplicative()
    var rest: [(ArithmeticOperator, Expression)] = []
    while isSymbol("+") || isSymbol("-") {
      let isSum = isSymbol("+")
      advance()
      rest.append((isSum ? .plus : .minus, try multiplicative()))
    }
    return rest.isEmpty ? first : .arithmetic(first, rest)
  }

  private mutating func multiplicative() throws(ExpressionFault) -> Expression {
    let first = try scope.language == .xpath1 ? unary() : union()
    var rest: [(ArithmeticOperator, Expression)] = []
    while let operation = multiplication {
      if operation == .integerDivide { try needs(.xpath2, "\"idiv\"") }
      advance()
      rest.append((operation, try scope.language == .xpath1 ? unary() : union()))
    }
    return rest.isEmpty ? first : .arithmetic(first, rest)
  }

  private var multiplication: ArithmeticOperator? {
    switch current.kind {
    case .symbol("*"): .times
    case .name(prefix: nil, "div"): .divide
    case .name(prefix: nil, "mod"): .modulo
    case .name(prefix: nil, "idiv"): .integerDivide
    default: nil
    }
  }

  private mutating func union() throws(ExpressionFault) -> Expression {
    var parts = [try intersection()]
    while isSymbol("|") || (scope.language > .xpath1 && isWord("union")) {
      advance()
      parts.append(try intersection())
    }
    return parts.count == 1 ? parts[0] : .union(parts)
  }

  private mutating func intersection() throws(ExpressionFault) -> Expression {
    guard scope.language > .xpath1 else { return try simpleMap() }
    var left = try typed()
    var count = 0
    while isWord("intersect") || isWord("except") {
      count += 1
      guard count < 20 else { throw fault("more than 20 of \"intersect\" and \"except\" in a row") }
      let intersects = isWord("intersect")
      advance()
      let right = try typed()
      left = intersects ? .intersect(left, right) : .except(left, right)
    }
    return left
  }

  /// `instance of`, `treat as`, `castable as`, `cast as` and `=>`.
  private mutating func typed() throws(ExpressionFault) -> Expression {
    var operand = try unary()
    while isSymbol("=>") {
      advance()
      operand = try arrow(operand)
    }
    if takeWords("cast", "as") {
      let (type, allowsEmpty) = try singleType()
      operand = .cast(operand, type, allowsEmpty: allowsEmpty)
    }
    if takeWords("castable", "as") {
      let (type, allowsEmpty) = try singleType()
      operand = .castable(operand, type, allowsEmpty: allowsEmpty)
    }
    if takeWords("treat", "as") { operand = .treatAs(operand, try sequenceType()) }
    if takeWords("instance", "of") { operand = .instanceOf(operand, try sequenceType()) }
    return operand
  }

  private mutating func unary() throws(ExpressionFault) -> Expression {
    var isNegated = false
    var hasSign = false
    while isSymbol("-") || (scope.language > .xpath1 && isSymbol("+")) {
      hasSign = true
      if isSymbol("-") { isNegated.toggle() }
      advance()
    }
    let operand = try scope.language == .xpath1 ? union() : simpleMap()
    if isNegated { return .negation(operand) }
    return hasSign ? .negation(.negation(operand)) : operand
  }

  private mutating func simpleMap() throws(ExpressionFault) -> Expression {
    var left = try path()
    var count = 0
    while isSymbol("!") {
      try needs(.xpath2, "\"!\"")
      count += 1
      guard count < 20 else { throw fault("more than 20 of \"!\" in a row") }
      advance()
      left = .map(left, try path())
    }
    return left
  }
}
