/// How far two versions name the same entities where they annotate the same span.
public struct LinkingScores: Hashable, Sendable {
  /// Spans that both annotate and at least one links.
  public var spans = 0
  /// Of these, how many both link.
  public var linkedByBoth = 0
  /// Of these, how many to the same entity.
  public var same = 0

  /// Of the spans that one version links at least, how many both link to the same entity; nil where none is linked.
  public var accuracy: Double? { spans > 0 ? Double(same) / Double(spans) : nil }

  static func + (left: Self, right: Self) -> Self {
    LinkingScores(
      spans: left.spans + right.spans, linkedByBoth: left.linkedByBoth + right.linkedByBoth,
      same: left.same + right.same)
  }
}
