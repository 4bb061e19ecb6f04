public import ArticleModel

/// Why the bytes of a file cannot be edited; nothing has been changed then.
public struct TEIEditError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Lower case: what is wrong, with the thing in quotes, and what was expected.
  public var message: String
  /// In the file; nil where it is not one place's fault.
  public var position: SourcePosition?

  init(_ message: String, position: SourcePosition? = nil) {
    self.message = message
    self.position = position
  }

  public var description: String { message }
}
