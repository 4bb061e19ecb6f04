import ArticleModel

/// A word, a number or a mark of punctuation of the source.
@frozen
public struct Token: Hashable, Sendable {
  @frozen
  public enum Kind: UInt8, Sendable {
    /// Letters, with inner apostrophes and, in an abbreviation such as "U.S.", full stops. Hyphens separate words.
    case word
    /// Digits with inner separators: "1,700", "3.5", "2024". A sign before it is a token of its own.
    case number
    /// Digits and letters together: "F16", "21st", "5G", "14m".
    case mixed
    /// A possessive "’s" or "'s" at the end of a word; in French a shortened word before another: "l’", "qu'".
    case clitic
    /// A URL or an e-mail address.
    case address
    /// One character of punctuation or one symbol.
    case punctuation
  }

  /// How the letters of a word are written.
  @frozen
  public enum Shape: UInt8, Sendable {
    /// No letter with case: digits, punctuation, Arabic, Chinese.
    case caseless
    case lower
    /// "Kosovo"
    case capitalised
    /// "NATO", "U.S."; a single capital, as "A", counts here.
    case upper
    /// "McDonald", "iPhone"
    case mixed
  }

  public var range: SourceRange
  public var kind: Kind
  public var shape: Shape
  /// Whether white space, the beginning of the run or a shortened word ("l'") stands before it.
  public var followsSpace: Bool
  /// Whether it is the first of a sentence, as far as punctuation tells.
  public var startsSentence: Bool

  @inlinable
  public init(range: SourceRange, kind: Kind, shape: Shape, followsSpace: Bool, startsSentence: Bool) {
    self.range = range
    self.kind = kind
    self.shape = shape
    self.followsSpace = followsSpace
    self.startsSentence = startsSentence
  }

  /// Whether it is the English article, which no name's span begins with: "the", "The", "THE".
  func isArticle(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == 3 else { return false }
    let first = Int(range.start)
    return bytes[first] | 0x20 == 0x74 && bytes[first + 1] | 0x20 == 0x68 && bytes[first + 2] | 0x20 == 0x65
  }
}
