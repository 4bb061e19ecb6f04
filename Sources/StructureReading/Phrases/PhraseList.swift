import ArticleModel

/// Phrases of one meaning; folded as ``FoldedLine`` folds.
struct PhraseList: Sendable {
  /// What a line is in which a phrase stands.
  enum Meaning: Hashable, Sendable {
    case furniture(Furniture)
    /// Who made a picture, and nothing else.
    case credit
    /// A caption.
    case caption
    /// Either: what follows tells.
    case picture
    /// A caption, where a number follows: "Figure 2: …".
    case figure
  }

  /// How a phrase must stand in its line.
  enum Place: UInt8, Sendable {
    /// The line is the phrase and marks, or a number and the phrase: "12 Comments".
    case whole
    /// The same, but the phrase may as well be a heading or a word of the article: other furniture beside it, or the edge
    /// of the page, must speak for it.
    case weak
    /// A short line begins with it.
    case beginning
    /// A sentence of a short line begins with it.
    case sentence
    /// It stands anywhere in a line that is not long.
    case anywhere
    /// The same, but only in the last lines of an article.
    case tail
    /// A short line begins with it, and is among the last of an article.
    case closing
    /// It stands behind a full stop or a bracket near the end of a line, with a name behind it.
    case ending
  }

  var meaning: Meaning
  var place: Place
  var certainty: Float
  /// One phrase a line.
  var phrases: String
}
