/// What is known of an expression's value before it is evaluated.
enum StaticType {
  /// Whether the value may be a number, which as a predicate asks for a position.
  static func mayBeNumber(_ expression: Expression) -> Bool {
    switch expression {
    case .literal(let item): item.isNumber
    case .or, .and, .generalComparison, .valueComparison, .nodeComparison, .quantified, .castable, .instanceOf, .root,
      .union, .intersect, .except, .concatenation:
      false
    case .path(_, let steps): if case .axis? = steps.last { false } else { true }
    case .constant(_, let inner): mayBeNumber(inner)
    case .filter(let inner, _): mayBeNumber(inner)
    case .call(let call): call.function.mayBeNumber
    case .conditional(let branches, let other):
      mayBeNumber(other) || branches.contains { mayBeNumber($0.value) }
    default: true
    }
  }
}
