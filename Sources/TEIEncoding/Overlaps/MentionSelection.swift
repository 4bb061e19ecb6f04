import ArticleModel

/// Decides which mentions stand inline, which stand off, and which are dropped: the one place where overlaps are settled.
///
/// A longer mention takes the place of those inside it, since a name that belongs to a longer name is not annotated
/// ("Romanian" in "Romanian Ministry of National Defense"). Of two that cross, the surer stands inline and the other
/// stands off.
public struct MentionSelection: Sendable {
  /// Disjoint, in the order of the source.
  public private(set) var inline: [LinkedMention] = []
  /// What crosses an inline mention, in the order of the source.
  public private(set) var standOff: [LinkedMention] = []

  /// - Parameters:
  ///   - minimumCertainty: mentions below it are dropped.
  ///   - structure: Where the mentions lie; one that lies in no run is dropped, one that crosses the label of an item
  ///     stands off. nil where that is of no account.
  public init(_ mentions: [LinkedMention], in structure: ArticleStructure? = nil, minimumCertainty: Float = 0) {
    let places = structure.map(MentionPlaces.init)
    let ranked = mentions.filter {
      $0.mention.certainty >= minimumCertainty && !$0.mention.range.isEmpty && places?.holds($0.mention.range) != false
    }
    .sorted { Self.precedes($0.mention, $1.mention) }
    var chosen: [LinkedMention] = []
    var crossing: [LinkedMention] = []
    var taken = RangeSet()
    for mention in ranked {
      if places?.isCut(mention.mention.range) == true {
        crossing.append(mention)
        continue
      }
      switch taken.relation(to: mention.mention.range) {
      case .free:
        taken.insert(mention.mention.range)
        chosen.append(mention)
      case .inside: break
      case .crosses: crossing.append(mention)
      }
    }
    inline = chosen.sorted { $0.mention.range.start < $1.mention.range.start }
    standOff = Self.distinct(crossing.sorted { Self.standsBefore($0.mention.range, $1.mention.range) })
  }

  /// The user's lists first; then what is longer; then what is surer; then a fixed order, so that the outcome never
  /// depends on the order in which recognisers ran.
  private static func precedes(_ left: Mention, _ right: Mention) -> Bool {
    let leftIsUsers = left.method == .userGazetteer
    let rightIsUsers = right.method == .userGazetteer
    if leftIsUsers != rightIsUsers { return leftIsUsers }
    if left.range.count != right.range.count { return left.range.count > right.range.count }
    if left.certainty != right.certainty { return left.certainty > right.certainty }
    if left.range.start != right.range.start { return left.range.start < right.range.start }
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
