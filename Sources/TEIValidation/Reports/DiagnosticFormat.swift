public import ArticleModel

/// How diagnostics are written.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// A line each: `file:line:column: severity[code]: message`.
  case text
  /// One JSON array (RFC 8259) with an object for each; what is not known is left out.
  case json
  /// SARIF 2.1.0 (OASIS), for the places that show what tools find: editors and code hosts.
  case sarif
  /// JUnit's XML, for servers of continuous integration: a test case for each file.
  case junit
  /// Workflow commands of GitHub Actions, which annotate the lines of a change.
  case github

  /// The diagnostics as text, ending with a line end; empty for none as `text` and `github`.
  ///
  /// - Parameters:
  ///   - files: All files that were checked, in order; `junit` tells those without faults, too.
  ///   - version: That of the program.
  public func string(_ diagnostics: [Diagnostic], files: [String] = [], version: String? = nil) -> String {
    switch self {
    case .text: diagnostics.map { $0.description + "\n" }.joined()
    case .json: JSONReport.string(diagnostics)
    case .sarif: SARIFReport.string(diagnostics, version: version)
    case .junit: JUnitReport.string(diagnostics, files: files)
    case .github: GitHubReport.string(diagnostics)
    }
  }
}
