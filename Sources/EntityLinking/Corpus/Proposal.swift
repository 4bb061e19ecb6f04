/// A pair of entities of an archive that may be one thing, for a person to decide.
public struct Proposal: Hashable, Sendable {
  public enum Reason: String, Sendable, CaseIterable {
    case sameName = "same name"
    case sameWords = "same words"
    case initial = "initial or middle name"
    case acronym = "acronym"
    case ministry = "ministry without its country"
    case spelling = "spelling"
    case surname = "surname alone"

    /// How likely such a pair is one thing, as we judge it: an order for reading, not a probability.
    public var score: Double {
      switch self {
      case .sameName: 0.9
      case .sameWords, .initial: 0.8
      case .acronym: 0.7
      case .ministry, .spelling: 0.6
      case .surname: 0.5
      }
    }
  }

  public var left: CorpusEntity
  public var right: CorpusEntity
  public var reason: Reason
  /// Where more than two entities have one name: what they are called together, and how often they are named.
  public var namesakes: Namesakes?

  public struct Namesakes: Hashable, Sendable {
    public var id: String
    public var count: Int
    public var mentions: Int
  }

  /// The proposal as a row of a decisions file in which nothing is decided, under ``Decisions/columns``.
  public var row: [String] {
    func spaced(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    func context(_ entity: CorpusEntity) -> String {
      spaced(entity.members.first { !$0.context.isEmpty }?.context ?? "")
    }
    if let namesakes {
      return [
        "?", EntityKind(left.entity.type).rawValue, namesakes.id, spaced(left.entity.name), Decision.allOfTheName, "",
        String(reason.score), "\(reason.rawValue) in \(namesakes.count) articles", String(namesakes.mentions),
        context(left), context(right),
      ]
    }
    return [
      "?", EntityKind(left.entity.type).rawValue, left.id, spaced(left.entity.name), right.id,
      spaced(right.entity.name),
      String(reason.score), reason.rawValue, "\(left.mentions) + \(right.mentions)", context(left), context(right),
    ]
  }
}

extension CorpusLinker.Register {
  /// Pairs that may be one thing, the likeliest first; none that somebody decided or that authorities tell apart.
  ///
  /// Only entities that share a part of their names meet, so that the work grows with the entities and not with their
  /// pairs.
  public func proposals() -> [Proposal] {
    var index = PairIndex(entities)
    return index.pairs().compactMap { pair -> Proposal? in
      let (left, right) = (entities[pair.left], entities[pair.right])
      guard !different.contains(Pair(left.id, right.id)) else { return nil }
      return Proposal(
        left: left, right: right, reason: pair.reason,
        namesakes: pair.namesakes.map { group in
          Proposal.Namesakes(
            id: CorpusIdentifier.loose(left.entity), count: group.count,
            mentions: group.reduce(0) { $0 + entities[$1].mentions })
        })
    }.sorted { left, right in
      (-left.reason.score, left.left.id, left.right.id) < (-right.reason.score, right.left.id, right.right.id)
    }
  }
}
