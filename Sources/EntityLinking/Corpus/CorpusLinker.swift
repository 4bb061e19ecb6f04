public import ArticleModel

/// Brings together what the documents of an archive call by the same name or identifier, as decisions say and else by
/// rules that err on the side of two entries for one thing.
public struct CorpusLinker: Sendable {
  public var decisions: Decisions

  public init(decisions: Decisions = Decisions()) { self.decisions = decisions }

  /// The entities of an archive.
  public struct Register: Sendable {
    /// In the order of their kinds and identifiers.
    public var entities: [CorpusEntity]
    /// What is wrong with the decisions: unknown identifiers are warnings, contradictions errors.
    public var diagnostics: [Diagnostic]
    /// Pairs of entities that somebody decided to be two.
    var different: Set<Pair>

    struct Pair: Hashable {
      var first: String
      var second: String

      init(_ left: String, _ right: String) { (first, second) = left < right ? (left, right) : (right, left) }
    }
  }

  /// The order of the documents is of no account.
  public func register(of documents: [DocumentEntity]) -> Register {
    var groups = EntityGroups(documents.sorted { $0.id < $1.id })
    groups.apply(decisions)
    groups.joinByRules()
    return groups.register(decisions)
  }
}
