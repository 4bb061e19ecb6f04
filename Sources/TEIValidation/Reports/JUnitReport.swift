internal import ArticleModel

/// Diagnostics as the XML of JUnit: one suite, a test case for each file, which fails where the file has errors.
///
/// The form has no standard; what is written here is what Jenkins, GitLab and Gitea read. Times are 0: the same files give
/// the same bytes.
enum JUnitReport {
  static func string(_ diagnostics: [Diagnostic], files: [String]) -> String {
    let cases = cases(diagnostics, files)
    let failures = cases.count { $0.hasErrors }
    let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\" time=\"0\""
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"teikit validate\" \(counts)>\n"
    text += "  <testsuite name=\"teikit validate\" \(counts)>\n"
    for item in cases { text += string(item) }
    return text + "  </testsuite>\n</testsuites>\n"
  }

  private struct Case {
    var file: String
    var diagnostics: [Diagnostic] = []
    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// The files in their order; then what stands in others, as by XInclude; what has no file comes first.
  private static func cases(_ diagnostics: [Diagnostic], _ files: [String]) -> [Case] {
    var cases: [Case] = []
    var indices: [String: Int] = [:]
    func index(_ file: String) -> Int {
      if let index = indices[file] { return index }
      indices[file] = cases.count
      cases.append(Case(file: file))
      return cases.count - 1
    }
    if diagnostics.contains(where: { $0.file == nil }) { _ = index("teikit validate") }
    for file in files { _ = index(file) }
    for diagnostic in diagnostics { cases[index(diagnostic.file ?? "teikit validate")].diagnostics.append(diagnostic) }
    return cases
  }

  private static func string(_ item: Case) -> String {
    let file = escaped(item.file)
    let start = "    <testcase classname=\"teikit.validate\" name=\"\(file)\" file=\"\(file)\" time=\"0\""
    guard !item.diagnostics.isEmpty else { return start + "/>\n" }
    let lines = escaped(item.diagnostics.map(\.description).joined(separator: "\n"), inAttribute: false)
    let errors = item.diagnostics.filter { $0.severity == .error }
    guard let first = errors.first else {
      return start + ">\n      <system-out>\(lines)</system-out>\n    </testcase>\n"
    }
    let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
    return start + ">\n      <failure type=\"\(escaped(first.code))\" message=\"\(escaped(first.message + more))\">"
      + "\(lines)</failure>\n    </testcase>\n"
  }

  private static func escaped(_ text: String, inAttribute: Bool = true) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where inAttribute: result += "&quot;"
      case "\n" where !inAttribute: result += "\n"
      case "\n", "\t", "\r": result += "&#\(scalar.value);"
      // XML 1.0 has no way to write them.
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
