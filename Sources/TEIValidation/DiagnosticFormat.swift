public import ArticleModel

/// How diagnostics are written.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// A line each: `file:line:column: severity[code]: message`.
  case text
  /// One JSON array (RFC 8259) with an object for each; what is not known is left out.
  case json

  /// The diagnostics as text, ending with a line end; empty for none as `text`.
  public func string(_ diagnostics: [Diagnostic]) -> String {
    switch self {
    case .text: diagnostics.map { $0.description + "\n" }.joined()
    case .json:
      diagnostics.isEmpty
        ? "[]\n" : "[\n" + diagnostics.map { "  " + Self.object($0) }.joined(separator: ",\n") + "\n]\n"
    }
  }

  private static func object(_ diagnostic: Diagnostic) -> String {
    var members: [(String, String)] = []
    if let file = diagnostic.file { members.append(("file", quoted(file))) }
    if let position = diagnostic.position {
      members.append(("line", String(position.line)))
      members.append(("column", String(position.column)))
    }
    members.append(("severity", quoted(diagnostic.severity.rawValue)))
    members.append(("code", quoted(diagnostic.code)))
    members.append(("message", quoted(diagnostic.message)))
    return "{" + members.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
