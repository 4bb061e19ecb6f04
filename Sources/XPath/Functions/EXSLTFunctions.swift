#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// EXSLT (exslt.org), as far as its functions mean what they mean there. Where EXSLT has nodes made of text, these are
/// strings.
extension FunctionLibrary {
  static let exsltStrings: [String: Function] = [
    // Each character of the second argument parts tokens; none parts all characters.
    "tokenize": Function(arity: 1...2, language: .xpath1, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      let text = try evaluation.text(arguments[0])
      let delimiters = Set((arguments.count > 1 ? try evaluation.text(arguments[1]) : "\t\r\n ").unicodeScalars)
      let parts =
        delimiters.isEmpty
        ? text.unicodeScalars.map { String($0) }
        : text.unicodeScalars.split(whereSeparator: delimiters.contains).map { String($0) }
      try evaluation.spend(text: text)
      return Value(parts.map { .string($0) })
    },
    "split": Function(arity: 1...2, language: .xpath1, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      let text = try evaluation.text(arguments[0])
      let pattern = arguments.count > 1 ? try evaluation.text(arguments[1]) : " "
      try evaluation.spend(text: text)
      guard !pattern.isEmpty else { return Value(text.unicodeScalars.map { .string(String($0)) }) }
      var parts: [Item] = []
      var rest = text
      while let start = Search.first(pattern, in: rest) {
        parts.append(.string(String(Substring(rest.utf8.prefix(start)))))
        try evaluation.spend(text: rest)
        rest = String(Substring(rest.utf8.dropFirst(start + pattern.utf8.count)))
      }
      return Value(parts + [.string(rest)])
    },
    "concat": Function(arity: 1...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      .item(.string(try evaluation.atomized(arguments[0]).map(evaluation.string).joined()))
    },
    "padding": Function(arity: 1...2, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      let length = try evaluation.number(arguments[0])?.double ?? 0
      let fill = Array((arguments.count > 1 ? try evaluation.text(arguments[1]) : " ").unicodeScalars)
      guard length >= 1, length < 1e6, !fill.isEmpty else { return .item(.string("")) }
      var text = String.UnicodeScalarView()
      for index in 0..<Int(length) { text.append(fill[index % fill.count]) }
      return .item(.string(String(text)))
    },
  ]

  static let exsltSets: [String: Function] = [
    "distinct": Function(arity: 1...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      var known: Set<ExactString> = []
      var kept: [Int32] = []
      for node in evaluation.ordered(try evaluation.nodes(arguments[0])) {
        try evaluation.spend()
        if known.insert(ExactString(evaluation.string(of: node))).inserted { kept.append(node) }
      }
      return .nodes(kept)
    },
    "difference": pair { first, second in first.filter { !Set(second).contains($0) } },
    "intersection": pair { first, second in first.filter { Set(second).contains($0) } },
    "leading": pair { first, second in
      guard let end = second.first else { return first }
      return first.contains(end) ? first.filter { $0 < end } : []
    },
    "trailing": pair { first, second in
      guard let end = second.first else { return first }
      return first.contains(end) ? first.filter { $0 > end } : []
    },
    "has-same-node": Function(arity: 2...2, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      let second = Set(try evaluation.nodes(arguments[1]))
      return .item(.boolean(try evaluation.nodes(arguments[0]).contains { second.contains($0) }))
    },
  ]

  private static func pair(_ body: @escaping @Sendable ([Int32], [Int32]) -> [Int32]) -> Function {
    Function(arity: 2...2, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      let first = evaluation.ordered(try evaluation.nodes(arguments[0]))
      let second = evaluation.ordered(try evaluation.nodes(arguments[1]))
      return .nodes(body(first, second))
    }
  }

  static let exsltMath: [String: Function] = [
    "min": number { $0.min() }, "max": number { $0.max() },
    "highest": extreme { $0.max() }, "lowest": extreme { $0.min() },
    "abs": number { $0.first.map(abs) }, "sqrt": number { $0.first.map { $0.squareRoot() } },
    "power": Function(arity: 2...2, language: .xpath1, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      let base = try evaluation.number(arguments[0])?.double ?? .nan
      return .item(.double(pow(base, try evaluation.number(arguments[1])?.double ?? .nan)))
    },
  ]

  /// A number of the numbers that nodes are; NaN where one is none, and for none.
  private static func number(_ body: @escaping @Sendable ([Double]) -> Double?) -> Function {
    Function(arity: 1...1, language: .xpath1, mayBeNumber: true) { evaluation, arguments throws(EvaluationFault) in
      let numbers = try evaluation.atomized(arguments[0]).map(evaluation.double)
      return .item(.double(numbers.contains(where: \.isNaN) ? .nan : body(numbers) ?? .nan))
    }
  }

  /// The nodes that are an extreme number.
  private static func extreme(_ body: @escaping @Sendable ([Double]) -> Double?) -> Function {
    Function(arity: 1...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      let nodes = try evaluation.nodes(arguments[0])
      let numbers = try evaluation.atomized(arguments[0]).map(evaluation.double)
      guard !numbers.contains(where: \.isNaN), let wanted = body(numbers) else { return .empty }
      return .nodes(zip(nodes, numbers).filter { $1 == wanted }.map(\.0))
    }
  }

  static let exsltRegularExpressions: [String: Function] = [
    "test": Function(arity: 2...3, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      try Self.call("matches", evaluation, arguments, flags: 2)
    },
    // Its flags stand before the replacement; without "g" it is the first match alone.
    "replace": Function(arity: 4...4, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      let flags = try evaluation.text(arguments[2])
      let values = [arguments[0], arguments[1], arguments[3], .item(.string(flags.filter { $0 != "g" }))]
      return try evaluation.replaced(
        FunctionArguments(values: values, focus: arguments.focus), onlyFirst: !flags.contains("g"))
    },
    "match": Function(arity: 2...3, language: .xpath1, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      let flags = arguments.count > 2 ? try evaluation.text(arguments[2]) : ""
      return try evaluation.matched(
        Self.without("g", arguments, flags: 2, flags), onlyFirst: !flags.contains("g"))
    },
  ]

  private static func without(
    _ letter: Character, _ arguments: FunctionArguments, flags index: Int, _ flags: String
  ) -> FunctionArguments {
    var arguments = arguments
    if index < arguments.count { arguments.values[index] = .item(.string(flags.filter { $0 != letter })) }
    return arguments
  }

  private static func call(
    _ name: String, _ evaluation: Evaluation, _ arguments: FunctionArguments, flags index: Int
  ) throws(EvaluationFault) -> Value {
    let flags = arguments.count > index ? try evaluation.text(arguments[index]) : ""
    guard let function = functions[name] else { return .empty }
    return try function.body(evaluation, without("g", arguments, flags: index, flags))
  }

  static let exsltDates: [String: Function] = [
    "year": component { $0.year }, "month-in-year": component { $0.month }, "day-in-month": component { $0.day },
    "date": Function(arity: 1...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      guard let date = ISODate(try evaluation.text(arguments[0])), date.day != nil else { return .item(.string("")) }
      return .item(.string(date.description))
    },
  ]

  /// A part of a date; NaN where there is none, as EXSLT has it.
  private static func component(_ body: @escaping @Sendable (ISODate) -> Int?) -> Function {
    Function(arity: 1...1, language: .xpath1, mayBeNumber: true) { evaluation, arguments throws(EvaluationFault) in
      guard let date = ISODate(try evaluation.text(arguments[0])), let part = body(date) else {
        return .item(.double(.nan))
      }
      return .item(.integer(part))
    }
  }
}
