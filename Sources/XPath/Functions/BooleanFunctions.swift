extension FunctionLibrary {
  /// Functions whose value is a truth of their argument alone; the evaluation takes a shortcut for them.
  static let booleans: [String: Function] = [
    "true": Function(arity: 0...0, language: .xpath1) { _, _ throws(EvaluationFault) in .item(.boolean(true)) },
    "false": Function(arity: 0...0, language: .xpath1) { _, _ throws(EvaluationFault) in .item(.boolean(false)) },
    "not": shortcut(.not, .xpath1),
    "boolean": shortcut(.boolean, .xpath1),
    "exists": shortcut(.exists, .xpath2),
    "empty": shortcut(.empty, .xpath2),
  ]

  private static func shortcut(_ shortcut: Function.Shortcut, _ language: QueryLanguage) -> Function {
    Function(arity: 1...1, language: language, shortcut: shortcut) { evaluation, arguments throws(EvaluationFault) in
      let value = arguments[0]
      switch shortcut {
      case .none, .boolean: return .item(.boolean(try evaluation.truth(value)))
      case .not: return .item(.boolean(try !evaluation.truth(value)))
      case .exists: return .item(.boolean(!value.isEmpty))
      case .empty: return .item(.boolean(value.isEmpty))
      }
    }
  }
}
