/// What names and values an expression asks documents for.
struct AskedNames {
  private(set) var elements: [NameTest] = []
  private(set) var attributes: [NameTest] = []
  /// Values that attributes are compared with.
  private(set) var values: [(attribute: NameTest, value: String)] = []

  init(_ expression: Expression) { visit(expression) }

  private mutating func visit(_ expression: Expression) {
    switch expression {
    case .literal, .variable, .contextItem, .root: break
    case .constant(_, let inner), .negation(let inner), .cast(let inner, _, _), .castable(let inner, _, _),
      .instanceOf(let inner, _), .treatAs(let inner, _):
      visit(inner)
    case .union(let parts), .sequence(let parts), .or(let parts), .and(let parts), .concatenation(let parts):
      for part in parts { visit(part) }
    case .generalComparison(let comparison, let left, let right), .valueComparison(let comparison, let left, let right):
      if comparison == .equal { note(left, right) }
      visit(left)
      visit(right)
    case .intersect(let left, let right), .except(let left, let right), .range(let left, let right),
      .nodeComparison(_, let left, let right), .map(let left, let right), .forReturn(_, let left, let right),
      .letReturn(_, let left, let right), .quantified(_, _, let left, let right):
      visit(left)
      visit(right)
    case .arithmetic(let first, let rest):
      visit(first)
      for (_, part) in rest { visit(part) }
    case .path(let start, let steps):
      visit(start)
      for step in steps {
        switch step {
        case .axis(let axis, let test, let predicates):
          switch test {
          case .name(let name): if axis == .attribute { attributes.append(name) } else { elements.append(name) }
          case .element(let name): elements.append(name)
          case .attribute(let name): attributes.append(name)
          default: break
          }
          for predicate in predicates { visit(predicate.expression) }
        case .expression(let inner): visit(inner)
        }
      }
    case .filter(let operand, let predicates):
      visit(operand)
      for predicate in predicates { visit(predicate.expression) }
    case .call(let call): for argument in call.arguments { visit(argument) }
    case .conditional(let branches, let other):
      for (condition, value) in branches {
        visit(condition)
        visit(value)
      }
      visit(other)
    }
  }

  private mutating func note(_ left: Expression, _ right: Expression) {
    for (one, other) in [(left, right), (right, left)] {
      if case .path(_, let steps) = one, case .axis(.attribute, .name(let name), let none)? = steps.last, none.isEmpty,
        case .literal(.string(let value)) = other
      {
        values.append((name, value))
      }
    }
  }
}

extension XPathQuery {
  /// A name that an expression asks for, by its number.
  public struct AskedName: Hashable, Sendable {
    public var name: Int32
    public var isAttribute: Bool

    public init(name: Int32, isAttribute: Bool) {
      self.name = name
      self.isAttribute = isAttribute
    }
  }

  /// The names of elements and attributes that the expression asks for.
  public var names: [AskedName] {
    let asked = AskedNames(expression)
    func numbers(_ tests: [NameTest], _ isAttribute: Bool) -> [AskedName] {
      tests.compactMap { if case .name(let name) = $0 { AskedName(name: name, isAttribute: isAttribute) } else { nil } }
    }
    return numbers(asked.elements, false) + numbers(asked.attributes, true)
  }

  /// The values that attributes are compared with for equality: the name of each attribute, and the value.
  public var values: [(attribute: Int32, value: String)] {
    AskedNames(expression).values.compactMap { test, value in
      if case .name(let name) = test { (name, value) } else { nil }
    }
  }
}
