package import XML

/// What names in expressions mean while a schema is compiled, and the numbers given to its variables.
package struct StaticScope {
  /// What a variable stands for.
  package enum Variable {
    case slot(Int)
    /// It is declared by an expression that is not supported.
    case notRun
  }

  package var language: QueryLanguage
  /// Namespaces by prefix.
  package var namespaces: [String: String]
  /// What other prefixes mean where the expression stands, if anything.
  package var element: XMLElement?
  /// The variables in scope; later ones hide earlier ones.
  package var variables: [(name: String, meaning: Variable)] = []
  /// The keys that may be asked for.
  package var keys: Set<String> = []
  package var names = XMLNodeNames()
  /// What element names without prefix mean; empty for no namespace.
  package var defaultElementNamespace = ""
  /// Whether comparisons may stand in a row, as XPath 1.0 lets them.
  package var allowsComparisonsInRows = false
  package var host = ExpressionHost.schema
  /// Whether an expression so far asks what time it is.
  package var readsClock = false
  package private(set) var slotCount = 0
  package private(set) var constantCount = 0
  private var constants: [String: Int] = [:]

  package init(language: QueryLanguage, namespaces: [String: String] = [:]) {
    self.language = language
    self.namespaces = namespaces
    self.namespaces["xml"] = XMLNamespace.xml
  }

  package mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  /// A number for a constant expression: the same for all that are written alike.
  ///
  /// - Parameter text: How it is written; nil where that does not tell what it means.
  package mutating func constant(_ text: String?) -> Int {
    if let text, let known = constants[text] { return known }
    constantCount += 1
    if let text { constants[text] = constantCount - 1 }
    return constantCount - 1
  }

  package func namespace(_ prefix: String) -> String? { namespaces[prefix] ?? element?.namespace(ofPrefix: prefix) }
}
