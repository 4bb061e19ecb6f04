/// A part of an article, in the order of the source. Sections follow from the levels of the headings.
public enum Block: Hashable, Sendable {
  /// The title of the article.
  case title(TextRun)
  /// Who wrote it: "By Ana Kovač".
  case byline(TextRun)
  /// Where or when it was written: "13 June 2024" on a line of its own, "BRUSSELS, 13 June (Reuters) –" in front of a
  /// paragraph.
  case dateline(TextRun)
  /// What the article says in short, above its text.
  case summary(SummaryBlock)
  /// What is left of a picture: its caption and credits.
  case figure(FigureBlock)
  /// A heading; `level` counts from 1, the outermost.
  case heading(TextRun, level: Int)
  case paragraph(TextRun)
  case list(ListBlock)
  case table(TableBlock)
  /// What belongs to the site and not to the article.
  case furniture(TextRun, Furniture)
}

/// The kinds of site furniture; the raw value is written as `@subtype`.
public enum Furniture: String, Sendable, CaseIterable, Hashable {
  case commentForm = "comment-form"
  /// What readers wrote.
  case comments
  case share
  case related
  case cookies
  case newsletter
  case theme
  case copyright
  case navigation
  case advertisement
  /// "Already a subscriber? Log in": what a paywall says.
  case subscription
  /// "Tags: ferries, Estonia"; "Filed under: Travel".
  case tags
  /// "5 min read".
  case readingTime = "reading-time"
}

/// A summary: its heading, where it has one, and its paragraphs and lists.
public struct SummaryBlock: Hashable, Sendable {
  public var heading: TextRun?
  /// Paragraphs and lists, at least one.
  public var blocks: [Block]

  public init(heading: TextRun? = nil, blocks: [Block]) {
    self.heading = heading
    self.blocks = blocks
  }
}

/// The lines below a picture that the source does not have.
public struct FigureBlock: Hashable, Sendable {
  public enum Line: Hashable, Sendable {
    case caption(TextRun)
    case credit(TextRun)

    public var run: TextRun {
      switch self {
      case .caption(let run), .credit(let run): run
      }
    }
  }

  /// In the order of the source, at least one.
  public var lines: [Line]

  public init(lines: [Line]) { self.lines = lines }
}

/// A bulleted or numbered list, or one of definitions.
public struct ListBlock: Hashable, Sendable {
  /// How the source marks the items; the raw value is written as `@rend`.
  public enum Style: String, Sendable {
    case bulleted, numbered
    /// Terms and what they mean, which nothing marks.
    case gloss = "plain"
  }

  public var style: Style
  public var items: [ListItem]

  public init(style: Style, items: [ListItem]) {
    self.style = style
    self.items = items
  }
}

/// An item of a list: its text, and the lists that stand below it.
public struct ListItem: Hashable, Sendable {
  public var text: TextRun
  /// What the text defines, in a list of definitions; it stands before the text.
  public var term: TextRun?
  /// The part of the text that labels the item, without its colon: `Label` in "Label: text".
  public var label: SourceRange?
  /// The mark that numbers the item in the source, without its punctuation: `3`, `iv`, `b`.
  public var number: String?
  public var sublists: [ListBlock]

  public init(text: TextRun, label: SourceRange? = nil, number: String? = nil, sublists: [ListBlock] = []) {
    self.text = text
    self.label = label
    self.number = number
    self.sublists = sublists
  }
}
