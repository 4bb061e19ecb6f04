/// Name classes and datatypes of the compact syntax.
extension CompactParser {
  /// A name class: choices of names and wildcards.
  mutating func nameClass(isAttribute: Bool, depth: Int = 0) throws(SchemaError) -> SyntaxNameClass {
    let start = place
    var parts = [try simpleNameClass(isAttribute: isAttribute, depth: depth)]
    while isSymbol("|") {
      try refuseBareException(parts[parts.count - 1], at: start)
      advance()
      parts.append(try simpleNameClass(isAttribute: isAttribute, depth: depth))
      try refuseBareException(parts[parts.count - 1], at: start)
    }
    return parts.count == 1 ? parts[0] : SyntaxNameClass(.choice(parts), start)
  }

  /// An exception stands beside "|" only in parentheses.
  private func refuseBareException(_ part: SyntaxNameClass, at place: SchemaPlace) throws(SchemaError) {
    guard let bareException, bareException === part else { return }
    throw SchemaError(.syntax, "\"-\" stands beside \"|\"; expected parentheses around one of them", at: place)
  }

  private mutating func simpleNameClass(isAttribute: Bool, depth: Int) throws(SchemaError) -> SyntaxNameClass {
    guard depth < 100 else { throw SchemaError(.limit, "name classes nest too deep", at: place) }
    try annotations()
    let nameClass = try unannotatedNameClass(isAttribute: isAttribute, depth: depth)
    try followingAnnotations()
    return nameClass
  }

  private mutating func unannotatedNameClass(isAttribute: Bool, depth: Int) throws(SchemaError) -> SyntaxNameClass {
    let place = place
    switch token.kind {
    case .name(let local), .quotedName(let local):
      advance()
      let namespace = isAttribute ? "" : environment.defaultNamespace
      return SyntaxNameClass(.name(namespace: namespace, local: local), place)
    case .prefixedName(let prefix, let local):
      let namespace = try namespace(of: prefix)
      advance()
      return SyntaxNameClass(.name(namespace: namespace, local: local), place)
    case .namespaceName(let prefix):
      let namespace = try namespace(of: prefix)
      advance()
      let except = try exception(isAttribute: isAttribute, depth: depth)
      return noting(SyntaxNameClass(.namespace(namespace, except: except), place), except)
    case .symbol("*"):
      advance()
      let except = try exception(isAttribute: isAttribute, depth: depth)
      return noting(SyntaxNameClass(.anyName(except: except), place), except)
    case .symbol("("):
      advance()
      let inner = try nameClass(isAttribute: isAttribute, depth: depth + 1)
      try expect(")")
      bareException = nil
      return inner
    default: throw unexpected("a name class")
    }
  }

  private mutating func noting(_ nameClass: SyntaxNameClass, _ except: SyntaxNameClass?) -> SyntaxNameClass {
    bareException = except == nil ? nil : nameClass
    return nameClass
  }

  private mutating func exception(isAttribute: Bool, depth: Int) throws(SchemaError) -> SyntaxNameClass? {
    guard take("-") else { return nil }
    return try simpleNameClass(isAttribute: isAttribute, depth: depth + 1)
  }

  /// `xsd:integer { minInclusive = "0" } - "7"`, `token "a"`, `"a"`.
  mutating func data(_ place: SchemaPlace) throws(SchemaError) -> SyntaxPattern {
    var datatype = SyntaxDatatype(library: "", name: "token")
    var hasName = true
    switch token.kind {
    case .name(let name): datatype.name = name
    case .prefixedName(let prefix, let local):
      guard let library = environment.library(of: prefix) else {
        throw fault("datatype prefix \"\(prefix)\" is not declared")
      }
      datatype = SyntaxDatatype(library: library, name: local)
    default: hasName = false
    }
    if hasName { advance() }
    if case .literal = token.kind {
      return SyntaxPattern(.value(datatype, try literal(), environment.context), place)
    }
    var parameters: [SyntaxParameter] = []
    if take("{") {
      while !take("}") {
        try annotations()
        let parameterPlace = self.place
        let name = try anyIdentifier()
        try expect("=")
        parameters.append(SyntaxParameter(name: name, value: try literal(), place: parameterPlace))
      }
    }
    var except: SyntaxPattern?
    if take("-") {
      try annotations()
      except = SyntaxPattern(.choice([try primary()]), place)
    }
    let data = SyntaxPattern(.data(datatype, parameters, except: except), place)
    bareDataException = except == nil ? nil : data
    return data
  }
}
