internal import RegularExpressions
package import XML

/// The evaluation of expressions on one document; used by one thread.
///
/// What changes at each step is not held from another module for two accesses at once, which Swift would look out for.
package final class Evaluation {
  package let table: XMLNodeTable
  /// Whether expressions have the meaning of XPath 1.0, or nearly: the first of several values counts.
  package let isXPath1: Bool
  /// Whether they may be of XPath 3.1 all the same: whole numbers, dates and sequences stay what they are.
  let isCompatible: Bool
  /// Seconds since 1970-01-01, for `current-date()` and its like.
  let clock: Int
  /// What variables of the schema stand for, by slot; nil for those that expressions bind themselves.
  let lets: [VariableDeclaration?]
  let keys: [String: [NodeKey]]
  /// The nodes of keys by value, and the keys that are being made.
  @exclusivity(unchecked) var keyTables: [String: [ExactString: [Int32]]] = [:]
  @exclusivity(unchecked) var openKeys: Set<String> = []
  /// The node that the rule fired on, for `current()` and for variables of rules.
  @exclusivity(unchecked) package var ruleNode: Int32 = 0
  @exclusivity(unchecked) package var slots: [Slot]
  @exclusivity(unchecked) var constants: [ConstantValue?]
  @exclusivity(unchecked) var regularExpressions: [String: RegularExpression] = [:]
  /// The children of one parent that a step with positions keeps, for each such step of a context.
  @exclusivity(unchecked) var siblings: [ObjectIdentifier: (parent: Int32, nodes: Set<Int32>)] = [:]
  @exclusivity(unchecked) package private(set) var steps = 0
  /// How many steps may be taken before the evaluation is given up.
  @exclusivity(unchecked) package var stepLimit: Int
  @exclusivity(unchecked) private var letDepth = 0
  /// What expressions on one document share.
  @exclusivity(unchecked) var document: XPathDocument
  var index: NodeIndex { document.index }

  /// A variable's value, once it is known.
  package enum Slot {
    case unknown
    case value(Value)
    case fault(EvaluationFault)
  }

  /// The value of a constant expression, with its strings once they were asked for.
  struct ConstantValue {
    var value: Value
    var strings: Set<ExactString>?
  }

  package init(
    _ table: XMLNodeTable, isXPath1: Bool, isCompatible: Bool = false, lets: [VariableDeclaration?],
    keys: [String: [NodeKey]], constantCount: Int,
    stepLimit: Int,
    clock: Int
  ) {
    self.table = table
    document = XPathDocument(table)
    self.isXPath1 = isXPath1
    self.isCompatible = isCompatible
    self.lets = lets
    self.keys = keys
    self.stepLimit = stepLimit
    self.clock = clock
    slots = Array(repeating: .unknown, count: lets.count)
    constants = Array(repeating: nil, count: constantCount)
  }

  /// Counts steps; every loop over a document goes through here.
  @inline(__always)
  func spend(_ count: Int = 1) throws(EvaluationFault) {
    steps &+= count
    if steps > stepLimit {
      throw EvaluationFault(
        "the evaluation takes too many steps; expected fewer nodes to be looked at from each node, as by a position "
          + "behind a step (preceding-sibling::p[1]) or a narrower path than //", kind: .limit)
    }
  }

  /// How many items a sequence may have.
  private static let itemLimit = 4_000_000

  /// Adds a value to a sequence that is being made. What it takes in memory counts as steps, so that it is bounded, too.
  func append(_ value: Value, to items: inout [Item]) throws(EvaluationFault) {
    try makeRoom(for: value.count, in: items.count)
    items += value.items
  }

  private func makeRoom(for count: Int, in present: Int) throws(EvaluationFault) {
    guard count <= Self.itemLimit - present else {
      throw EvaluationFault("a sequence of more than \(Self.itemLimit) items", kind: .limit)
    }
    try spend(8 * (1 + count))
  }

  /// As ``append(_:to:)``, for text that is put together.
  func spend(text: String) throws(EvaluationFault) { try spend(4 * text.utf8.count) }

  /// The string value of a node; long ones count as more steps than one.
  func string(of node: Int32) -> String {
    steps &+= Int(table.stops[Int(node)] - table.starts[Int(node)]) / 32
    return table.string(node)
  }

  package func evaluate(_ expression: Expression, _ focus: Focus) throws(EvaluationFault) -> Value {
    try spend()
    switch expression {
    case .literal(let item): return .item(item)
    case .variable(let slot): return try variable(slot)
    case .contextItem: return .item(try contextItem(focus))
    case .root: return .nodes([0])
    case .or, .and, .generalComparison, .quantified: return .item(.boolean(try boolean(expression, focus)))
    case .castable(let operand, let type, let allowsEmpty):
      return .item(.boolean(try isCastable(operand, type, allowsEmpty, focus)))
    case .valueComparison(let comparison, let left, let right):
      return try valueComparison(comparison, left, right, focus)
    case .nodeComparison(let comparison, let left, let right):
      return try nodeComparison(comparison, left, right, focus)
    case .sequence(let parts): return try sequence(parts, focus)
    case .arithmetic(let first, let rest): return try arithmetic(first, rest, focus)
    case .negation(let operand): return try negation(operand, focus)
    case .range(let first, let last): return try range(first, last, focus)
    case .concatenation(let parts):
      var text = ""
      for part in parts {
        text += try atomicString(try evaluate(part, focus))
        try spend(text: text)
      }
      return .item(.string(text))
    case .union(let parts): return .nodes(try union(parts, focus))
    case .intersect(let left, let right), .except(let left, let right):
      let keeps = if case .intersect = expression { true } else { false }
      let others = Set(try nodes(try evaluate(right, focus)))
      return .nodes(ordered(try nodes(try evaluate(left, focus)).filter { others.contains($0) == keeps }))
    case .path(let start, let steps): return try path(start, steps, focus)
    case .filter(let operand, let predicates): return try filter(operand, predicates, focus)
    case .map(let operand, let step): return try map(operand, step, focus)
    case .call(let call): return try self.call(call, focus)
    case .conditional(let branches, let other):
      for (condition, value) in branches where try boolean(condition, focus) { return try evaluate(value, focus) }
      return try evaluate(other, focus)
    case .forReturn(let slot, let operand, let result): return try forReturn(slot, operand, result, focus)
    case .letReturn(let slot, let value, let result):
      slots[slot] = .value(try evaluate(value, focus))
      return try evaluate(result, focus)
    case .cast(let operand, let type, let allowsEmpty): return try cast(operand, type, allowsEmpty, focus)
    case .instanceOf(let operand, let type):
      return .item(.boolean(matches(try evaluate(operand, focus), type)))
    case .treatAs(let operand, let type):
      let value = try evaluate(operand, focus)
      guard matches(value, type) else { throw EvaluationFault("the value is not of the type that is asked for") }
      return value
    case .constant(let slot, let operand): return try constant(slot, operand).value
    }
  }

  func contextItem(_ focus: Focus) throws(EvaluationFault) -> Item {
    guard let item = focus.item else { throw EvaluationFault("there is no context item") }
    return item
  }

  /// A variable; those of the schema get their values when they are first asked for.
  private func variable(_ slot: Int) throws(EvaluationFault) -> Value {
    switch slots[slot] {
    case .value(let value): return value
    case .fault(let fault): throw fault
    case .unknown: break
    }
    guard let declaration = lets[slot] else { throw EvaluationFault("a variable has no value") }
    if letDepth == 40 { try evaluateLets(before: slot) }
    letDepth += 1
    defer { letDepth -= 1 }
    do throws(EvaluationFault) {
      let value = try evaluate(declaration.expression, Focus(node: declaration.isOfRule ? ruleNode : 0))
      slots[slot] = .value(value)
      return value
    } catch {
      if error.kind == .dynamic { slots[slot] = .fault(error) }
      throw error
    }
  }

  /// Evaluates the variables that one may build on in their order: so deep a chain of them is not left to recursion.
  private func evaluateLets(before slot: Int) throws(EvaluationFault) {
    for earlier in 0..<slot where lets[earlier] != nil {
      guard case .unknown = slots[earlier] else { continue }
      do throws(EvaluationFault) {
        letDepth += 1
        defer { letDepth -= 1 }
        _ = try variable(earlier)
      } catch {
        if error.kind == .limit { throw error }
      }
    }
  }

  /// Evaluates a constant expression, once.
  func constant(_ slot: Int, _ operand: Expression) throws(EvaluationFault) -> ConstantValue {
    if let known = constants[slot] { return known }
    let value = ConstantValue(value: try evaluate(operand, Focus(node: 0)))
    constants[slot] = value
    return value
  }

  private func sequence(_ parts: [Expression], _ focus: Focus) throws(EvaluationFault) -> Value {
    var items: [Item] = []
    for part in parts {
      try append(try evaluate(part, focus), to: &items)
    }
    return Value(items)
  }

  private func range(_ first: Expression, _ last: Expression, _ focus: Focus) throws(EvaluationFault) -> Value {
    guard let first = try integer(try evaluate(first, focus)), let last = try integer(try evaluate(last, focus)),
      first <= last
    else { return .empty }
    let (count, overflows) = last.subtractingReportingOverflow(first)
    try makeRoom(for: overflows ? Int.max / 16 : min(count, Int.max / 16), in: 0)
    return Value((first...last).map { .integer($0) })
  }

  private func map(_ operand: Expression, _ step: Expression, _ focus: Focus) throws(EvaluationFault) -> Value {
    let value = try evaluate(operand, focus)
    var items: [Item] = []
    for index in 0..<value.count {
      try append(
        try evaluate(step, Focus(value[index], position: index + 1, size: value.count)), to: &items)
    }
    return Value(items)
  }

  private func forReturn(
    _ slot: Int, _ operand: Expression, _ result: Expression, _ focus: Focus
  ) throws(EvaluationFault) -> Value {
    let value = try evaluate(operand, focus)
    var items: [Item] = []
    for index in 0..<value.count {
      slots[slot] = .value(.item(value[index]))
      try append(try evaluate(result, focus), to: &items)
    }
    return Value(items)
  }

  private func call(_ call: FunctionCall, _ focus: Focus) throws(EvaluationFault) -> Value {
    if call.function.shortcut != .none { return .item(.boolean(try shortcut(call, focus))) }
    var values: [Value] = []
    values.reserveCapacity(call.arguments.count)
    for argument in call.arguments { values.append(try evaluate(argument, focus)) }
    return try call.function.body(self, FunctionArguments(values: values, focus: focus))
  }
}
