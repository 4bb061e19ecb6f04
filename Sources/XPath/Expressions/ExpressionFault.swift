/// Why an expression does not compile.
package struct ExpressionFault: Error {
  package enum Kind {
    /// It is no XPath, or names what is not declared: the schema is faulty.
    case syntax
    /// It is, or may be, XPath of a later version than is understood here.
    case unsupported
  }

  package var kind: Kind
  /// What was expected, or what is not supported.
  package var message: String
  /// The byte of the expression.
  package var offset: Int
}
