public import ArticleModel

/// Brings together the mentions of one article that name the same thing.
///
/// Two mentions name the same thing where an authority gives both the same identifier, where their words are the same,
/// or where one is a form of the other that can mean nothing else here: a surname, an acronym, a ministry without its
/// country. What may mean one of several is left without an entity. A nationality adjective leads to its country.
///
/// The time is linear in the mentions, but for sorting them: names are looked up by their parts, never compared in pairs.
public struct EntityLinker: Sendable {
  public init() {}

  /// The entities of an article in the order of their first mentions, and the mentions with their entities.
  public func link(_ mentions: [Mention], in source: SourceText) -> (entities: [Entity], mentions: [LinkedMention]) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var linking = ArticleLinking(Self.ordered(mentions), bytes)
      return linking.link()
    }
  }

  /// In the order of the source, what holds others first, then what is surer.
  private static func ordered(_ mentions: [Mention]) -> [Mention] {
    mentions.indices.sorted { standsBefore(mentions[$0], mentions[$1]) }.map { mentions[$0] }
  }

  private static func standsBefore(_ left: Mention, _ right: Mention) -> Bool {
    if left.range.start != right.range.start { return left.range.start < right.range.start }
    if left.range.end != right.range.end { return left.range.end > right.range.end }
    if left.certainty != right.certainty { return left.certainty > right.certainty }
    if left.type != right.type { return left.type.rawValue < right.type.rawValue }
    if left.method != right.method { return left.method.rawValue < right.method.rawValue }
    return (left.identity?.name ?? "") < (right.identity?.name ?? "")
  }
}
