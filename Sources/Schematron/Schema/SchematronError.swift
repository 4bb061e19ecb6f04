public import ArticleModel

/// What is wrong with a Schematron schema.
public struct SchematronError: Error, Hashable, Sendable {
  /// What is wrong, which thing in quotes, and what was expected.
  public var message: String
  /// The file as the caller or the loader named it.
  public var file: String
  public var position: SourcePosition?

  public init(_ message: String, file: String, position: SourcePosition? = nil) {
    self.message = message
    self.file = file
    self.position = position
  }

  /// The same fault as a diagnostic of severity error, with code `schematron-schema`.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, code: "schematron-schema", message, file: file, position: position)
  }
}

extension SchematronError: CustomStringConvertible {
  public var description: String { diagnostic.description }
}
