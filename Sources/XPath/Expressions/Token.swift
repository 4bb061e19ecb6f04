/// A token of an XPath expression. Whether a name is an operator depends on where it stands: the parser decides.
struct Token: Sendable {
  enum Kind: Equatable, Sendable {
    /// A name, with its prefix where it has one.
    case name(prefix: String?, local: String)
    /// `Q{uri}local`.
    case expandedName(namespace: String, local: String)
    /// `prefix:*`, and `Q{uri}*` with the namespace itself.
    case anyLocal(prefix: String)
    case anyLocalIn(namespace: String)
    /// `*:local`.
    case anyNamespace(local: String)
    case variable(prefix: String?, local: String)
    case literal(String)
    case integer(Int)
    case decimal(DecimalNumber)
    case double(Double)
    /// One with more digits than a whole or decimal number may have here.
    case longNumber(Double)
    /// Punctuation and operators that are no names.
    case symbol(String)
    case end
  }

  var kind: Kind
  /// Where it begins, in bytes of the expression.
  var offset: Int
  var text: String

  /// How it is named in messages.
  var quoted: String { kind == .end ? "the end" : "\"\(text)\"" }
}
