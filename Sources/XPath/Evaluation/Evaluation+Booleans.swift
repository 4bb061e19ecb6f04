/// Expressions whose truth alone is asked for: what decides it early ends the evaluation.
extension Evaluation {
  package func boolean(_ expression: Expression, _ focus: Focus) throws(EvaluationFault) -> Bool {
    switch expression {
    case .or(let parts):
      for part in parts where try boolean(part, focus) { return true }
      return false
    case .and(let parts):
      for part in parts where try !boolean(part, focus) { return false }
      return true
    case .generalComparison(let comparison, let left, let right):
      try spend()
      return try generalComparison(comparison, left, right, focus)
    case .quantified(let isEvery, let slot, let operand, let condition):
      let value = try evaluate(operand, focus)
      for index in 0..<value.count {
        try spend()
        slots[slot] = .value(.item(value[index]))
        if try boolean(condition, focus) != isEvery { return !isEvery }
      }
      return isEvery
    case .path(let start, let steps):
      if let exists = try existsOneStep(start, steps, focus) { return exists }
    case .call(let call) where call.function.shortcut != .none: return try shortcut(call, focus)
    default: break
    }
    return try truth(try evaluate(expression, focus))
  }

  /// Whether a path of a single step without predicates finds a node; nil for other paths.
  private func existsOneStep(
    _ start: Expression, _ steps: [PathStep], _ focus: Focus
  ) throws(EvaluationFault) -> Bool? {
    guard steps.count == 1, case .axis(let axis, let test, let predicates) = steps[0], predicates.isEmpty,
      case .contextItem = start, case .node(let node)? = focus.item
    else { return nil }
    var found: [Int32] = []
    try collect(axis, from: node, test, into: &found, limit: 1)
    return !found.isEmpty
  }

  func shortcut(_ call: FunctionCall, _ focus: Focus) throws(EvaluationFault) -> Bool {
    try spend()
    switch call.function.shortcut {
    case .none, .boolean: return try boolean(call.arguments[0], focus)
    case .not: return try !boolean(call.arguments[0], focus)
    case .exists, .empty:
      let exists: Bool
      if case .path(let start, let steps) = call.arguments[0],
        let found = try existsOneStep(start, steps, focus)
      {
        exists = found
      } else {
        exists = try !evaluate(call.arguments[0], focus).isEmpty
      }
      return exists == (call.function.shortcut == .exists)
    }
  }

  /// The effective boolean value (XPath 3.1, section 2.4.3).
  func truth(_ value: Value) throws(EvaluationFault) -> Bool {
    guard let first = value.first else { return false }
    if case .node = first { return true }
    guard value.count == 1 else { throw EvaluationFault("a sequence of several values is neither true nor false") }
    switch first {
    case .boolean(let truth): return truth
    case .string(let text), .untyped(let text): return !text.isEmpty
    case .node: return true
    case .date, .duration: throw EvaluationFault("\(first.typeName) is neither true nor false")
    default: return first.double.map { !($0 == 0 || $0.isNaN) } ?? false
    }
  }
}
