import ArticleModel

/// What a line was taken for.
public struct LineLabel: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case blank
    case title
    case byline
    case dateline
    /// `level` counts from 1, the outermost.
    case heading(level: Int)
    case paragraph
    /// The text of the line above goes on here.
    case continuation
    case item(ListMarker)
    /// A row of a table.
    case row(TableDialect)
    /// The line of dashes below the head of a table.
    case delimiterRow
    /// A line above or below a table that belongs to it.
    case caption(Caption)
    /// What the article says in short, between the title and the text.
    case summary
    /// The caption of a picture, and who made it.
    case figureCaption
    case credit
    case furniture(Furniture)
    /// A line that only marks: a rule of dashes, the underline of a heading, the lone dash after an item.
    case mark
  }

  /// What a line beside a table says of it.
  public enum Caption: Hashable, Sendable {
    case above, below
    /// Below: "Source: …", "Note: …".
    case source, note
  }

  public var kind: Kind
  /// The part of the line that is its text, without bullets, hash marks and the like.
  public var text: SourceRange
  /// Above 0 and at most 1.
  public var certainty: Float

  public init(_ kind: Kind, _ text: SourceRange, certainty: Float = 1) {
    self.kind = kind
    self.text = text
    self.certainty = certainty
  }
}

/// Says of each line of an article what it is: by rules or by a trained model.
public protocol LineLabeller: Sendable {
  /// One label a line, in order.
  func labels(of lines: [SourceLine], in source: SourceText) -> [LineLabel]

  /// One explanation a line, in order: the label and what decided for it.
  func explanations(of lines: [SourceLine], in source: SourceText) -> [LineExplanation]
}
