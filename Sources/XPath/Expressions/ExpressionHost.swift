/// Where expressions stand that are compiled, for messages: each has its own way to declare names.
package enum ExpressionHost: Sendable {
  /// A Schematron schema.
  case schema
  /// A query of a user's.
  case query

  var declaredNamespace: String {
    switch self {
    case .schema: "declared by an ns"
    case .query: "bound to a namespace"
    }
  }

  var declaredVariable: String {
    switch self {
    case .schema: "declared by a let"
    case .query: "bound to a value"
    }
  }

  var undeclared: String {
    switch self {
    case .schema: "the schema does not declare"
    case .query: "is not declared"
    }
  }

  /// In a schema a function may be one of its language or of an extension, which others have.
  func unknownFunction(_ token: Token) -> ExpressionFault {
    switch self {
    case .schema:
      ExpressionFault(kind: .unsupported, message: "the function \"\(token.text)\"", offset: token.offset)
    case .query:
      ExpressionFault(kind: .syntax, message: "there is no function \"\(token.text)\"", offset: token.offset)
    }
  }

  /// What has more than XPath 1.0.
  var laterLanguage: String {
    switch self {
    case .schema: "a queryBinding of \"xslt2\" or later"
    case .query: "XPath 3.1"
    }
  }
}
