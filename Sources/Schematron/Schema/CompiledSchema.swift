internal import ArticleModel
internal import XML
internal import XPath

/// An `assert` or a `report`.
struct Check: Sendable {
  /// A test, and how it is written, for checks that have no message.
  struct Test: Sendable {
    var expression: Expression
    var quoted: String
  }

  var isReport: Bool
  var test: Test
  var message: Message
  var severity: Diagnostic.Severity
  /// The nearest identifier: its own, the rule's or the pattern's.
  var identifier: String?
  /// Which node the finding is about, where the schema says so.
  var subject: Expression?
}

/// The parts of a message, to be put together for each finding.
struct Message: Sendable {
  enum Part: Sendable {
    case text(String)
    case value(Expression)
    /// The name of the node, or of the first node that an expression finds; what else it yields is the name itself.
    case name(Expression?)
  }

  var parts: [Part]

  var isEmpty: Bool {
    parts.allSatisfy { if case .text(let text) = $0 { Whitespace.trimmed(text).isEmpty } else { false } }
  }
}

struct Rule: Sendable {
  var checks: [Check]
  /// The slots of its variables, emptied for each node.
  var slots: Range<Int>
}

/// A schema ready to run: what its patterns ask of which nodes.
struct CompiledSchema: Sendable {
  var language: QueryLanguage
  var names = XMLNodeNames()
  var patterns: [[Rule]] = []
  var dispatch = Dispatch([])
  var lets: [VariableDeclaration?] = []
  /// The keys by name; of one name there may be several.
  var keys: [String: [NodeKey]] = [:]
  var constantCount = 0
  var checkCount = 0
  var skippedCheckCount = 0
  var readsClock = false
  /// What is not run, and why.
  var unsupported: [Diagnostic] = []
}
