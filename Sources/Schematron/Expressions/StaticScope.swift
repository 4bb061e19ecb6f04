internal import XML

/// What names in expressions mean while a schema is compiled, and the numbers given to its variables.
struct StaticScope {
  /// What a variable stands for.
  enum Variable {
    case slot(Int)
    /// It is declared by an expression that is not supported.
    case notRun
  }

  var language: QueryLanguage
  /// Namespaces by prefix.
  var namespaces: [String: String]
  /// What other prefixes mean where the expression stands, if anything.
  var element: XMLElement?
  /// The variables in scope; later ones hide earlier ones.
  var variables: [(name: String, meaning: Variable)] = []
  /// The keys that may be asked for.
  var keys: Set<String> = []
  var names = XMLNodeNames()
  /// Whether an expression so far asks what time it is.
  var readsClock = false
  private(set) var slotCount = 0
  private(set) var constantCount = 0
  private var constants: [String: Int] = [:]

  init(language: QueryLanguage, namespaces: [String: String] = [:]) {
    self.language = language
    self.namespaces = namespaces
    self.namespaces["xml"] = XMLNamespace.xml
  }

  mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  /// A number for a constant expression: the same for all that are written alike.
  ///
  /// - Parameter text: How it is written; nil where that does not tell what it means.
  mutating func constant(_ text: String?) -> Int {
    if let text, let known = constants[text] { return known }
    constantCount += 1
    if let text { constants[text] = constantCount - 1 }
    return constantCount - 1
  }

  func namespace(_ prefix: String) -> String? { namespaces[prefix] ?? element?.namespace(ofPrefix: prefix) }
}
