public import ArticleModel

/// Codes of diagnostics explained, for a terminal.
public enum DiagnosticExplanation {
  /// All that is known of a code, in a few lines.
  public static func text(of code: DiagnosticCode) -> String {
    """
    \(code.code) (\(code.severity))
      \(code.meaning).
      Example: \(code.example)
      \(code.remedy)
    """
  }

  /// A line for each code, below the headings of their groups.
  public static var list: String {
    let width = DiagnosticCode.all.map(\.code.count).max() ?? 0
    return DiagnosticCode.groups.map { group in
      let lines = group.codes.map { code in
        "  \(code.code)\(String(repeating: " ", count: width - code.code.count))  \(code.meaning)"
      }
      return "\(group.title)\n" + lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}
