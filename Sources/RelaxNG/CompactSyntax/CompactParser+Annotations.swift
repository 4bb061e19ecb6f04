/// Annotations: they say nothing of what is valid, and are read to refuse what is none (appendix A of the specification).
extension CompactParser {
  /// Documentation and attributes and elements in brackets before what they annotate.
  @discardableResult
  mutating func annotations() throws(SchemaError) -> Bool {
    let start = index
    while token.kind == .documentation { advance() }
    if isSymbol("[") { try annotationContent(isNested: false) }
    return index > start
  }

  /// `>> name […]`, once or more often: where the first one stands.
  @discardableResult
  mutating func followingAnnotations() throws(SchemaError) -> SchemaPlace? {
    let place = isSymbol(">>") ? place : nil
    while take(">>") { try annotationElement() }
    return place
  }

  /// `name [attributes content]`
  mutating func annotationElement(isNested: Bool = false) throws(SchemaError) {
    let (namespace, _) = try annotationName("an annotation's name")
    if !isNested { try refuseOwnNamespace(namespace) }
    advance()
    try annotationContent(isNested: true)
  }

  /// Brackets with attributes first, then elements, and text where they stand in an element of an annotation themselves.
  private mutating func annotationContent(isNested: Bool) throws(SchemaError) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep }
    try expect("[")
    var names: Set<[String]> = []
    while following.kind == .symbol("=") {
      let name = try annotationName("an attribute of an annotation")
      try checkAttribute(name, isNested: isNested)
      guard names.insert([name.namespace, name.local]).inserted else {
        throw fault("attribute \(token.title) stands in the annotation twice")
      }
      advance()
      advance()
      _ = try literal()
    }
    while !take("]") {
      if isNested, case .literal = token.kind { _ = try literal() } else { try annotationElement(isNested: isNested) }
    }
  }

  /// The name that stands here; without prefix it is in no namespace.
  private func annotationName(_ expected: String) throws(SchemaError) -> (namespace: String, local: String) {
    switch token.kind {
    case .name(let local), .quotedName(let local): return ("", local)
    case .prefixedName(let prefix, let local): return (try namespace(of: prefix), local)
    default: throw unexpected(expected)
    }
  }

  private func checkAttribute(_ name: (namespace: String, local: String), isNested: Bool) throws(SchemaError) {
    if isNested {
      guard name != ("", "xmlns") else { throw fault("an attribute of an annotation cannot be called \"xmlns\"") }
    } else {
      guard !name.namespace.isEmpty else {
        throw fault("attribute \(token.title) of an annotation is in no namespace; expected one with a prefix")
      }
      try refuseOwnNamespace(name.namespace)
    }
    guard name.namespace != "http://www.w3.org/2000/xmlns" else {
      throw fault("attribute \(token.title) of an annotation is in the namespace of namespace declarations")
    }
  }

  private func refuseOwnNamespace(_ namespace: String) throws(SchemaError) {
    guard namespace != "\(XMLSyntaxElement.namespace)" else {
      throw fault("annotation \(token.title) is in the namespace of RELAX NG itself")
    }
  }
}
