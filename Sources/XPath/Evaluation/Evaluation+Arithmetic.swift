/// Arithmetic (XPath 3.1, section 3.5; Functions and Operators 3.1, sections 4.2 and 9.7).
extension Evaluation {
  func arithmetic(
    _ first: Expression, _ rest: [(ArithmeticOperator, Expression)], _ focus: Focus
  ) throws(EvaluationFault) -> Value {
    var result = try operand(try evaluate(first, focus))
    for (operation, expression) in rest {
      try spend()
      let right = try operand(try evaluate(expression, focus))
      guard let left = result, let right else {
        result = nil
        continue
      }
      result = try calculate(operation, left, right)
    }
    return result.map { .item($0) } ?? .empty
  }

  func negation(_ expression: Expression, _ focus: Focus) throws(EvaluationFault) -> Value {
    guard let item = try number(try evaluate(expression, focus)) else { return .empty }
    switch item {
    case .integer(let value):
      // In XPath 1.0 zero has a sign, which a division shows.
      if value == 0, isCompatible { return .item(.double(-0.0)) }
      guard value != Int.min else { throw Self.overflow }
      return .item(.integer(-value))
    case .decimal(let value):
      guard value.mantissa != Int.min else { throw Self.overflow }
      return .item(.decimal(DecimalNumber(mantissa: -value.mantissa, scale: value.scale)))
    case .float(let value): return .item(.float(-value))
    default: return .item(.double(-(item.double ?? .nan)))
    }
  }

  private func operand(_ value: Value) throws(EvaluationFault) -> Item? {
    if isCompatible { return compatibleOperand(value) }
    if isXPath1 { return try number(value) }
    guard let item = try single(value) else { return nil }
    switch item {
    case .date, .duration: return item
    default: return try number(.item(item))
    }
  }

  static let overflow = EvaluationFault("a number is too large")

  func calculate(_ operation: ArithmeticOperator, _ left: Item, _ right: Item) throws(EvaluationFault) -> Item {
    if isCompatible, let result = compatible(operation, left, right) { return result }
    switch (left, right) {
    case (.date, _), (.duration, _), (_, .date), (_, .duration):
      return try Self.calculateTime(operation, left, right)
    case (.integer(let first), .integer(let second)): return try Self.integers(operation, first, second)
    case (.float, .integer), (.float, .decimal), (.float, .float), (.integer, .float), (.decimal, .float):
      let result = try Self.doubles(operation, left.double ?? .nan, right.double ?? .nan)
      if case .double(let number) = result { return .float(Float(number)) }
      return result
    default:
      if let first = DecimalNumber(exactly: left), let second = DecimalNumber(exactly: right) {
        return try Self.decimals(operation, first, second)
      }
      return try Self.doubles(operation, left.double ?? .nan, right.double ?? .nan)
    }
  }

  private static func integers(_ operation: ArithmeticOperator, _ first: Int, _ second: Int) throws(EvaluationFault)
    -> Item
  {
    let result: (Int, Bool)
    switch operation {
    case .plus: result = first.addingReportingOverflow(second)
    case .minus: result = first.subtractingReportingOverflow(second)
    case .times: result = first.multipliedReportingOverflow(by: second)
    case .divide: return try decimals(operation, DecimalNumber(first), DecimalNumber(second))
    case .integerDivide, .modulo:
      guard second != 0 else { throw EvaluationFault("a division by zero") }
      result =
        operation == .modulo
        ? first.remainderReportingOverflow(dividingBy: second) : first.dividedReportingOverflow(by: second)
    }
    if result.1 { throw overflow }
    return .integer(result.0)
  }

