/// A variable that is declared beside the expressions that use it: what it stands for, and on which node that is evaluated.
package struct VariableDeclaration: Sendable {
  package var expression: Expression
  /// Whether the context is the node that a rule fired on, rather than the document.
  package var isOfRule: Bool

  package init(expression: Expression, isOfRule: Bool) {
    self.expression = expression
    self.isOfRule = isOfRule
  }
}

/// An `xsl:key`: which nodes it finds, by which values.
package struct NodeKey: Sendable {
  package var matches: [MatchPattern]
  package var use: Expression

  package init(matches: [MatchPattern], use: Expression) {
    self.matches = matches
    self.use = use
  }
}
