/// A token of an XPath 1.0 expression (section 3.7 of the specification).
struct XPathToken: Hashable {
  enum Kind: Hashable {
    /// A name test: `p`, `tei:p`, `tei:*` or `*`.
    case name
    /// `and`, `or`, `div` or `mod`, or `*` as a product.
    case operatorName
    case functionName
    /// `comment`, `text`, `processing-instruction` or `node` before a parenthesis.
    case nodeType
    /// A name before `::`.
    case axis
    case literal
    case number
    case variable
    /// Punctuation and the other operators.
    case symbol
    case end
  }

  var kind: Kind
  var text: String
  /// Where it stands, in UTF-8 bytes.
  var start: Int
  var end: Int

  /// How it is named in messages.
  var quoted: String { kind == .end ? "the end" : "\"\(text)\"" }
}

/// What is wrong with an expression: what was expected, and at which byte.
struct XPathFault: Error {
  var message: String
  var offset: Int
}
