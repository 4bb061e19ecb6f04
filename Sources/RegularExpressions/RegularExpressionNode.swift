/// A regular expression as a tree.
indirect enum RegularExpressionNode: Sendable {
  case character(CharacterSet)
  case lineStart, lineEnd
  /// Of no parts: nothing.
  case sequence([RegularExpressionNode])
  case alternatives([RegularExpressionNode])
  /// `maximum` is nil for any number.
  case repetition(RegularExpressionNode, minimum: Int, maximum: Int?, isGreedy: Bool)
  case group(RegularExpressionNode, number: Int)
}

/// Why a text is no regular expression.
package struct RegularExpressionError: Error {
  package let message: String

  init(_ message: String) { self.message = message }
}

/// Which regular expressions a text is read as, and how they match.
enum RegularExpressionDialect {
  /// XML Schema, Part 2, appendix F: without anchors, flags or groups that are remembered.
  case xmlSchema
  /// XPath and XQuery Functions and Operators 3.1, section 5.6. Back-references are refused: they cannot be matched in
  /// bounded time.
  case xpath(RegularExpression.Flags)

  var isXPath: Bool { if case .xpath = self { true } else { false } }
  var flags: RegularExpression.Flags? { if case .xpath(let flags) = self { flags } else { nil } }
}
