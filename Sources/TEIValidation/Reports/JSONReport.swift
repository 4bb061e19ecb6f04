internal import ArticleModel

/// Diagnostics as one JSON array, an object on each line.
enum JSONReport {
  static func string(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    return "[\n" + diagnostics.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
  }

  private static func object(_ diagnostic: Diagnostic) -> String {
    var members: [(String, JSONValue)] = []
    if let file = diagnostic.file { members.append(("file", .string(file))) }
    if let position = diagnostic.position {
      members += [("line", .number(position.line)), ("column", .number(position.column))]
    }
    if let xpath = diagnostic.xpath { members.append(("xpath", .string(xpath))) }
    members += [
      ("severity", .string(diagnostic.severity.rawValue)), ("code", .string(diagnostic.code)),
      ("message", .string(diagnostic.message)),
    ]
    return JSONValue.object(members).line
  }
}
