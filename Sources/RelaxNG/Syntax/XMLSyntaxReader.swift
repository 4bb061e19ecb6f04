internal import XML

/// Reads RELAX NG's XML syntax into a syntax tree (sections 3 and 4.1 to 4.11).
struct XMLSyntaxReader {
  let files: SchemaFiles

  /// Reads a whole schema file.
  func schema(_ root: XMLElement, base: String, ns: String = "") throws(SchemaError) -> SyntaxPattern {
    let element = try XMLSyntaxElement(root, inheriting: nil, ns: ns, base: base)
    guard element.kind.isPattern else {
      throw SchemaError(
        .syntax, "a schema cannot begin with \"\(element.kind.rawValue)\"; expected a pattern", section: "3",
        at: element.place)
    }
    return try pattern(element)
  }

  func pattern(_ element: XMLSyntaxElement) throws(SchemaError) -> SyntaxPattern {
    try files.count(1, at: element.place)
    return SyntaxPattern(try kind(of: element), element.place)
  }

  private func kind(of element: XMLSyntaxElement) throws(SchemaError) -> SyntaxPattern.Kind {
    switch element.kind {
    case .element, .attribute: return try named(element)
    case .group: return .group(try patterns(in: element))
    case .interleave: return .interleave(try patterns(in: element))
    case .choice: return .choice(try patterns(in: element))
    case .optional: return .optional(try patterns(in: element))
    case .zeroOrMore: return .zeroOrMore(try patterns(in: element))
    case .oneOrMore: return .oneOrMore(try patterns(in: element))
    case .list: return .list(try patterns(in: element))
    case .mixed: return .mixed(try patterns(in: element))
    case .ref, .parentRef:
      try element.refuseChildren()
      let name = try element.requiredName()
      return element.kind == .ref ? .ref(name) : .parentRef(name)
    case .empty, .notAllowed, .text:
      try element.refuseChildren()
      return element.kind == .empty ? .empty : element.kind == .text ? .text : .notAllowed
    case .value: return try value(element)
    case .data: return try data(element)
    case .externalRef:
      try element.refuseChildren()
      return .external(try external(element))
    case .grammar: return .grammar(try XMLGrammarReader(patterns: self).definitions(in: element))
    default:
      throw SchemaError(
        .syntax, "element \"\(element.kind.rawValue)\" not allowed here; expected a pattern", section: "3",
        at: element.place)
    }
  }

  func patterns(in element: XMLSyntaxElement) throws(SchemaError) -> [SyntaxPattern] {
    try patterns(try element.children()[...], of: element)
  }

  /// One pattern or more (section 3).
  private func patterns(_ children: ArraySlice<XMLSyntaxElement>, of element: XMLSyntaxElement) throws(SchemaError)
    -> [SyntaxPattern]
  {
    guard !children.isEmpty else {
      throw SchemaError(
        .syntax, "element \"\(element.kind.rawValue)\" is empty; expected a pattern", section: "3", at: element.place)
    }
    var found: [SyntaxPattern] = []
    for child in children { found.append(try pattern(child)) }
    return found
  }

  private func named(_ element: XMLSyntaxElement) throws(SchemaError) -> SyntaxPattern.Kind {
    var children = try element.children()[...]
    let nameClass: SyntaxNameClass
    let isAttribute = element.kind == .attribute
    if let name = element["name"] {
      // Section 4.8: the `ns` of others is not for the name of an attribute.
      let ns = isAttribute && !element.hasOwnNS ? "" : element.ns
      let resolved = try element.resolve(name, defaulting: ns)
      nameClass = SyntaxNameClass(.name(namespace: resolved.namespace, local: resolved.local), element.place)
    } else {
      guard let first = children.first, first.kind.isNameClass else {
        throw SchemaError(
          .syntax, "element \"\(element.kind.rawValue)\" has no name; expected attribute \"name\" or a name class",
          section: "3", at: element.place)
      }
      nameClass = try self.nameClass(first)
      children = children.dropFirst()
    }
    if isAttribute {
      guard children.count <= 1 else {
        throw SchemaError(
          .syntax, "an attribute holds one pattern; expected a group or choice around several", section: "3",
          at: children[children.startIndex + 1].place)
      }
      return .attribute(nameClass, children.isEmpty ? [] : try patterns(children, of: element))
    }
    return .element(nameClass, try patterns(children, of: element))
  }

