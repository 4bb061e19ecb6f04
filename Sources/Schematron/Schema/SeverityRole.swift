internal import ArticleModel
internal import XPath

/// What a `role` or a `flag` says of how bad it is. The standard leaves their values open; these are the ones in use.
enum SeverityRole {
  static func severity(_ roles: [String?]) -> Diagnostic.Severity {
    for role in roles {
      guard let role else { continue }
      for word in Whitespace.tokens(role.lowercased()) {
        switch word {
        case "error", "fatal", "critical": return .error
        case "warning", "warn", "nonfatal", "caution": return .warning
        case "info", "information", "informational", "note", "notice", "hint", "debug", "trace": return .note
        default: break
        }
      }
    }
    return .error
  }
}
