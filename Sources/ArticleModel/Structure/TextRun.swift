/// A stretch of the source that becomes the text of one TEI element: a heading, a paragraph, an item, a cell.
///
/// It begins and ends with a visible character, or is empty (an empty cell). What lies between two runs is
/// markup of the source (a bullet, a pipe, a line end) and never anything that a reader would miss.
public struct TextRun: Hashable, Sendable {
  public var range: SourceRange
  /// How sure the structure reader is of what it took the run for, above 0 and at most 1.
  public var certainty: Float

  public init(_ range: SourceRange, certainty: Float = 1) {
    self.range = range
    self.certainty = certainty
  }
}
