import ArticleModel

/// What a recogniser sees of an article.
public struct RecognitionInput: Sendable {
  public var source: SourceText
  public var structure: ArticleStructure
  /// The tokens of all runs, in the order of the source.
  public var tokens: [Token]
  /// The runs of the structure, in the order of the source, each with the tokens that lie in it.
  public var runs: [TokenizedRun]
  /// The date of the article, against which "Tuesday" is resolved: from the metadata or the date line.
  public var date: CalendarDate?
  /// BCP 47; recognisers look at the primary subtag.
  public var language: String

  /// Tokenises the runs of an article.
  public init(source: SourceText, structure: ArticleStructure, date: CalendarDate? = nil, language: String = "en") {
    self.source = source
    self.structure = structure
    self.date = date
    self.language = language
    (tokens, runs) = Tokenizer.tokenize(structure, of: source, language: language)
  }
}

/// A run of text and its tokens.
public struct TokenizedRun: Sendable {
  public var range: SourceRange
  /// Indices into ``RecognitionInput/tokens``.
  public var tokens: Range<Int>
  /// What the run is part of.
  public var context: Context
  /// What the column holds that a cell of data stands in.
  public var column: TableColumn?

  public enum Context: Sendable {
    case title, byline, dateline, heading, paragraph, item, caption, labelCell, dataCell, furniture
  }

  public init(range: SourceRange, tokens: Range<Int>, context: Context, column: TableColumn? = nil) {
    self.range = range
    self.tokens = tokens
    self.context = context
    self.column = column
  }
}

/// Finds mentions of some kinds, independently of every other recogniser.
public protocol EntityRecognizer: Sendable {
  /// Every mention that this recogniser sees, in any order; they may overlap.
  func mentions(in input: RecognitionInput) -> [Mention]
}
