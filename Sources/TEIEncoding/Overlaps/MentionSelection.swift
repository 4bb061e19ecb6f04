import ArticleModel

/// Decides which mentions stand inline, which stand off, and which are dropped: the one place where overlaps are settled.
///
/// A longer mention takes the place of those inside it, since a name that belongs to a longer name is not annotated
/// ("Romanian" in "Romanian Ministry of National Defense"). But a date in the name of an event is a date all the same and
/// nests in it ("2004 Summer Olympics"). Of two that cross, the surer stands inline and the other stands off.
public struct MentionSelection: Sendable {
  /// In the order of the source, a date behind the event that it nests in; disjoint otherwise.
  public private(set) var inline: [LinkedMention] = []
  /// What crosses an inline mention, in the order of the source.
  public private(set) var standOff: [LinkedMention] = []

  /// - Parameter structure: Where the mentions lie; one that lies in no run is dropped, one that crosses the label of an
  ///   item stands off. nil where that is of no account.
  public init(_ mentions: [LinkedMention], in structure: ArticleStructure? = nil) {
    let places = structure.map(MentionPlaces.init)
    var taken = RangeSet()
    var events = RangeSet()
    var nested = RangeSet()
    var chosen: [Int] = []
    var crossing: [Int] = []
    for rank in Self.ranked(mentions, places) {
      let mention = mentions[rank.index].mention
      let range = mention.range
      if places?.isCut(range) == true {
        crossing.append(rank.index)
        continue
      }
      switch taken.relation(to: range) {
      case .free:
        taken.insert(range)
        if mention.type == .event { events.insert(range) }
        chosen.append(rank.index)
      case .inside:
        guard mention.type == .date, events.relation(to: range) == .inside, nested.relation(to: range) == .free else {
          break
        }
        nested.insert(range)
        chosen.append(rank.index)
      case .crosses: crossing.append(rank.index)
      }
    }
    inline = chosen.sorted { left, right in
      let (left, right) = (mentions[left].mention.range, mentions[right].mention.range)
      return (left.start, right.end) < (right.start, left.end)
    }.map { mentions[$0] }
    standOff = Self.distinct(
      crossing.sorted { Self.standsBefore(mentions[$0].mention.range, mentions[$1].mention.range) }
        .map { mentions[$0] })
  }

  /// What decides which mention goes first, apart from the mention: small, since it is sorted.
  private struct Rank {
    var isUsers: Bool
    var range: SourceRange
    var certainty: Float
    var index: Int
  }

  /// The mentions that may be chosen, the first choice first.
  private static func ranked(_ mentions: [LinkedMention], _ places: MentionPlaces?) -> [Rank] {
    var ranks: [Rank] = []
    ranks.reserveCapacity(mentions.count)
    for (index, linked) in mentions.enumerated() {
      let mention = linked.mention
      guard !mention.range.isEmpty, places?.holds(mention.range) != false else { continue }
      ranks.append(
        Rank(
          isUsers: mention.method == .userGazetteer, range: mention.range, certainty: mention.certainty, index: index))
    }
    return ranks.sorted { left, right in
      if left.isUsers != right.isUsers { return left.isUsers }
      if left.range.count != right.range.count { return left.range.count > right.range.count }
      if left.certainty != right.certainty { return left.certainty > right.certainty }
      if left.range.start != right.range.start { return left.range.start < right.range.start }
      return precedes(mentions[left.index].mention, mentions[right.index].mention)
    }
  }

  /// The user's lists first; then what is longer; then what is surer; then what stands first; then, here, a fixed order,
  /// so that the outcome never depends on the order in which recognisers ran.
  private static func precedes(_ left: Mention, _ right: Mention) -> Bool {
    if left.type != right.type { return left.type.rawValue < right.type.rawValue }
    if left.method != right.method { return left.method.rawValue < right.method.rawValue }
    return (left.identity?.name ?? "") < (right.identity?.name ?? "")
  }

  private static func standsBefore(_ left: SourceRange, _ right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }

  private static func distinct(_ mentions: [LinkedMention]) -> [LinkedMention] {
    var distinct: [LinkedMention] = []
    for mention in mentions where distinct.last?.mention.range != mention.mention.range { distinct.append(mention) }
    return distinct
  }

  /// Disjoint ranges in order.
  private struct RangeSet {
    enum Relation { case free, inside, crosses }

    /// Ranges by the page of the source in which they begin or which they touch, so that a look-up costs no more in a
    /// long article than in a short one.
    private var pages: [Int32: [SourceRange]] = [:]
    private static let shift: Int32 = 8

    func relation(to range: SourceRange) -> Relation {
      var result = Relation.free
      for page in (range.start >> Self.shift)...((range.end - 1) >> Self.shift) {
        for other in pages[page] ?? [] where other.overlaps(range) {
          guard other.contains(range) || range.contains(other) else { return .crosses }
          result = .inside
        }
      }
      return result
    }

    mutating func insert(_ range: SourceRange) {
      for page in (range.start >> Self.shift)...((range.end - 1) >> Self.shift) {
        pages[page, default: []].append(range)
      }
    }
  }
}
