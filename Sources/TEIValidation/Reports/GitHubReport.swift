internal import ArticleModel

/// Diagnostics as workflow commands of GitHub Actions: `::error file=…,line=…,col=…,title=…::message`.
enum GitHubReport {
  static func string(_ diagnostics: [Diagnostic]) -> String { diagnostics.map { command($0) + "\n" }.joined() }

  private static func command(_ diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if let file = diagnostic.file { properties.append("file=\(escaped(file, inProperty: true))") }
    if let position = diagnostic.position { properties += ["line=\(position.line)", "col=\(position.column)"] }
    properties.append("title=\(escaped(diagnostic.code, inProperty: true))")
    let name = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    return "::\(name) \(properties.joined(separator: ","))::\(escaped(diagnostic.message, inProperty: false))"
  }

  /// What would end a command or a property, written as the runner reads it back.
  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
