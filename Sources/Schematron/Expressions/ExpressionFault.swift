/// Why an expression does not compile.
struct ExpressionFault: Error {
  enum Kind {
    /// It is no XPath, or names what is not declared: the schema is faulty.
    case syntax
    /// It is, or may be, XPath of a later version than is understood here.
    case unsupported
  }

  var kind: Kind
  /// What was expected, or what is not supported.
  var message: String
  /// The byte of the expression.
  var offset: Int
}
