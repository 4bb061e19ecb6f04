public import ArticleModel

/// What a rule finds at an element.
public struct Finding: Sendable {
  public var severity: Diagnostic.Severity
  /// The stable code, see `Documentation/DIAGNOSTICS.md`.
  public var code: String
  public var message: String
  public var element: IndexedElement

  public init(_ severity: Diagnostic.Severity, code: String, _ message: String, at element: IndexedElement) {
    self.severity = severity
    self.code = code
    self.message = message
    self.element = element
  }

  func diagnostic(file: String) -> Diagnostic {
    Diagnostic(severity, code: code, message, file: file, position: element.position, xpath: element.xpath)
  }
}
