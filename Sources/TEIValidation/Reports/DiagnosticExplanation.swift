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

  /// A line for each rule, below its group.
  public static var rules: String {
    let width = RuleSelection.all.codes.map(\.count).max() ?? 0
    return RuleGroup.all.map { group in
      let lines = group.codes.map { code in
        "  \(code)\(String(repeating: " ", count: width - code.count))  \(DiagnosticCode.named(code)?.meaning ?? "")"
      }
      return "\(group.name): \(group.meaning)\n" + lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}
