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
      let expression = try evaluation.regularExpression(arguments, at: 1, flags: 3)
      let text = Array(try evaluation.text(arguments[0]).unicodeScalars)
      let replacement = try Replacement(try evaluation.text(arguments[2]), expression)
      var result = String.UnicodeScalarView()
      var end = 0
      for match in try evaluation.matches(expression, text) {
        guard match[1] > match[0] else { throw EvaluationFault("a regular expression that matches nothing at all") }
        result.append(contentsOf: text[end..<match[0]])
        let length = replacement.append(match, text, to: &result)
        try evaluation.spend(8 * (length + match[1] - end))
        end = match[1]
      }
      result.append(contentsOf: text[end...])
      return .item(.string(String(result)))
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

/// The third argument of `replace`: text with `$1` for groups.
private struct Replacement {
  private enum Part {
    case scalar(Unicode.Scalar)
    case group(Int)
  }

  private var parts: [Part] = []

  init(_ text: String, _ expression: RegularExpression) throws(EvaluationFault) {
    let scalars = Array(text.unicodeScalars)
    if expression.flags.isLiteral {
      parts = scalars.map { .scalar($0) }
      return
    }
    var index = 0
    while index < scalars.count {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalars[index] {
      case "\\":
        guard let next, next == "\\" || next == "$" else { throw Self.fault }
        parts.append(.scalar(next))
        index += 2
      case "$":
        index += 1
        guard var number = digit(scalars, index) else { throw Self.fault }
        index += 1
        // As many digits belong to the number as there are groups.
        while let more = digit(scalars, index), number * 10 + more <= expression.groupCount {
          number = number * 10 + more
          index += 1
        }
        parts.append(.group(number))
      default:
        parts.append(.scalar(scalars[index]))
        index += 1
      }
    }
  }

  private static let fault = EvaluationFault("expected a digit after \"$\" in a replacement, or \"\\$\"")

  private func digit(_ scalars: [Unicode.Scalar], _ index: Int) -> Int? {
    guard index < scalars.count, scalars[index].value >= 0x30, scalars[index].value <= 0x39 else { return nil }
    return Int(scalars[index].value) - 0x30
  }

  /// Appends what stands for a match; how many characters that is.
  func append(_ match: [Int], _ text: [Unicode.Scalar], to result: inout String.UnicodeScalarView) -> Int {
    var length = 0
    for part in parts {
      switch part {
      case .scalar(let scalar):
        result.append(scalar)
        length += 1
      case .group(let number):
        guard 2 * number + 1 < match.count, match[2 * number] >= 0, match[2 * number + 1] >= 0 else { continue }
        result.append(contentsOf: text[match[2 * number]..<match[2 * number + 1]])
        length += match[2 * number + 1] - match[2 * number]
      }
    }
    return length
  }
}
