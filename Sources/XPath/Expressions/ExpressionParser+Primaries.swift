internal import XML

/// Literals, variables, parentheses, calls and types (XPath 3.1, sections 3.1, 2.5.4 and 3.14).
extension ExpressionParser {
  mutating func primary() throws(ExpressionFault) -> Expression {
    let token = current
    switch token.kind {
    case .literal(let text):
      advance()
      return .literal(.string(text))
    case .integer(let value):
      advance()
      return .literal(scope.language == .xpath1 ? .double(Double(value)) : .integer(value))
    case .decimal(let value):
      advance()
      return .literal(scope.language == .xpath1 ? .double(value.double) : .decimal(value))
    case .double(let value):
      try needs(.xpath2, "a number with an exponent")
      advance()
      return .literal(.double(value))
    case .longNumber(let value):
      // All numbers of XPath 1.0 are of floating point.
      guard scope.language == .xpath1 || scope.allowsComparisonsInRows else {
        throw ExpressionFault(
          kind: .unsupported, message: "numbers of more than 18 digits", offset: token.offset)
      }
      advance()
      return .literal(.double(value))
    case .variable(let prefix, let local):
      let name = try variableName(prefix, local)
      advance()
      return try variable(name, token)
    case .symbol("."):
      advance()
      return .contextItem
    case .symbol("("):
      advance()
      if take(")") {
        try needs(.xpath2, "an empty sequence")
        return .sequence([])
      }
      let inner = try wholeExpression()
      try expect(")")
      return inner
    case .symbol("["), .symbol("?"):
      throw ExpressionFault(kind: .unsupported, message: "arrays and maps as values", offset: token.offset)
    case .name, .expandedName: return try call(of: token)
    default: throw fault("expected an expression, found \(token.quoted)")
    }
  }

  private mutating func variable(_ name: String, _ token: Token) throws(ExpressionFault) -> Expression {
    variableCount += 1
    switch scope.variables.last(where: { $0.name == name })?.meaning {
    case .slot(let slot): return .variable(slot)
    case .notRun:
      throw ExpressionFault(
        kind: .unsupported, message: "\(token.quoted), whose own expression is not run", offset: token.offset)
    case nil:
      throw ExpressionFault(
        kind: .syntax, message: "variable \(token.quoted) is not \(scope.host.declaredVariable)", offset: token.offset)
    }
  }

  private mutating func call(of token: Token) throws(ExpressionFault) -> Expression {
    guard peek(1).kind == .symbol("(") else {
      if peek(1).kind == .symbol("#") {
        throw ExpressionFault(kind: .unsupported, message: "functions as values", offset: token.offset)
      }
      if case .name(prefix: nil, let word) = token.kind, ["map", "array"].contains(word), peek(1).kind == .symbol("{") {
        throw ExpressionFault(kind: .unsupported, message: "maps and arrays as values", offset: token.offset)
      }
      throw fault("expected an expression, found \(token.quoted)")
    }
    advance()
    return try call(of: token, first: nil)
  }

  /// `E => name(…)`.
  mutating func arrow(_ first: Expression) throws(ExpressionFault) -> Expression {
    let token = current
    switch token.kind {
    case .name, .expandedName: advance()
    default: throw ExpressionFault(kind: .unsupported, message: "functions as values", offset: token.offset)
    }
    return try call(of: token, first: first)
  }

  private mutating func call(of token: Token, first: Expression?) throws(ExpressionFault) -> Expression {
    try expect("(")
    var arguments = first.map { [$0] } ?? []
    if !isSymbol(")") {
      repeat {
        if isSymbol("?"), peek(1).kind == .symbol(",") || peek(1).kind == .symbol(")") {
          throw ExpressionFault(kind: .unsupported, message: "functions as values", offset: current.offset)
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw fault("nested more than \(Self.depthLimit) levels deep") }
        arguments.append(try singleExpression())
      } while take(",")
    }
    try expect(")")
    var namespace = FunctionLibrary.namespace
    let local: String
    switch token.kind {
    case .expandedName(let uri, let name): (namespace, local) = (uri, name)
    case .name(let prefix, let name):
      local = name
      if let prefix {
        guard
          let uri = scope.namespace(prefix) ?? FunctionLibrary.commonPrefixes[prefix]
            ?? (scope.host == .query ? FunctionLibrary.queryPrefixes[prefix] : nil)
        else {
          throw ExpressionFault(
            kind: .syntax, message: "prefix \"\(prefix)\" is not \(scope.host.declaredNamespace)", offset: token.offset)
        }
        namespace = uri
      }
    default: throw fault("expected a function")
    }
    return try call(namespace, local, arguments, token)
  }

