internal import ArticleModel

/// Diagnostics as a log of SARIF 2.1.0 (OASIS Standard, 27 March 2020) with one run.
enum SARIFReport {
  static func string(_ diagnostics: [Diagnostic], version: String?) -> String {
    let rules = Rules(diagnostics)
    var driver: [(String, JSONValue)] = [("name", .string("teikit"))]
    if let version { driver.append(("version", .string(version))) }
    driver.append(("rules", .array(rules.codes.map(rule))))
    let run: [(String, JSONValue)] = [
      ("tool", .object([("driver", .object(driver))])),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(diagnostics.map { result($0, rules) })),
    ]
    let log: [(String, JSONValue)] = [
      (
        "$schema", .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      ),
      ("version", .string("2.1.0")),
      ("runs", .array([.object(run)])),
    ]
    return JSONValue.object(log).page(depth: 6) + "\n"
  }

  /// The codes that occur, in order, so that results can name them by number (section 3.27.6).
  private struct Rules {
    let codes: [String]
    let indices: [String: Int]

    init(_ diagnostics: [Diagnostic]) {
      codes = Set(diagnostics.map(\.code)).sorted()
      indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    }
  }

  private static func rule(_ code: String) -> JSONValue {
    guard let known = DiagnosticCode.named(code) else { return .object([("id", .string(code))]) }
    return .object([
      ("id", .string(code)), ("shortDescription", message(known.meaning + ".")),
      ("help", message(known.remedy)),
    ])
  }

  /// A message; braces would be placeholders (section 3.11.5).
  private static func message(_ text: String) -> JSONValue {
    .object([("text", .string(text.replacing("{", with: "{{").replacing("}", with: "}}")))])
  }

  private static func result(_ diagnostic: Diagnostic, _ rules: Rules) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("ruleId", .string(diagnostic.code)), ("ruleIndex", .number(rules.indices[diagnostic.code]!)),
      ("level", .string(diagnostic.severity.rawValue)), ("message", message(diagnostic.message)),
    ]
    var location: [(String, JSONValue)] = []
    if let file = diagnostic.file {
      var physical: [(String, JSONValue)] = [
        ("artifactLocation", .object([("uri", .string(FileReference.uri(of: file)))]))
      ]
      if let position = diagnostic.position {
        physical.append(
          ("region", .object([("startLine", .number(position.line)), ("startColumn", .number(position.column))])))
      }
      location.append(("physicalLocation", .object(physical)))
    }
    if let xpath = diagnostic.xpath {
      let logical: [(String, JSONValue)] = [("fullyQualifiedName", .string(xpath)), ("kind", .string("element"))]
      location.append(("logicalLocations", .array([.object(logical)])))
    }
    if !location.isEmpty { members.append(("locations", .array([.object(location)]))) }
    return .object(members)
  }
}
