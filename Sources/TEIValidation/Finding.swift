public import ArticleModel
public import XML

/// What a rule finds at an element.
public struct Finding: Sendable {
  public var severity: Diagnostic.Severity
  /// The stable code, see `Documentation/DIAGNOSTICS.md`.
  public var code: String
  public var message: String
  public var element: XMLElement

  public init(_ severity: Diagnostic.Severity, code: String, _ message: String, at element: XMLElement) {
    self.severity = severity
    self.code = code
    self.message = message
    self.element = element
  }

  func diagnostic(in document: XMLDocument, file: String, _ paths: inout ElementPaths) -> Diagnostic {
    // After XInclude an element may stand in another file than the document.
    let name = document.fileName(of: element)
    return Diagnostic(
      severity, code: code, message, file: name == document.name ? file : name,
      position: document.position(of: element), xpath: paths.path(of: element))
  }
}
