import XML

/// A schema as an ODD specifies it: the declarations that its `schemaSpec` gathers, in order.
struct Specification {
  let name: String
  /// The elements that a document may begin with.
  let start: [String]
  private(set) var declarations: [Declaration] = []
  private(set) var constraints: [Constraint] = []

  /// - Throws: ``DerivationError``, or `XMLError` where the bytes are not XML.
  init(odd bytes: [UInt8], name file: String) throws {
    let document = try XMLDocument(parsing: bytes, name: file)
    guard let schema = document.root.descendants.first(where: { $0.isNamed("schemaSpec") }), let name = schema["ident"]
    else { throw DerivationError("\(file) has no schemaSpec with \"ident\"") }
    self.name = name
    start = (schema["start"] ?? "TEI").split(separator: " ").map(String.init)
    var groups: [String: XMLElement] = [:]
    for group in document.root.descendants where group.isNamed("specGrp") { groups[group["xml:id"] ?? ""] = group }
    try gather(from: schema, groups)
    try check(modules: schema.children.filter { $0.isNamed("moduleRef") })
    try checkReferences()
  }

  private mutating func gather(from parent: XMLElement, _ groups: [String: XMLElement]) throws(DerivationError) {
    for child in parent.children {
      if child.isNamed("specGrpRef") {
        guard let target = child["target"], let group = groups[String(target.dropFirst())] else {
          throw DerivationError("specGrpRef \"\(child["target"] ?? "")\" has no target")
        }
        try gather(from: group, groups)
      } else if child.isNamed("constraintSpec") {
        constraints.append(try Constraint(child))
      } else if let declaration = try Declaration(child) {
        declarations.append(declaration)
        for inner in child.descendants where inner.isNamed("constraintSpec") {
          constraints.append(try Constraint(inner))
        }
      }
    }
  }

  /// Every element that a module is asked for is declared, and every declared one of a module is asked for.
  private func check(modules: [XMLElement]) throws(DerivationError) {
    var included: Set<String> = []
    for module in modules {
      for element in (module["include"] ?? "").split(whereSeparator: \.isWhitespace) {
        included.insert("\(module["key"] ?? "") \(element)")
      }
    }
    let declared = Set(
      declarations.filter { $0.kind == .element }.compactMap { one in one.module.map { "\($0) \(one.name)" } })
    if let odd = included.symmetricDifference(declared).min() {
      throw DerivationError("\"\(odd)\" is \(declared.contains(odd) ? "declared but not included" : "not declared")")
    }
  }

  /// Everything that is referred to is declared, once, and everything declared is of use.
  private func checkReferences() throws(DerivationError) {
    var patterns: [String: Pattern] = [:]
    for declaration in declarations {
      guard patterns.updateValue(declaration.pattern, forKey: declaration.name) == nil else {
        throw DerivationError("\"\(declaration.name)\" is declared twice")
      }
    }
    var used: Set<String> = []
    var waiting = start
    while let name = waiting.popLast() {
      guard let pattern = patterns[name] else { throw DerivationError("\"\(name)\" is not declared") }
      guard used.insert(name).inserted else { continue }
      pattern.forEachReference { waiting.append($0) }
    }
    if let idle = declarations.first(where: { !used.contains($0.name) }) {
      throw DerivationError("\"\(idle.name)\" is declared and never used")
    }
    var identifiers: Set<String> = []
    for constraint in constraints where !identifiers.insert(constraint.name).inserted {
      throw DerivationError("constraint \"\(constraint.name)\" is declared twice")
    }
  }
}

extension Pattern {
  func forEachReference(_ body: (String) -> Void) {
    switch self {
    case .empty, .text, .data, .value: break
    case .reference(let name): body(name)
    case .list(let one), .optional(let one), .zeroOrMore(let one), .oneOrMore(let one), .attribute(_, let one):
      one.forEachReference(body)
    case .group(let parts), .choice(let parts), .element(_, _, let parts):
      for part in parts { part.forEachReference(body) }
    }
  }
}
