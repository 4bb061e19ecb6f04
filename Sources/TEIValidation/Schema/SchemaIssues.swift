internal import XML

/// Turns libxml2's reports into findings: which element, in quotes, and what was expected there.
///
/// libxml2 reports one fault several times, at the place, at a child and at the parent; and it gives up at the first
/// fault of a content. What is already told of a place is not told again.
struct SchemaIssues {
  private let document: XMLDocument
  private let vocabulary: SchemaVocabulary

  init(_ document: XMLDocument, _ vocabulary: SchemaVocabulary) {
    self.document = document
    self.vocabulary = vocabulary
  }

  /// Adds what `findings` does not tell yet.
  func append(_ issues: [XMLIssue], to findings: inout [Finding]) {
    // What comes without an element may be told already, better.
    for issue in issues.filter({ $0.element != nil }) + issues.filter({ $0.element == nil }) {
      guard let finding = finding(issue, beside: findings) else { continue }
      let isTold = findings.contains { told in
        // Two attributes of one element are two faults; a report that names none is about any of them.
        told.element == finding.element && told.code.hasPrefix("attribute") == finding.code.hasPrefix("attribute")
          && (finding.code != "attribute-value" || told.message == finding.message || told.names(finding))
      }
      if !isTold { findings.append(finding) }
    }
    // Reports that name no fault stand alone only: valid is not what libxml2 said.
    if findings.isEmpty, let issue = issues.first {
      findings.append(Finding(.error, code: "schema", issue.message, at: issue.element ?? document.root))
    }
  }

  private func finding(_ issue: XMLIssue, beside findings: [Finding]) -> Finding? {
    let words = issue.message.split(separator: " ").map(String.init)
    switch issue.message {
    case Form("did not expect element * there"), Form("element * has extra content: *"):
      return issue.element.map(notAllowed)
    case Form("expecting element *, got *"):
      return issue.element.map { words.last == "nothing" ? incomplete($0) : notAllowed($0) }
    case Form("expecting an element *, got nothing"): return issue.element.map(incomplete)
    case Form("did not expect text in element * content"):
      return issue.element.map {
        Finding(.error, code: "text-not-allowed", "text not allowed in element \"\($0.name)\"", at: $0)
      }
    case Form("invalid attribute * for element *"):
      return issue.element.flatMap { invalidAttribute(words[2], of: $0) }
    case Form("element * failed to validate attributes"):
      if issue.element == nil, findings.contains(where: { $0.isAboutAttributes(ofElement: words[1]) }) { return nil }
      return invalidAttributes(ofElement: words[1], near: issue.element)
    case Form("element * failed to validate content"):
      return issue.element.flatMap { $0.name == words[1] ? invalidContent(of: $0) : nil }
    default: return nil
    }
  }

  private func notAllowed(_ element: XMLElement) -> Finding {
    let place = element.parent.map { " in \"\($0.name)\"" } ?? ""
    return Finding(
      .error, code: "element-not-allowed", "element \"\(element.name)\" not allowed here\(place)", at: element)
  }

  private func incomplete(_ element: XMLElement) -> Finding {
    let children = vocabulary.content(of: element)?.children.map(\.local) ?? []
    let expected = children.isEmpty ? "" : "; expected \(Phrase.list(children))"
    return Finding(
      .error, code: "content-incomplete", "content of element \"\(element.name)\" is not complete\(expected)",
      at: element)
  }

  private func invalidAttribute(_ local: String, of element: XMLElement) -> Finding? {
    // libxml2 leaves the prefix out.
    guard let (name, value) = element.attributes.first(where: { $0.name == local || $0.name.hasSuffix(":\(local)") })
    else { return nil }
    let expectation = vocabulary.content(of: element)?.attributes[name]?.expectation ?? ""
    let expected = expectation.isEmpty ? "" : "; expected \(expectation)"
    return Finding(
      .error, code: "attribute-value",
      "attribute \"\(name)\" of element \"\(element.name)\" is \"\(value)\"\(expected)", at: element)
  }

  /// A required attribute has a wrong value. libxml2 names the element alone, and reports it at a child or nowhere.
  private func invalidAttributes(ofElement name: String, near place: XMLElement?) -> Finding? {
    var candidate = place
    while let element = candidate, element.name != name { candidate = element.parent }
    let found = candidate ?? ([document.root] + document.root.descendants).first { $0.name == name }
    guard let element = found else { return nil }
    let required = vocabulary.content(of: element)?.attributes.filter { name, known in
      known.isRequired && known.values == nil && name != "xml:id"
    }
    let given = (required ?? [:]).sorted { $0.key < $1.key }.compactMap { name, known in
      element[name].map { "\(name)=\"\($0)\" (expected \(known.expectation))" }
    }
    guard !given.isEmpty else {
      return Finding(.error, code: "attribute-value", "attributes of element \"\(name)\" are not valid", at: element)
    }
    return Finding(
      .error, code: "attribute-value",
      "element \"\(name)\" has an attribute that is not valid: \(given.joined(separator: ", "))", at: element)
  }

  private func invalidContent(of element: XMLElement) -> Finding? {
    guard let datatypes = vocabulary.content(of: element)?.datatypes, !datatypes.isEmpty else { return nil }
    let text = Phrase.collapsed(element.text)
    return Finding(
      .error, code: "content-value",
      "content of element \"\(element.name)\" is \(Phrase.quoted(text)); expected \(datatypes.joined(separator: ", or "))",
      at: element)
  }
}

extension Finding {
  fileprivate func isAboutAttributes(ofElement name: String) -> Bool {
    code.hasPrefix("attribute") && element.name == name
  }

  /// Whether this tells of the same attribute as another, or the other of no one in particular.
  fileprivate func names(_ other: Finding) -> Bool {
    guard other.message.hasPrefix("attribute \"") else { return true }
    let attribute = other.message.dropFirst(11).prefix { $0 != "\"" }
    return message.contains("\"\(attribute)\"")
  }
}

/// A message of libxml2 with `*` for what varies.
private struct Form {
  private let parts: [Substring]

  init(_ text: StaticString) {
    parts = text.description.split(separator: "*", omittingEmptySubsequences: false)
  }

  static func ~= (form: Form, message: String) -> Bool {
    guard let first = form.parts.first, message.hasPrefix(first) else { return false }
    var rest = message.dropFirst(first.count)
    for part in form.parts.dropFirst() {
      if part.isEmpty { return true }
      guard let found = rest.ranges(of: part).first else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.isEmpty
  }
}