  private static func decimals(
    _ operation: ArithmeticOperator, _ first: DecimalNumber, _ second: DecimalNumber
  ) throws(EvaluationFault) -> Item {
    switch operation {
    case .times:
      guard let product = DecimalNumber.product(first, second) else { throw overflow }
      return .decimal(product)
    case .divide:
      guard second.mantissa != 0 else { throw EvaluationFault("a division by zero") }
      guard let quotient = DecimalNumber.quotient(first, second) else { throw overflow }
      return .decimal(quotient)
    default: break
    }
    guard let (left, right, scale) = DecimalNumber.aligned(first, second) else {
      // Fewer digits after the point, where there are some: both have to fit.
      guard max(first.scale, second.scale) > 0 else { throw overflow }
      let scale = max(first.scale, second.scale) - 1
      return try decimals(operation, first.rounded(to: scale), second.rounded(to: scale))
    }
    guard case .integer(let result) = try integers(operation, left, right) else { throw overflow }
    return operation == .integerDivide ? .integer(result) : .decimal(DecimalNumber(mantissa: result, scale: scale))
  }

  static func doubles(_ operation: ArithmeticOperator, _ first: Double, _ second: Double)
    throws(EvaluationFault)
    -> Item
  {
    switch operation {
    case .plus: return .double(first + second)
    case .minus: return .double(first - second)
    case .times: return .double(first * second)
    case .divide: return .double(first / second)
    case .modulo: return .double(first.truncatingRemainder(dividingBy: second))
    case .integerDivide:
      let quotient = (first / second).rounded(.towardZero)
      guard quotient.isFinite, abs(quotient) < 9e18 else { throw EvaluationFault("a division by zero") }
      return .integer(Int(quotient))
    }
  }

  private static func calculateTime(_ operation: ArithmeticOperator, _ left: Item, _ right: Item)
    throws(EvaluationFault)
    -> Item
  {
    switch (operation, left, right) {
    case (.plus, .date(let date), .duration(let duration)), (.plus, .duration(let duration), .date(let date)):
      if let sum = date.adding(duration, sign: 1) { return .date(sum) }
    case (.minus, .date(let date), .duration(let duration)):
      if let difference = date.adding(duration, sign: -1) { return .date(difference) }
    case (.minus, .date(let first), .date(let second)) where first.kind == second.kind:
      let (one, other) = (first.instant, second.instant)
      guard abs(one.days - other.days) < 100_000 else { throw overflow }
      let difference = (one.days - other.days) * DateValue.day + one.nanoseconds - other.nanoseconds
      return .duration(DurationValue(kind: .dayTime, nanoseconds: difference))
    case (.plus, .duration(let first), .duration(let second)),
      (.minus, .duration(let first), .duration(let second)):
      let sign = operation == .plus ? 1 : -1
      let (nanoseconds, overflows) = first.nanoseconds.addingReportingOverflow(sign * second.nanoseconds)
      if overflows { throw overflow }
      return .duration(
        DurationValue(kind: first.kind, months: first.months + sign * second.months, nanoseconds: nanoseconds))
    case (.divide, .duration(let first), .duration(let second)) where second.nanoseconds != 0:
      return .decimal(try decimal(Double(first.nanoseconds) / Double(second.nanoseconds)))
    case (.times, .duration(let duration), _), (.times, _, .duration(let duration)),
      (.divide, .duration(let duration), _):
      guard let factor = right.double ?? left.double, factor.isFinite, operation == .times || factor != 0 else { break }
      let scale = operation == .times ? factor : 1 / factor
      let nanoseconds = Double(duration.nanoseconds) * scale
      let months = Double(duration.months) * scale
      guard abs(nanoseconds) < 9e18, abs(months) < 9e18 else { throw overflow }
      return .duration(
        DurationValue(kind: duration.kind, months: Int(months.rounded()), nanoseconds: Int(nanoseconds.rounded())))
    default: break
    }
    throw EvaluationFault("no arithmetic of \(left.typeName) and \(right.typeName)")
  }

  private static func decimal(_ number: Double) throws(EvaluationFault) -> DecimalNumber {
    guard let decimal = DecimalNumber(NumberText.plain(number)) else { throw overflow }
    return decimal
  }
}
