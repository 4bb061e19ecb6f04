public import XPath

/// Which mentions are wanted, and what of them.
public struct MentionRequest: Sendable {
  /// The types to keep; nil for all.
  public var types: Set<String>?
  /// What states no certainty is taken for certain.
  public var minimumCertainty = 0.0
  /// What has to hold on the element of a mention.
  public var condition: XPathQuery?
  /// What is filled in; places, sentences and the like are found out only where they are asked for.
  public var columns: Set<MentionColumn> = Set(MentionColumn.standard)
  /// How many words `left` and `right` have.
  public var context = 0
  /// Whether the date is that of the mention itself, where it is a date, rather than of its document.
  public var datesOfMentions = false
  /// Whether mentions that refer to no entity are taken for one where type and text are the same.
  public var joinsNames = false

  /// Whether the sentence, block and section of each mention are numbered.
  package var findsPlaces = false

  public init() {}

  func wants(_ columns: MentionColumn...) -> Bool { columns.contains { self.columns.contains($0) } }
}
