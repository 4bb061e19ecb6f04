public import ArticleModel

/// What was found in an archive, counted: one line in all, and one for each code.
public struct DiagnosticSummary: Sendable {
  /// How often a code was found.
  public struct Count: Hashable, Sendable {
    public var severity: Diagnostic.Severity
    public var code: String
    public var count: Int
    /// In how many files.
    public var files: Int
  }

  /// How many files were checked.
  public let files: Int
  public let errors: Int
  public let warnings: Int
  /// The most frequent first.
  public let counts: [Count]

  public init(_ diagnostics: [Diagnostic], files: Int) {
    struct Key: Hashable {
      var severity: Diagnostic.Severity
      var code: String
    }
    var found: [Key: (count: Int, files: Set<String?>)] = [:]
    for diagnostic in diagnostics {
      let key = Key(severity: diagnostic.severity, code: diagnostic.code)
      found[key, default: (0, [])].count += 1
      found[key]!.files.insert(diagnostic.file)
    }
    self.files = files
    counts = found.map { Count(severity: $0.severity, code: $0.code, count: $1.count, files: $1.files.count) }
      .sorted { left, right in
        if left.count != right.count { return left.count > right.count }
        return left.code == right.code ? left.severity > right.severity : left.code < right.code
      }
    errors = counts.reduce(0) { $0 + ($1.severity == .error ? $1.count : 0) }
    warnings = counts.reduce(0) { $0 + ($1.severity == .warning ? $1.count : 0) }
  }

  /// `12 files checked: 3 errors, 0 warnings`
  public var line: String {
    let checked = "\(Self.number(files, "file")) checked: "
    if errors + warnings == 0 { return checked + "no faults" }
    return checked + "\(Self.number(errors, "error")), \(Self.number(warnings, "warning"))"
  }

  /// A line for each code, in columns: how often, in how many files, and what it means. Empty where no code was found twice.
  public var table: [String] {
    guard counts.contains(where: { $0.count > 1 }) else { return [] }
    let rows = counts.map { count in
      [
        String(count.count), count.severity.rawValue + (count.count == 1 ? "" : "s"), "in", String(count.files),
        count.files == 1 ? "file" : "files", count.code, DiagnosticCode.named(count.code)?.meaning ?? "",
      ]
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        let fill = String(repeating: " ", count: widths[column] - text.count)
        // Numbers stand below each other.
        let isNumber = column == 0 || column == 3
        line += (column == 0 ? "" : column > 4 ? "  " : " ") + (isNumber ? fill + text : text + fill)
      }
      while line.utf8.last == 0x20 { line.removeLast() }
      return line
    }
  }

  private static func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