  private func nameClass(_ element: XMLSyntaxElement) throws(SchemaError) -> SyntaxNameClass {
    switch element.kind {
    case .name:
      let name = try element.textContent().trimmingXMLSpace
      let resolved = try element.resolve(name, defaulting: element.ns)
      return SyntaxNameClass(.name(namespace: resolved.namespace, local: resolved.local), element.place)
    case .anyName: return SyntaxNameClass(.anyName(except: try exception(element)), element.place)
    case .nsName: return SyntaxNameClass(.namespace(element.ns, except: try exception(element)), element.place)
    case .choice: return SyntaxNameClass(.choice(try nameClasses(in: element)), element.place)
    default:
      throw SchemaError(
        .syntax, "element \"\(element.kind.rawValue)\" not allowed here; expected a name class", section: "3",
        at: element.place)
    }
  }

  private func nameClasses(in element: XMLSyntaxElement) throws(SchemaError) -> [SyntaxNameClass] {
    let children = try element.children()
    guard !children.isEmpty else {
      throw SchemaError(
        .syntax, "element \"\(element.kind.rawValue)\" is empty; expected a name class", section: "3",
        at: element.place)
    }
    var found: [SyntaxNameClass] = []
    for child in children { found.append(try nameClass(child)) }
    return found
  }

  private func exception(_ element: XMLSyntaxElement) throws(SchemaError) -> SyntaxNameClass? {
    let children = try element.children()
    guard let first = children.first else { return nil }
    guard first.kind == .except, children.count == 1 else {
      throw SchemaError(
        .syntax, "element \"\(element.kind.rawValue)\" may hold one \"except\" and nothing else", section: "3",
        at: children.count > 1 ? children[1].place : first.place)
    }
    return SyntaxNameClass(.choice(try nameClasses(in: first)), first.place)
  }

  private func value(_ element: XMLSyntaxElement) throws(SchemaError) -> SyntaxPattern.Kind {
    let text = try element.textContent()
    // Section 4.4: without a type it is the token of the built-in library.
    guard element["type"] != nil else {
      return .value(SyntaxDatatype(library: "", name: "token"), text, element.context)
    }
    let type = try element.requiredName("type")
    return .value(SyntaxDatatype(library: element.datatypeLibrary, name: type), text, element.context)
  }

  private func data(_ element: XMLSyntaxElement) throws(SchemaError) -> SyntaxPattern.Kind {
    let type = SyntaxDatatype(library: element.datatypeLibrary, name: try element.requiredName("type"))
    var parameters: [SyntaxParameter] = []
    var except: SyntaxPattern?
    for child in try element.children() {
      guard except == nil, child.kind == .param || child.kind == .except else {
        throw SchemaError(
          .syntax, "element \"\(child.kind.rawValue)\" not allowed here; expected parameters and then one \"except\"",
          section: "3", at: child.place)
      }
      if child.kind == .param {
        parameters.append(
          SyntaxParameter(name: try child.requiredName(), value: try child.textContent(), place: child.place))
      } else {
        except = SyntaxPattern(.choice(try patterns(in: child)), child.place)
      }
    }
    return .data(type, parameters, except: except)
  }

  /// Section 4.6.
  private func external(_ element: XMLSyntaxElement) throws(SchemaError) -> SyntaxPattern {
    try files.open(try element.required("href"), base: element.base, at: element.place, ns: element.ns)
  }
}
