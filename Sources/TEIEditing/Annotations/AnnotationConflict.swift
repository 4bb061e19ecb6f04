/// A change that is not made, since what to do is for people to say; or one that is made, of which they should know.
public struct AnnotationConflict: Hashable, Sendable {
  public enum Kind: String, Sendable {
    /// No words: white space, or outside of the text.
    case span = "import-span"
    /// The type has no place in the document.
    case type = "import-type"
    /// Nothing declares the entity.
    case entity = "import-entity"
    /// The value is none, or the element has no place for it.
    case value = "import-value"
    /// Something points to the mention that would go.
    case pointer = "import-pointer"
    /// Which mention is meant is not to be told.
    case identifier = "import-identifier"
    /// Whether annotations were taken away, or never exported, is not to be told.
    case removal = "import-removal"
    /// The TEI file has changed since it was exported.
    case version = "import-version"
    /// The file would not be valid, or not well-formed.
    case invalid = "import-invalid"
  }

  public var kind: Kind
  /// Lower case: what is wrong, with the thing in quotes, and what was expected.
  public var message: String
  /// Whether the change is made all the same.
  public var isWarning: Bool
  /// The text that it is about.
  public var range: Range<Int>

  public init(_ kind: Kind, _ message: String, at range: Range<Int>, isWarning: Bool = false) {
    self.kind = kind
    self.message = message
    self.range = range
    self.isWarning = isWarning
  }
}
