public import ArticleModel

/// Keeps a report to so many errors, as compilers do: the first ones are the ones to mend.
public struct DiagnosticLimit: Sendable {
  private let errors: Int?

  /// - Parameter errors: How many errors to tell; nil for all.
  public init(errors: Int?) { self.errors = errors }

  /// The diagnostics up to the last error to tell, and how many errors are left out.
  public func apply(to diagnostics: [Diagnostic]) -> (told: [Diagnostic], leftOut: Int) {
    guard let errors else { return (diagnostics, 0) }
    var told = 0
    for (index, diagnostic) in diagnostics.enumerated() where diagnostic.severity == .error {
      told += 1
      if told > errors {
        return (Array(diagnostics[..<index]), diagnostics[index...].count { $0.severity == .error })
      }
    }
    return (diagnostics, 0)
  }
}
