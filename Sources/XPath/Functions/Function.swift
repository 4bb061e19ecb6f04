/// A function of the library.
struct Function: Sendable {
  /// What a call needs beside its arguments.
  enum Uses: Sendable {
    case nothing
    /// The position in the focus, or its size.
    case position
    /// The node that the rule fired on: the value is not that of the document alone.
    case rule
    /// The clock: nor is it then.
    case clock
    /// All of the document, wherever its nodes are.
    case document
  }

  /// Calls whose truth alone is asked for.
  enum Shortcut: Sendable {
    case none, not, boolean, exists, empty
  }

  typealias Body = @Sendable (Evaluation, FunctionArguments) throws(EvaluationFault) -> Value

  var arity: ClosedRange<Int>
  var language: QueryLanguage
  var mayBeNumber = false
  var uses = Uses.nothing
  var shortcut = Shortcut.none
  var body: Body

  var arityPhrase: String {
    if arity.lowerBound == arity.upperBound { return "\(arity.lowerBound)" }
    return arity.upperBound > 100 ? "\(arity.lowerBound) or more" : "\(arity.lowerBound) to \(arity.upperBound)"
  }
}

/// The values that a function is given, and the focus of its call.
struct FunctionArguments {
  var values: [Value]
  var focus: Focus

  var count: Int { values.count }

  subscript(_ index: Int) -> Value { values[index] }

  /// The first argument, or the context item where there is none.
  func orContext(_ index: Int, _ evaluation: Evaluation) throws(EvaluationFault) -> Value {
    index < values.count ? values[index] : .item(try evaluation.contextItem(focus))
  }
}

/// The functions of XPath that are supported, by local name (XPath and XQuery Functions and Operators 3.1, and those that
/// XSLT adds). None of them reads another document.
enum FunctionLibrary {
  static let namespace = "http://www.w3.org/2005/xpath-functions"
  static let schemaNamespace = "http://www.w3.org/2001/XMLSchema"
  /// Prefixes that schemas use without saying so.
  static let commonPrefixes = ["fn": namespace, "xs": schemaNamespace, "xsd": schemaNamespace]

  static let functions: [String: Function] = {
    var all: [String: Function] = [:]
    for group in [nodes, strings, booleans, numbers, sequences, regularExpressions, times] {
      all.merge(group) { first, _ in first }
    }
    return all
  }()
}
