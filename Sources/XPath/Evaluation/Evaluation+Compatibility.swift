/// XPath 3.1 that lets expressions of XPath 1.0 mean what they meant (XPath 2.0, sections 3.4, 3.5.2 and appendix I.1).
///
/// It goes beyond the compatibility mode of the specification where that would be of no help: dates are compared as dates,
/// whole numbers stay whole, and of two texts that are not both numbers the order of code points decides, so that ISO dates
/// are compared as they stand.
extension Evaluation {
  /// Anything as a number: NaN for what is none, and for nothing.
  func compatibleNumber(_ value: Value) -> Item {
    guard let first = value.first else { return .double(.nan) }
    let item = atomized(first)
    return item.isNumber ? item : .double(Casting.double(item) ?? .nan)
  }

  /// As ``compatibleNumber(_:)``, but for dates and durations.
  func compatibleOperand(_ value: Value) -> Item {
    guard let first = value.first else { return .double(.nan) }
    switch first {
    case .date, .duration: return first
    default: return compatibleNumber(value)
    }
  }

  /// The result where XPath 1.0 had one and XPath 3.1 might have a fault: divisions, and what is too large for integers.
  func compatible(_ operation: ArithmeticOperator, _ left: Item, _ right: Item) -> Item? {
    guard let first = left.double, let second = right.double else { return nil }
    switch operation {
    case .divide, .modulo: return try? Self.doubles(operation, first, second)
    case .integerDivide: return nil
    case .plus, .minus, .times:
      guard case .integer(let one) = left, case .integer(let other) = right else { return nil }
      let (result, overflows) =
        switch operation {
        case .plus: one.addingReportingOverflow(other)
        case .minus: one.subtractingReportingOverflow(other)
        default: one.multipliedReportingOverflow(by: other)
        }
      return overflows ? try? Self.doubles(operation, first, second) : .integer(result)
    }
  }

  /// Compares two atomic values of any types.
  func compareCompatibly(_ comparison: ComparisonOperator, _ left: Item, _ right: Item) -> Bool {
    switch (left, right) {
    case (.date, .date), (.duration, .duration): return (try? compare(comparison, left, right)) ?? false
    case (.date, _), (.duration, _):
      return Casting.value(right, as: Self.type(left)).flatMap { try? compare(comparison, left, $0) } ?? false
    case (_, .date), (_, .duration):
      return Casting.value(left, as: Self.type(right)).flatMap { try? compare(comparison, $0, right) } ?? false
    case (.boolean(let truth), let other), (let other, .boolean(let truth)):
      // The order of the operands is kept by the numbers that stand for them.
      let number = truth ? 1.0 : 0.0
      if case .boolean = left { return comparison.holds(number, Casting.double(other) ?? .nan) }
      return comparison.holds(Casting.double(other) ?? .nan, number)
    default: break
    }
    let isEquality = comparison == .equal || comparison == .notEqual
    if left.isNumber || right.isNumber { return compareNumbers(comparison, left, right) }
    if !isEquality, Casting.double(left) != nil, Casting.double(right) != nil {
      return compareNumbers(comparison, left, right)
    }
    return (try? compare(comparison, .string(string(left)), .string(string(right)))) ?? false
  }

  private func compareNumbers(_ comparison: ComparisonOperator, _ left: Item, _ right: Item) -> Bool {
    if left.isNumber, right.isNumber { return (try? compare(comparison, left, right)) ?? false }
    return comparison.holds(Casting.double(left) ?? .nan, Casting.double(right) ?? .nan)
  }
}
