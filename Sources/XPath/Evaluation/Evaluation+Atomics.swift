/// Atomic values of nodes, and conversions to what an operator or a function takes.
extension Evaluation {
  /// The typed value of an item: without a schema, a node's is its text, untyped; of comments and processing
  /// instructions it is a string.
  package func atomized(_ item: Item) -> Item {
    guard case .node(let node) = item else { return item }
    switch table.kinds[Int(node)] {
    case .comment, .processingInstruction: return .string(string(of: node))
    default: return .untyped(string(of: node))
    }
  }

  package func atomized(_ value: Value) throws(EvaluationFault) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(value.count)
    for index in 0..<value.count {
      try spend()
      items.append(atomized(value[index]))
    }
    return items
  }

  /// The only atomic value, or nil for none.
  func single(_ value: Value) throws(EvaluationFault) -> Item? {
    guard let first = value.first else { return nil }
    guard value.count == 1 || isXPath1 else {
      throw EvaluationFault("\(value.count) values stand where one is expected")
    }
    return atomized(first)
  }

  /// The function `string` of an item.
  package func string(_ item: Item) -> String {
    switch item {
    case .node(let node): string(of: node)
    case .double(let number) where isXPath1: NumberText.plain(number)
    default: Casting.string(item)
    }
  }

  /// A string for a parameter of type `xs:string?`; empty for none.
  func text(_ value: Value) throws(EvaluationFault) -> String {
    if isXPath1 { return value.first.map(string) ?? "" }
    guard let item = try single(value) else { return "" }
    switch item {
    case .string(let text), .untyped(let text): return text
    default: throw EvaluationFault("\(item.typeName) stands where a string is expected")
    }
  }

  /// A string for a parameter of type `xs:anyAtomicType?`, as of `concat`.
  func atomicString(_ value: Value) throws(EvaluationFault) -> String {
    if isXPath1 { return value.first.map(string) ?? "" }
    return try single(value).map(string) ?? ""
  }

  /// A number for an operator or a parameter of a numeric type; nil for none. XPath 1.0 takes anything for a number.
  func number(_ value: Value) throws(EvaluationFault) -> Item? {
    if isCompatible { return compatibleNumber(value) }
    if isXPath1 { return .double(value.first.map(double) ?? .nan) }
    guard let item = try single(value) else { return nil }
    switch item {
    case .untyped: return try Casting.cast(item, to: .double)
    case _ where item.isNumber: return item
    default: throw EvaluationFault("\(item.typeName) stands where a number is expected")
    }
  }

  func integer(_ value: Value) throws(EvaluationFault) -> Int? {
    guard let item = try single(value) else { return nil }
    switch item {
    case .integer(let number): return number
    case .double(let number) where isCompatible && number == number.rounded() && abs(number) < 9e15: return Int(number)
    case .untyped:
      guard case .integer(let number) = try Casting.cast(item, to: .integer(min: nil, max: nil)) else { return nil }
      return number
    default: throw EvaluationFault("\(item.typeName) stands where an integer is expected")
    }
  }

  /// The function `number`: NaN for what is none.
  func double(_ item: Item) -> Double {
    guard isXPath1, !isCompatible else { return Casting.double(atomized(item)) ?? .nan }
    switch item {
    case .boolean(let truth): return truth ? 1 : 0
    case .double(let number): return number
    default: return Self.xpath1Number(string(item))
    }
  }

  /// XPath 1.0, section 4.4: an optional minus, digits, a point; neither a plus nor an exponent.
  private static func xpath1Number(_ text: String) -> Double {
    let trimmed = Whitespace.trimmed(text)
    var digits = 0
    var points = 0
    for (index, byte) in trimmed.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-") where index == 0: break
      default: return .nan
      }
    }
    guard digits > 0, points <= 1 else { return .nan }
    return Double(trimmed.hasSuffix(".") ? trimmed + "0" : trimmed) ?? .nan
  }

  func cast(
    _ operand: Expression, _ type: AtomicType, _ allowsEmpty: Bool, _ focus: Focus
  ) throws(EvaluationFault) -> Value {
    guard let item = try single(try evaluate(operand, focus)) else {
      guard allowsEmpty else { throw EvaluationFault("a cast of nothing; expected a value") }
      return .empty
    }
    return .item(try Casting.cast(item, to: type))
  }

  func isCastable(
    _ operand: Expression, _ type: AtomicType, _ allowsEmpty: Bool, _ focus: Focus
  ) throws(EvaluationFault) -> Bool {
    let value = try evaluate(operand, focus)
    guard let first = value.first else { return allowsEmpty }
    return value.count == 1 && Casting.value(atomized(first), as: type) != nil
  }
}
