internal import XML

/// Finds Schematron inside a schema of another language (RELAX NG, W3C XML Schema, an ODD's output).
///
/// What TEI's processor writes: `pattern`s anywhere, `ns` beside them, and bare `rule`s with `let`s, each of which becomes a
/// pattern of its own, as TEI's own extraction does.
extension SchemaSource {
  mutating func takeEmbedded(_ inclusion: inout Inclusion) throws(SchematronError) {
    var waiting: [SchemaElement] = []
    var roots = [root]
    var known: Set = [root.document.name]
    var next = 0
    while next < roots.count {
      try takeEmbedded(roots[next], &waiting, &inclusion)
      for element in roots[next].descendants {
        // A file that is not there is the other language's affair.
        guard Self.includesRelaxNG(element), let href = element["href"],
          let included = try inclusion.relaxNG(href, element), known.insert(included.document.name).inserted
        else { continue }
        guard roots.count < 1000 else { throw try SchemaElement(element).error("the schema includes too much") }
        roots.append(included)
      }
      next += 1
    }
    try instantiate(waiting)
  }

  static func includesRelaxNG(_ element: XMLElement) -> Bool {
    element.namespace == relaxNGNamespace && (element.name == "include" || element.name == "externalRef")
      && element["href"] != nil
  }

  private static let relaxNGNamespace = "http://relaxng.org/ns/structure/1.0"

  private mutating func takeEmbedded(
    _ root: XMLElement, _ waiting: inout [SchemaElement], _ inclusion: inout Inclusion
  ) throws(SchematronError) {
    let elements = ([root] + root.descendants).filter(SchemaElement.isSchematron)
    let hostsOfRules = Set(elements.filter { $0.name == "rule" }.compactMap(\.parent))
    for element in elements {
      guard let host = element.parent, !SchemaElement.isSchematron(host) else { continue }
      let found = try inclusion.expand(try SchemaElement(element))
      switch found.name {
      case "schema":
        queryBinding = queryBinding ?? found["queryBinding"]
        defaultPhase = defaultPhase ?? found["defaultPhase"]
        takeKeys(found)
        for child in found.children { try take(child, &waiting) }
      case "rule":
        let lets = try siblingLets(of: element)
        waiting.append(Self.pattern(lets + [found], found))
      // Taken with the rules beside it.
      case "let" where hostsOfRules.contains(host): break
      case "assert", "report":
        guard let rule = Self.rule(found, host) else {
          throw found.error("\"\(found.name)\" outside a rule, in no element whose name is known; expected \"rule\"")
        }
        waiting.append(Self.pattern([rule], rule))
      case "include": for child in found.children { try take(child, &waiting) }
      default: try take(found, &waiting)
      }
    }
  }

  /// The variables that stand beside a bare rule are those of its pattern.
  private func siblingLets(of rule: XMLElement) throws(SchematronError) -> [SchemaElement] {
    var lets: [SchemaElement] = []
    for sibling in rule.parent?.children ?? root.children
    where SchemaElement.isSchematron(sibling) && sibling.name == "let" {
      lets.append(try SchemaElement(sibling))
      guard lets.count <= 1000 else { throw try SchemaElement(sibling).error("more than 1000 variables beside a rule") }
    }
    return lets
  }

  private static func pattern(_ children: [SchemaElement], _ origin: SchemaElement) -> SchemaElement {
    var pattern = origin
    pattern.name = "pattern"
    pattern.attributes = [:]
    pattern.content = children.map { .element($0) }
    return pattern
  }

  /// A bare `assert` is about the element in whose pattern of RELAX NG it stands.
  private static func rule(_ check: SchemaElement, _ host: XMLElement) -> SchemaElement? {
    var holder: XMLElement? = host
    while let current = holder, current.name != "element" || current["name"] == nil { holder = current.parent }
    guard let holder, let name = holder["name"] else { return nil }
    var namespace: String?
    var local = name
    if let colon = name.firstIndex(of: ":") {
      namespace = holder.namespace(ofPrefix: String(name[..<colon]))
      local = String(name[name.index(after: colon)...])
    } else {
      var scope: XMLElement? = holder
      while let current = scope, current["ns"] == nil { scope = current.parent }
      namespace = scope?["ns"]
    }
    var rule = check
    rule.name = "rule"
    rule.attributes = ["context": "*[local-name() = '\(local)' and namespace-uri() = '\(namespace ?? "")']"]
    rule.content = [.element(check)]
    return rule
  }
}
