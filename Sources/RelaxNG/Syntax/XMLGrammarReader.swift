/// Reads the content of `grammar`: definitions, with `div` and `include` resolved (sections 4.7 and 4.11).
struct XMLGrammarReader {
  let patterns: XMLSyntaxReader

  func definitions(in element: XMLSyntaxElement) throws(SchemaError) -> [SyntaxDefinition] {
    var found: [SyntaxDefinition] = []
    for child in try element.children() { try append(child, to: &found, mayInclude: true) }
    return found
  }

  private func append(_ element: XMLSyntaxElement, to found: inout [SyntaxDefinition], mayInclude: Bool)
    throws(SchemaError)
  {
    switch element.kind {
    case .start:
      let children = try element.children()
      guard children.count == 1 else {
        throw SchemaError(
          .syntax, "\"start\" holds \(children.count) patterns; expected one", section: "3", at: element.place)
      }
      found.append(
        SyntaxDefinition(
          name: nil, combine: try combine(element), body: [try patterns.pattern(children[0])], place: element.place))
    case .define:
      found.append(
        SyntaxDefinition(
          name: try element.requiredName(), combine: try combine(element), body: try patterns.patterns(in: element),
          place: element.place))
    case .div:
      for child in try element.children() { try append(child, to: &found, mayInclude: mayInclude) }
    case .include where mayInclude:
      found += try included(element)
    default:
      throw SchemaError(
        .syntax,
        "element \"\(element.kind.rawValue)\" not allowed here; expected \"start\", \"define\" or \"div\"",
        section: "3", at: element.place)
    }
  }

  private func combine(_ element: XMLSyntaxElement) throws(SchemaError) -> SyntaxDefinition.Combine? {
    guard let text = element["combine"] else { return nil }
    guard let combine = SyntaxDefinition.Combine(rawValue: text) else {
      throw SchemaError(
        .syntax, "attribute \"combine\" is \"\(text)\"; expected \"choice\" or \"interleave\"", section: "3",
        at: element.place)
    }
    return combine
  }

  private func included(_ element: XMLSyntaxElement) throws(SchemaError) -> [SyntaxDefinition] {
    var overriding: [SyntaxDefinition] = []
    for child in try element.children() { try append(child, to: &overriding, mayInclude: false) }
    let href = try element.required("href")
    let root = try patterns.files.open(href, base: element.base, at: element.place, ns: element.ns)
    return try Inclusion.merge(root, href: href, overriding: overriding, at: element.place)
  }
}

/// Section 4.7: what an `include` overrides is taken out of the included grammar.
enum Inclusion {
  static func merge(
    _ root: SyntaxPattern, href: String, overriding: [SyntaxDefinition], at place: SchemaPlace
  ) throws(SchemaError) -> [SyntaxDefinition] {
    guard case .grammar(let included) = root.kind else {
      throw SchemaError(
        .syntax, "\"\(href)\" is not a grammar; only grammars can be included", section: "4.7", at: place)
    }
    let names = Set(overriding.map(\.name))
    let given = Set(included.map(\.name))
    for definition in overriding where !given.contains(definition.name) {
      throw SchemaError(
        .reference, "\(definition.title) overrides nothing: \"\(href)\" has none", section: "4.7", at: definition.place)
    }
    return included.filter { !names.contains($0.name) } + overriding
  }
}
