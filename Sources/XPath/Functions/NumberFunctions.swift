extension FunctionLibrary {
  /// Functions of numbers and aggregates.
  static let numbers: [String: Function] = [
    "number": Function(arity: 0...1, language: .xpath1, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      let value = try arguments.orContext(0, evaluation)
      guard value.count <= 1 || evaluation.isXPath1 else {
        throw EvaluationFault("\(value.count) values stand where one is expected")
      }
      return .item(.double(value.first.map(evaluation.double) ?? .nan))
    },
    "count": Function(arity: 1...1, language: .xpath1, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in evaluation.count(arguments[0].count)
    },
    "sum": Function(arity: 1...2, language: .xpath1, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      guard let sum = try evaluation.sum(arguments[0]) else {
        return arguments.count > 1 ? arguments[1] : evaluation.count(0)
      }
      return .item(sum)
    },
    "avg": Function(arity: 1...1, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      guard let sum = try evaluation.sum(arguments[0]) else { return .empty }
      return .item(try evaluation.calculate(.divide, sum, .integer(arguments[0].count)))
    },
    "min": extreme(.less),
    "max": extreme(.greater),
    "floor": rounding { $0.rounded(.down) },
    "ceiling": rounding { $0.rounded(.up) },
    "round": rounding(arity: 1...2, Rounding.half),
    "round-half-to-even": rounding(arity: 1...2, language: .xpath2) { $0.rounded(.toNearestOrEven) },
    "abs": Function(arity: 1...1, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      guard let item = try evaluation.number(arguments[0]) else { return .empty }
      switch item {
      case .integer(let value):
        guard value != Int.min else { throw Evaluation.overflow }
        return .item(.integer(abs(value)))
      case .decimal(let value):
        guard value.mantissa != Int.min else { throw Evaluation.overflow }
        return .item(.decimal(DecimalNumber(mantissa: abs(value.mantissa), scale: value.scale)))
      case .float(let value): return .item(.float(abs(value)))
      default: return .item(.double(abs(item.double ?? .nan)))
      }
    },
  ]

  private static func extreme(_ comparison: ComparisonOperator) -> Function {
    Function(arity: 1...1, language: .xpath2, mayBeNumber: true) { evaluation, arguments throws(EvaluationFault) in
      var found: Item?
      var isDouble = false
      var isFloat = false
      let values = try evaluation.atomized(arguments[0])
      // Dates and other text that is no number are compared as they stand, where nothing says what they are.
      let areTexts = evaluation.isCompatible && values.contains { $0.isText && Casting.double($0) == nil }
      for value in values {
        let item: Item
        switch value {
        case .untyped: item = areTexts ? .string(evaluation.string(value)) : try Casting.cast(value, to: .double)
        default: item = areTexts ? .string(evaluation.string(value)) : value
        }
        if case .double = item { isDouble = true }
        if case .float = item { isFloat = true }
        if let former = found {
          // What is no number stays; but what cannot be compared is still a fault.
          let isBetter = try evaluation.compare(comparison, item, former)
          if former.double?.isNaN == true || (!isBetter && item.double?.isNaN != true) { continue }
        }
        found = item
      }
      guard let found else { return .empty }
      // The result is of the type that all have in common.
      guard found.isNumber, isDouble || isFloat else { return .item(found) }
      return .item(try Casting.cast(found, to: isDouble ? .double : .float))
    }
  }

  /// Rounds to whole numbers, or to so many digits after the point as the second argument says.
  private static func rounding(
    arity: ClosedRange<Int> = 1...1, language: QueryLanguage = .xpath1,
    _ body: @escaping @Sendable (Double) -> Double
  ) -> Function {
    Function(arity: arity, language: language, mayBeNumber: true) { evaluation, arguments throws(EvaluationFault) in
      guard let item = try evaluation.number(arguments[0]) else { return .empty }
      let digits = arguments.count > 1 ? try evaluation.integer(arguments[1]) ?? 0 : 0
      guard (-15...15).contains(digits) else { return .item(item) }
      let power = Double(DecimalNumber.powers[abs(digits)])
      func rounded(_ number: Double) -> Double {
        digits >= 0 ? body(number * power) / power : body(number / power) * power
      }
      switch item {
      case .integer(let value):
        if digits >= 0 { return .item(item) }
        guard let result = Int(exactly: rounded(Double(value))) else { throw Evaluation.overflow }
        return .item(.integer(result))
      case .decimal(let value):
        guard let result = DecimalNumber(NumberText.plain(rounded(value.double))) else { throw Evaluation.overflow }
        return .item(.decimal(result))
      case .float(let value): return .item(.float(Float(rounded(Double(value)))))
      default: return .item(.double(rounded(item.double ?? .nan)))
      }
    }
  }
}

extension Evaluation {
  /// The sum of all values, or nil for none.
  fileprivate func sum(_ value: Value) throws(EvaluationFault) -> Item? {
    var sum: Item?
    for item in try atomized(value) {
      let item =
        switch item {
        case .duration: item
        default: try number(.item(item)) ?? .double(.nan)
        }
      sum = try sum.map { former throws(EvaluationFault) in try calculate(.plus, former, item) } ?? item
    }
    return sum
  }
}
