/// A compiled XPath expression. Chains of operators are lists, so that only nesting makes it deep, which the parser bounds.
package indirect enum Expression: Sendable {
  case literal(Item)
  /// A variable by the slot that holds its value.
  case variable(Int)
  case contextItem
  case root
  case sequence([Expression])
  case or([Expression])
  case and([Expression])
  /// `=` and its like: true of any two items.
  case generalComparison(ComparisonOperator, Expression, Expression)
  /// `eq` and its like: of single items.
  case valueComparison(ComparisonOperator, Expression, Expression)
  case nodeComparison(NodeComparison, Expression, Expression)
  case arithmetic(Expression, [(ArithmeticOperator, Expression)])
  case negation(Expression)
  case range(Expression, Expression)
  /// `||`.
  case concatenation([Expression])
  case union([Expression])
  case intersect(Expression, Expression)
  case except(Expression, Expression)
  case path(Expression, [PathStep])
  case filter(Expression, [Predicate])
  /// `!`.
  case map(Expression, Expression)
  case call(FunctionCall)
  case conditional([(condition: Expression, value: Expression)], Expression)
  case forReturn(slot: Int, Expression, Expression)
  case letReturn(slot: Int, Expression, Expression)
  case quantified(isEvery: Bool, slot: Int, Expression, Expression)
  case cast(Expression, AtomicType, allowsEmpty: Bool)
  case castable(Expression, AtomicType, allowsEmpty: Bool)
  case instanceOf(Expression, SequenceType)
  case treatAs(Expression, SequenceType)
  /// An expression whose value is the same wherever it stands: evaluated once a document.
  case constant(slot: Int, Expression)
}

package enum ComparisonOperator: Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The operator for exchanged operands.
  var reversed: Self {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }

  func holds<Operand: Comparable>(_ left: Operand, _ right: Operand) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

package enum NodeComparison: Sendable {
  case same, before, after
}

package enum ArithmeticOperator: Sendable {
  case plus, minus, times, divide, integerDivide, modulo
}

package enum Axis: String, Sendable {
  case child, descendant, parent, ancestor, attribute
  case followingSibling = "following-sibling"
  case precedingSibling = "preceding-sibling"
  case following, preceding
  case selfAxis = "self"
  case descendantOrSelf = "descendant-or-self"
  case ancestorOrSelf = "ancestor-or-self"
}

/// What a step asks of a node.
package enum NodeTest: Sendable {
  case node, text, comment, document
  /// `element()` or `element(name)`, on whichever axis.
  case element(NameTest)
  case attribute(NameTest)
  case processingInstruction(local: Int32?)
  /// A name alone, of the axis' principal kind of nodes.
  case name(NameTest)
}

/// What is asked of an expanded name.
package enum NameTest: Sendable {
  case any
  case name(Int32)
  case namespace(Int32)
  case local(Int32)
}

package struct Predicate: Sendable {
  package var expression: Expression
  /// Whether it may ask for the position of the node among others.
  var isPositional: Bool
  /// The one place that it asks for, where that is known.
  var place: PredicatePlace?
}

package enum PathStep: Sendable {
  case axis(Axis, NodeTest, [Predicate])
  case expression(Expression)
}

/// A type of a sequence, as of `instance of`.
package struct SequenceType: Sendable {
  package enum ItemType: Sendable {
    case any
    case node(NodeTest)
    case atomic(AtomicType)
    case emptySequence
  }

  var item: ItemType
  var allowsNone: Bool
  var allowsMany: Bool
}

package struct FunctionCall: Sendable {
  var function: Function
  var arguments: [Expression]
}
