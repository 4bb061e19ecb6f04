/// General and value comparisons (XPath 3.1, section 3.7; XPath 1.0, section 3.4).
extension Evaluation {
  func valueComparison(
    _ comparison: ComparisonOperator, _ left: Expression, _ right: Expression, _ focus: Focus
  ) throws(EvaluationFault) -> Value {
    guard let first = try single(try evaluate(left, focus)), let second = try single(try evaluate(right, focus))
    else { return .empty }
    if isCompatible { return .item(.boolean(compareCompatibly(comparison, first, second))) }
    return .item(.boolean(try compare(comparison, Self.asString(first), Self.asString(second))))
  }

  private static func asString(_ item: Item) -> Item {
    if case .untyped(let text) = item { return .string(text) }
    return item
  }

  /// Whether the comparison holds of any two items.
  func generalComparison(
    _ comparison: ComparisonOperator, _ left: Expression, _ right: Expression, _ focus: Focus
  ) throws(EvaluationFault) -> Bool {
    if comparison == .equal {
      // Against a set of nodes that stays the same, equality is a look into a table.
      if case .constant(let slot, let operand) = right {
        return try isAmong(try evaluate(left, focus), slot, operand)
      }
      if case .constant(let slot, let operand) = left { return try isAmong(try evaluate(right, focus), slot, operand) }
    }
    let first = try evaluate(left, focus)
    // Nothing compares to nothing, whatever the other side is; but in XPath 1.0 to a truth.
    if first.isEmpty, !isXPath1 { return false }
    return try generalComparison(comparison, first, try evaluate(right, focus))
  }

  private func isAmong(_ value: Value, _ slot: Int, _ operand: Expression) throws(EvaluationFault) -> Bool {
    let known = try constant(slot, operand)
    guard case .nodes(let nodes) = known.value, nodes.count > 4 else {
      return try generalComparison(.equal, value, known.value)
    }
    for index in 0..<value.count {
      switch value[index] {
      case .node, .string, .untyped: break
      default: return try generalComparison(.equal, value, known.value)
      }
    }
    let strings: Set<ExactString>
    if let made = known.strings {
      strings = made
    } else {
      try spend(nodes.count)
      strings = Set(nodes.map { ExactString(table.string($0)) })
      constants[slot]?.strings = strings
    }
    for index in 0..<value.count where strings.contains(ExactString(string(value[index]))) { return true }
    return false
  }

  func generalComparison(
    _ comparison: ComparisonOperator, _ left: Value, _ right: Value
  ) throws(EvaluationFault) -> Bool {
    if isXPath1 {
      // A set of nodes against a truth is a truth; so is anything that is asked for equality with one.
      let isEquality = comparison == .equal || comparison == .notEqual
      if case .item(.boolean(let first)) = left, isEquality || right.nodes != nil {
        return try compare(comparison, first, try truth(right))
      }
      if case .item(.boolean(let second)) = right, isEquality || left.nodes != nil {
        return try compare(comparison, try truth(left), second)
      }
    }
    let first = try atomized(left)
    let second = try atomized(right)
    for one in first {
      for other in second {
        try spend()
        let holds =
          try isCompatible
          ? compareCompatibly(comparison, one, other)
          : isXPath1 ? compareAsXPath1(comparison, one, other) : compareUntyped(comparison, one, other)
        if holds {
          return true
        }
      }
    }
    return false
  }

  private func compare(_ comparison: ComparisonOperator, _ left: Bool, _ right: Bool) throws(EvaluationFault) -> Bool {
    comparison.holds(left ? 1 : 0, right ? 1 : 0)
  }

  private func compareAsXPath1(
    _ comparison: ComparisonOperator, _ left: Item, _ right: Item
  ) throws(EvaluationFault) -> Bool {
    let isEquality = comparison == .equal || comparison == .notEqual
    if isEquality, !left.isNumber, !right.isNumber {
      return string(left).isSame(as: string(right)) == (comparison == .equal)
    }
    return comparison.holds(double(left), double(right))
  }

  /// An untyped value takes the type of the other one; two of them are strings.
  private func compareUntyped(
    _ comparison: ComparisonOperator, _ left: Item, _ right: Item
  ) throws(EvaluationFault) -> Bool {
    switch (left, right) {
    case (.untyped, .untyped), (.untyped, .string), (.string, .untyped):
      return try compare(comparison, Self.asString(left), Self.asString(right))
    case (.untyped, _): return try compare(comparison, try Casting.cast(left, to: Self.type(right)), right)
    case (_, .untyped): return try compare(comparison, left, try Casting.cast(right, to: Self.type(left)))
    default: return try compare(comparison, left, right)
    }
  }

  static func type(_ item: Item) -> AtomicType {
    switch item {
    case .boolean: .boolean
    case .date(let value): .date(value.kind)
    case .duration(let value): .duration(value.kind)
    case .node, .string, .untyped: .string
    case .integer, .decimal, .float, .double: .double
    }
  }

  /// Compares two atomic values, neither of them untyped.
  func compare(_ comparison: ComparisonOperator, _ left: Item, _ right: Item) throws(EvaluationFault) -> Bool {
    switch (left, right) {
    case (.string(let first), .string(let second)):
      switch comparison {
      case .equal: return first.isSame(as: second)
      case .notEqual: return !first.isSame(as: second)
      default: return comparison.holds(first.precedes(second) ? 0 : first.isSame(as: second) ? 1 : 2, 1)
      }
    case (.boolean(let first), .boolean(let second)): return comparison.holds(first ? 1 : 0, second ? 1 : 0)
    case (.integer(let first), .integer(let second)): return comparison.holds(first, second)
    case (.date(let first), .date(let second)) where first.kind == second.kind:
      let (one, other) = (first.instant, second.instant)
      return one.days == other.days
        ? comparison.holds(one.nanoseconds, other.nanoseconds) : comparison.holds(one.days, other.days)
    case (.duration(let first), .duration(let second)):
      if comparison == .equal || comparison == .notEqual {
        let isSame = first.months == second.months && first.nanoseconds == second.nanoseconds
        return isSame == (comparison == .equal)
      }
      if first.kind == .dayTime, second.kind == .dayTime {
        return comparison.holds(first.nanoseconds, second.nanoseconds)
      }
      if first.kind == .yearMonth, second.kind == .yearMonth { return comparison.holds(first.months, second.months) }
    default:
      if left.isNumber, right.isNumber { return Self.compareNumbers(comparison, left, right) }
    }
    throw EvaluationFault("\(left.typeName) cannot be compared with \(right.typeName)")
  }

  private static func compareNumbers(_ comparison: ComparisonOperator, _ left: Item, _ right: Item) -> Bool {
    if let first = DecimalNumber(exactly: left), let second = DecimalNumber(exactly: right),
      let aligned = DecimalNumber.aligned(first, second)
    {
      return comparison.holds(aligned.0, aligned.1)
    }
    switch (left, right) {
    case (.float(let first), .float(let second)): return comparison.holds(first, second)
    case (.float(let first), .integer), (.float(let first), .decimal):
      return comparison.holds(first, Float(right.double ?? .nan))
    case (.integer, .float(let second)), (.decimal, .float(let second)):
      return comparison.holds(Float(left.double ?? .nan), second)
    default: return comparison.holds(left.double ?? .nan, right.double ?? .nan)
    }
  }
}

extension DecimalNumber {
  /// An integer or a decimal; nil for a floating-point number.
  init?(exactly item: Item) {
    switch item {
    case .integer(let value): self.init(value)
    case .decimal(let value): self = value
    default: return nil
    }
  }
}
