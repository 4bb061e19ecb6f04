internal import RegularExpressions

extension FunctionLibrary {
  /// Functions that take a regular expression (Functions and Operators 3.1, section 5.6).
  static let regularExpressions: [String: Function] = [
    "matches": Function(arity: 2...3, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      let expression = try evaluation.regularExpression(arguments, at: 1, flags: 2)
      var search = RegularExpressionSearch(expression, in: Array(try evaluation.text(arguments[0]).unicodeScalars))
      return .item(.boolean(try search.first(from: 0, spending: evaluation.spend) != nil))
    },
    "replace": Function(arity: 3...4, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      try evaluation.replaced(arguments)
    },
    "tokenize": Function(arity: 1...3, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      let text = try evaluation.text(arguments[0])
      guard arguments.count > 1 else { return Value(Whitespace.tokens(text).map { .string($0) }) }
      let expression = try evaluation.regularExpression(arguments, at: 1, flags: 2)
      let scalars = Array(text.unicodeScalars)
      guard !scalars.isEmpty else { return .empty }
      var items: [Item] = []
      var end = 0
      for match in try evaluation.matches(expression, scalars) {
        guard match[1] > match[0] else { throw EvaluationFault("a regular expression that matches nothing at all") }
        items.append(.string(String(String.UnicodeScalarView(scalars[end..<match[0]]))))
        end = match[1]
      }
      items.append(.string(String(String.UnicodeScalarView(scalars[end...]))))
      return Value(items)
    },
  ]
}

extension Evaluation {
  /// The text of the first argument with what matches the second replaced by the third.
  func replaced(_ arguments: FunctionArguments, onlyFirst: Bool = false) throws(EvaluationFault) -> Value {
    let expression = try regularExpression(arguments, at: 1, flags: 3)
    let text = Array(try text(arguments[0]).unicodeScalars)
    let replacement = try replacement(arguments[2], for: expression)
    var result = String.UnicodeScalarView()
    var end = 0
    for match in try matches(expression, text).prefix(onlyFirst ? 1 : .max) {
      guard match[1] > match[0] else { throw EvaluationFault("a regular expression that matches nothing at all") }
      result.append(contentsOf: text[end..<match[0]])
      let length = replacement.append(match, of: text, to: &result)
      try spend(8 * (length + match[1] - end))
      end = match[1]
    }
    result.append(contentsOf: text[end...])
    return .item(.string(String(result)))
  }

  /// The matches of the second argument in the first, or of the first one the match and its groups.
  func matched(_ arguments: FunctionArguments, onlyFirst: Bool) throws(EvaluationFault) -> Value {
    let expression = try regularExpression(arguments, at: 1, flags: 2)
    let text = Array(try text(arguments[0]).unicodeScalars)
    let found = try matches(expression, text)
    func piece(_ start: Int, _ end: Int) -> Item {
      .string(start < 0 || end < start ? "" : String(String.UnicodeScalarView(text[start..<end])))
    }
    guard onlyFirst else { return Value(found.map { piece($0[0], $0[1]) }) }
    guard let first = found.first else { return .empty }
    return Value(stride(from: 0, to: first.count - 1, by: 2).map { piece(first[$0], first[$0 + 1]) })
  }

  /// Compiles an expression once for all nodes that it is used on.
  func regularExpression(
    _ arguments: FunctionArguments, at index: Int, flags: Int
  ) throws(EvaluationFault) -> RegularExpression {
    let pattern = try text(arguments[index])
    let letters = arguments.count > flags ? try text(arguments[flags]) : ""
    let key = letters + "/" + pattern
    if let known = regularExpressions[key] { return known }
    let compiled: RegularExpression
    do throws(RegularExpressionError) {
      compiled = try RegularExpression(pattern, flags: letters)
    } catch {
      throw EvaluationFault("\(Casting.quoted(pattern)) is no regular expression: \(error.message)")
    }
    try spend(compiled.length)
    if regularExpressions.count >= 256 { regularExpressions.removeAll() }
    regularExpressions[key] = compiled
    return compiled
  }

  fileprivate func replacement(
    _ argument: Value, for expression: RegularExpression
  ) throws(EvaluationFault) -> Replacement {
    let text = try text(argument)
    do throws(RegularExpressionError) {
      return try Replacement(text, for: expression)
    } catch {
      throw EvaluationFault(error.message)
    }
  }

  /// All matches, from left to right; an empty one ends the list, for who calls refuses it.
  fileprivate func matches(
    _ expression: RegularExpression, _ text: [Unicode.Scalar]
  ) throws(EvaluationFault) -> [[Int]] {
    var search = RegularExpressionSearch(expression, in: text)
    var found: [[Int]] = []
    var start = 0
    while let match = try search.first(from: start, spending: spend) {
      found.append(match)
      guard match[1] > match[0] else { break }
      start = match[1]
    }
    return found
  }
}
