internal import ArticleModel
internal import RelaxNG
internal import XML

/// What libxml2 finds by a W3C XML Schema, in our words.
struct W3CFaultMessages {
  var element: String
  var namespace: String?
  /// The element around it; nil for the root.
  var parent: String?
  /// What the element holds, as far as it is short.
  var text: String

  /// Of two reports about one value libxml2 makes the first for the facet and the second for the type.
  static func withoutEchoes(_ issues: [W3CSchemaIssue]) -> [W3CSchemaIssue] {
    issues.enumerated().filter { index, issue in
      issue.rule != .value
        || !issues[..<index].contains {
          $0.attribute == issue.attribute && ($0.rule == .value || $0.rule == .fixedValue)
        }
    }.map(\.element)
  }

  /// The code and the message of a report.
  func fault(_ issue: W3CSchemaIssue) -> (code: String, message: String) {
    let name = "\"\(element)\""
    let attribute = "\"\(issue.attribute ?? "")\""
    switch issue.rule {
    case .elementNotExpected:
      let expected = expected(issue.expected, found: element)
      return (
        "element-not-allowed", "element \(name) not allowed here\(parent.map { " in \"\($0)\"" } ?? "")\(expected)"
      )
    case .elementUnknown, .rootUnknown:
      let place = parent.map { "in \"\($0)\"" } ?? "as root"
      let space = namespace.map { "in namespace \"\($0)\"" } ?? "without namespace"
      return ("element-not-allowed", "element \(name) not allowed \(place); the schema has none of that name \(space)")
    case .elementContentNotAllowed:
      let expected = issue.text.contains("simple") ? "expected text alone" : "expected nothing in it"
      return ("element-not-allowed", "element \(name) not allowed in \"\(parent ?? "")\"; \(expected)")
    case .childMissing:
      return ("content-incomplete", "content of element \(name) is not complete" + expected(issue.expected, found: nil))
    case .textNotAllowed:
      return ("text-not-allowed", "text \(Self.quoted(text)) not allowed in element \(name)")
    case .attributeNotAllowed:
      return ("attribute-not-allowed", "attribute \(attribute) not allowed on element \(name)")
    case .attributeMissing:
      return ("attribute-missing", "element \(name) has no attribute \(attribute)")
    case .value, .fixedValue:
      let value = Self.quoted(issue.value ?? text)
      let expected = W3CValuePhrase.expected(issue)
      return issue.attribute == nil
        ? ("content-value", "content of element \(name) is \(value); expected \(expected)")
        : ("attribute-value", "attribute \(attribute) of element \(name) is \(value); expected \(expected)")
    case .uniqueness:
      let code =
        issue.text.hasPrefix("duplicate")
        ? "id-duplicate" : issue.text.hasPrefix("no match") ? "idref-dangling" : "schema-rule"
      return (code, "element \"\(issue.element ?? element)\": \(issue.text)")
    case .type, .other:
      let subject = issue.attribute.map { "attribute \"\($0)\" of element \(name)" } ?? "element \(name)"
      return ("schema-rule", "\(subject): \(issue.text)")
    case .failure:
      return ("document-limit", "the document is not checked to its end: libxml2 gave up at element \(name)")
    }
  }

  private func expected(_ names: [String], found: String?) -> String {
    let names = Array(Set(names)).sorted()
    // Of one or two letters any name of an element is near to any other.
    if let found, found.utf8.count > 2, let meant = NearestName.to(found, among: names) {
      return "; did you mean \"\(meant)\"?"
    }
    return names.isEmpty ? "" : "; expected \(Phrase.list(names.map { "\"\($0)\"" }))"
  }

  static func quoted(_ text: String) -> String {
    Phrase.quoted(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}