  private mutating func call(
    _ namespace: String, _ local: String, _ arguments: [Expression], _ token: Token
  ) throws(ExpressionFault) -> Expression {
    if namespace == FunctionLibrary.schemaNamespace, arguments.count == 1, scope.language > .xpath1 {
      guard let type = AtomicType(local) else {
        throw ExpressionFault(kind: .unsupported, message: "the type \(token.quoted)", offset: token.offset)
      }
      return .cast(arguments[0], type, allowsEmpty: true)
    }
    if namespace == FunctionLibrary.namespace, local == "key" {
      guard case .literal(.string(let name))? = arguments.first, scope.keys.contains(name) else {
        throw ExpressionFault(
          kind: .unsupported, message: "\"key\" of a key that \(scope.host.undeclared)", offset: token.offset)
      }
    }
    guard let function = function(namespace, local) else { throw scope.host.unknownFunction(token) }
    if function.language > scope.language {
      throw ExpressionFault(
        kind: .unsupported,
        message: "the function \"\(token.text)\" is not XPath 1.0; \(scope.host.laterLanguage) has it",
        offset: token.offset)
    }
    guard function.arity.contains(arguments.count) else {
      throw ExpressionFault(
        kind: .syntax,
        message:
          "the function \"\(token.text)\" has \(arguments.count) arguments; expected \(function.arityPhrase)",
        offset: token.offset)
    }
    if function.uses == .position { positionCount += 1 }
    if function.uses == .rule || function.uses == .clock { variableCount += 1 }
    if function.uses == .clock { scope.readsClock = true }
    return .call(FunctionCall(function: function, arguments: arguments))
  }

  private func function(_ namespace: String, _ local: String) -> Function? {
    if namespace == FunctionLibrary.namespace { return FunctionLibrary.functions[local] }
    return scope.host == .query ? FunctionLibrary.extensions[namespace]?[local] : nil
  }

  /// An atomic type, with `?` where no value is allowed.
  mutating func singleType() throws(ExpressionFault) -> (AtomicType, allowsEmpty: Bool) {
    (try atomicType(), take("?"))
  }

  private mutating func atomicType() throws(ExpressionFault) -> AtomicType {
    let token = current
    guard case .name(let prefix, let local) = token.kind else { throw fault("expected a type, found \(token.quoted)") }
    let namespace = prefix.flatMap { scope.namespace($0) ?? FunctionLibrary.commonPrefixes[$0] }
    guard prefix == nil || namespace != nil else {
      throw fault("prefix of \(token.quoted) is not \(scope.host.declaredNamespace)")
    }
    guard namespace == FunctionLibrary.schemaNamespace, let type = AtomicType(local) else {
      throw ExpressionFault(kind: .unsupported, message: "the type \(token.quoted)", offset: token.offset)
    }
    advance()
    return type
  }

  mutating func sequenceType() throws(ExpressionFault) -> SequenceType {
    var type = SequenceType(item: .any, allowsNone: false, allowsMany: false)
    if case .name(prefix: nil, let word) = current.kind, peek(1).kind == .symbol("(") {
      switch word {
      case "empty-sequence", "item":
        advance()
        advance()
        try expect(")")
        if word == "empty-sequence" { return SequenceType(item: .emptySequence, allowsNone: true, allowsMany: false) }
      case _ where Self.kindTests.contains(word): type.item = .node(try nodeTest())
      default:
        throw ExpressionFault(kind: .unsupported, message: "the type \"\(word)()\"", offset: current.offset)
      }
    } else {
      type.item = .atomic(try atomicType())
    }
    if take("?") {
      type.allowsNone = true
    } else if take("*") {
      (type.allowsNone, type.allowsMany) = (true, true)
    } else if take("+") {
      type.allowsMany = true
    }
    return type
  }
}
