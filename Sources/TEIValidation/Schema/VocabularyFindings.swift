internal import ArticleModel
internal import XML

extension SchemaVocabulary {
  /// What stands where the schema never allows it, and what is missing that it always asks for.
  func findings(in document: XMLDocument) -> [Finding] {
    let root = document.root
    var findings: [Finding] = []
    if !roots.contains(Name(namespace: root.namespace ?? "", local: root.name)) {
      findings.append(
        Finding(
          .error, code: "element-not-allowed",
          "element \(Phrase.element(root, beside: roots)) not allowed as root; expected \(Phrase.list(roots.map(\.local)))",
          at: root))
      return findings
    }
    check(root, &findings)
    for element in root.descendants { check(element, &findings) }
    return findings
  }

  private func check(_ element: XMLElement, _ findings: inout [Finding]) {
    guard let content = content(of: element) else { return }
    checkAttributes(of: element, content, &findings)
    if !content.allowsAnyChild { checkChildren(of: element, content, &findings) }
    if !content.hasText, let text = element.nodes.lazy.compactMap(Phrase.visibleText).first {
      findings.append(
        Finding(
          .error, code: "text-not-allowed", "text \(text) not allowed in element \"\(element.name)\"", at: element))
    }
  }

  private func checkAttributes(of element: XMLElement, _ content: Content, _ findings: inout [Finding]) {
    let attributes = element.attributes
    for (name, value) in attributes {
      guard let known = content.attributes[name] else {
        if content.allowsAnyAttribute { continue }
        let suggestion = NearestName.suggestion(for: name, among: content.attributes.keys)
        findings.append(
          Finding(
            .error, code: "attribute-not-allowed",
            "attribute \"\(name)\" not allowed on element \"\(element.name)\"\(suggestion)", at: element))
        continue
      }
      guard let values = known.values, !values.contains(Phrase.collapsed(value)) else { continue }
      findings.append(
        Finding(
          .error, code: "attribute-value",
          "attribute \"\(name)\" of element \"\(element.name)\" is \"\(value)\"; expected \(known.expectation)",
          at: element))
    }
    let given = Set(attributes.map(\.name))
    for (name, known) in content.attributes.sorted(by: { $0.key < $1.key })
    where known.isRequired && !given.contains(name) {
      let values = known.values.map { "; expected \(Phrase.list($0))" } ?? ""
      findings.append(
        Finding(
          .error, code: "attribute-missing", "element \"\(element.name)\" has no attribute \"\(name)\"\(values)",
          at: element))
    }
  }

  private func checkChildren(of element: XMLElement, _ content: Content, _ findings: inout [Finding]) {
    for child in element.children
    where !content.children.contains(Name(namespace: child.namespace ?? "", local: child.name)) {
      let expected = content.children.isEmpty ? "no element" : Phrase.list(content.children.map(\.local))
      findings.append(
        Finding(
          .error, code: "element-not-allowed",
          "element \(Phrase.element(child, beside: content.children)) not allowed in \"\(element.name)\"; "
            + "expected \(expected)", at: child))
    }
  }
}

/// Parts of messages.
enum Phrase {
  private static let longestList = 16

  /// `"a", "b" or "c"`, sorted; of a long list the first.
  static func list(_ names: [String]) -> String {
    var quoted = Set(names).sorted().map { "\"\($0)\"" }
    if quoted.count > longestList {
      return quoted.prefix(longestList - 1).joined(separator: ", ")
        + " or one of \(quoted.count - longestList + 1) others"
    }
    guard let last = quoted.popLast() else { return "nothing" }
    return quoted.isEmpty ? last : quoted.joined(separator: ", ") + " or " + last
  }

  /// The name of an element in quotes, with its namespace where the name alone would be allowed.
  static func element(_ element: XMLElement, beside allowed: Set<SchemaVocabulary.Name>) -> String {
    guard allowed.contains(where: { $0.local == element.name }) else { return "\"\(element.name)\"" }
    return "\"\(element.name)\" of \(element.namespace.map { "namespace \"\($0)\"" } ?? "no namespace")"
  }

  /// The beginning of a text in quotes; nil for one of white space.
  static func visibleText(_ node: XMLNode) -> String? {
    guard case .text(let text) = node else { return nil }
    let collapsed = collapsed(text)
    return collapsed.isEmpty ? nil : quoted(collapsed)
  }

  static func quoted(_ text: String) -> String { text.count > 40 ? "\"\(text.prefix(39))…\"" : "\"\(text)\"" }

  static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
