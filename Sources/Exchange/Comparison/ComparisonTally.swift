/// What a comparison counts. Tallies of documents add up to that of an archive.
public struct ComparisonTally: Hashable, Sendable {
  /// A type in the first and in the second version, for annotations that overlap; empty where one has none.
  public struct Confusion: Hashable, Sendable {
    public var reference: String
    public var response: String
  }

  public var types: [String: TypeScores] = [:]
  public var confusion: [Confusion: Int] = [:]
  public var linking = LinkingScores()
  public var tokens = TokenAgreement()
  public var units = UnitizingAgreement()
  /// Differences by kind.
  public var added = 0
  public var removed = 0
  public var changed = 0
  /// Annotations of either version that stand where the texts differ, so that they cannot be compared.
  public var outside = 0
  /// Annotations that stand inside others: agreement over tokens and units counts the outer ones only.
  public var nested = 0

  public init() {}

  /// All types together.
  public var overall: TypeScores { types.values.reduce(TypeScores(), +) }

  public func macro(_ scheme: MatchScheme) -> MacroScores { MacroScores(types.values, scheme) }

  /// Whether the annotations of both versions are the same.
  public var isSame: Bool { added + removed + changed + outside == 0 }

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.types.merge(right.types, uniquingKeysWith: +)
    sum.confusion.merge(right.confusion, uniquingKeysWith: +)
    sum.linking = left.linking + right.linking
    sum.tokens = left.tokens + right.tokens
    sum.units = left.units + right.units
    sum.added += right.added
    sum.removed += right.removed
    sum.changed += right.changed
    sum.outside += right.outside
    sum.nested += right.nested
    return sum
  }
}
