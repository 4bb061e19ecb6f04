import ArticleModel

/// What marks a line as an item of a list.
public struct ListMarker: Hashable, Sendable {
  public enum Style: UInt8, Sendable {
    /// `-`, `*`, `•` and the like.
    case bullet
    /// `1.`, `1)`, `(1)`, `1.2`, `①`
    case number
    /// `a)`, `(b)`, `c.`
    case letter
    /// `iv.`, `(iv)`
    case roman
    /// The text stands first and a lone dash on the line below it.
    case dashBelow
    /// No mark: "Term: definition", or a term above its definition.
    case definition

    public var list: ListBlock.Style {
      switch self {
      case .bullet, .dashBelow: .bulleted
      case .number, .letter, .roman: .numbered
      case .definition: .gloss
      }
    }
  }

  public var style: Style
  /// The bullet itself, or the character behind the number, so that lists of two marks are told apart.
  public var mark: UInt8
  /// Columns before the mark.
  public var indent: Int
  /// The number or letter, without its punctuation.
  public var label: SourceRange?
  /// What the label counts to, where it counts: 3 for `3`, `c`, `iii` and `1.3`.
  public var ordinal: Int?
  /// How many numbers the label has: 2 for `1.3`; 1 for any other mark.
  public var depth = 1
  /// The numbers of the label before the last, as one: equal for `1.2` and `1.3`.
  public var prefix = 0

  /// Whether two marks are of one kind, so that the items may belong to one list.
  func isLike(_ other: ListMarker) -> Bool {
    mark == other.mark && depth == other.depth && (style == other.style || isLettered && other.isLettered)
  }

  /// Letters and Roman numerals share "i", "v" and "x".
  private var isLettered: Bool { style == .letter || style == .roman }
}

extension ListMarker {
  /// The marker at the beginning of a line and where the text after it begins, or nil where there is none.
  static func read(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> (marker: ListMarker, text: SourceRange)?
  {
    let start = Int(line.text.start)
    let end = Int(line.text.end)
    if let style = Bullet.checkMark(bytes, start, end) {
      return (ListMarker(style: .bullet, mark: style, indent: Int(line.indent)), line.text)
    }
    if let (mark, after) = Bullet.mark(bytes, start, end) {
      guard let text = textStart(after, end, bytes), text > after else { return nil }
      let marker = ListMarker(style: .bullet, mark: mark, indent: Int(line.indent))
      return (marker, SourceRange(start: Int32(text), end: Int32(end)))
    }
    guard let counter = ItemCounter.read(bytes, start, end), let text = textStart(counter.end, end, bytes),
      text > counter.end || counter.needsNoSpace
    else { return nil }
    if counter.mark == 0x2E, counter.style == .number, counter.depth == 1,
      DayOfMonth.isOne(counter.ordinal, text, end, bytes)
    {
      return nil
    }
    let marker = ListMarker(
      style: counter.style, mark: counter.mark, indent: Int(line.indent), label: counter.label,
      ordinal: counter.ordinal, depth: counter.depth, prefix: counter.prefix)
    return (marker, SourceRange(start: Int32(text), end: Int32(end)))
  }

  /// Where the text after a mark begins: behind spaces of all kinds, and what tells how to draw an emoji.
  private static func textStart(_ after: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var text = after
    while text < end {
      let scalar = Characters.decode(bytes, at: text, end: end)
      guard Characters.isSpace(scalar.value) || scalar.value == 0x200B else { return text }
      text += scalar.length
    }
    return nil
  }
}
