internal import XML

/// The elements of RELAX NG's XML syntax (section 3).
enum SyntaxElement: String {
  case element, attribute, group, interleave, choice, optional, zeroOrMore, oneOrMore, list, mixed, ref, parentRef
  case empty, notAllowed, text, value, data, param, externalRef, grammar, start, define, div, include, except
  case anyName, nsName, name

  /// The attributes that it may have besides `ns` and `datatypeLibrary`.
  var ownAttributes: [String] {
    switch self {
    case .element, .attribute, .ref, .parentRef, .param: ["name"]
    case .define: ["name", "combine"]
    case .start: ["combine"]
    case .value, .data: ["type"]
    case .externalRef, .include: ["href"]
    default: []
    }
  }

  var isNameClass: Bool {
    switch self {
    case .anyName, .nsName, .name, .choice: true
    default: false
    }
  }

  var isPattern: Bool {
    switch self {
    case .param, .start, .define, .div, .include, .except, .anyName, .nsName, .name: false
    default: true
    }
  }
}

/// One element of a schema file, with what it inherits (sections 4.1 to 4.5, 4.9).
struct XMLSyntaxElement {
  static let namespace: StaticString = "http://relaxng.org/ns/structure/1.0"

  let node: XMLElement
  let kind: SyntaxElement
  /// What `ns` says here; "" where nothing does.
  let ns: String
  /// Whether the element itself has the attribute `ns`.
  let hasOwnNS: Bool
  let datatypeLibrary: String
  let base: String
  /// How many elements stand above it.
  let depth: Int
  private var attributes: [(name: String, value: String)] = []

  /// How deep a schema may nest; nobody's comes near it, and it bounds the reader's recursion.
  private static let maximumDepth = 400

  var place: SchemaPlace { .element(node) }

  init(_ node: XMLElement, inheriting parent: XMLSyntaxElement?, ns: String = "", base: String) throws(SchemaError) {
    self.node = node
    guard node.isInNamespace(Self.namespace), let kind = SyntaxElement(rawValue: node.name) else {
      throw SchemaError(
        .syntax, "element \"\(node.name)\" is not one of RELAX NG", section: "3", at: .element(node))
    }
    self.kind = kind
    depth = (parent?.depth ?? 0) + 1
    guard depth <= Self.maximumDepth else {
      throw SchemaError(.limit, "the schema nests deeper than \(Self.maximumDepth) levels", at: .element(node))
    }
    var ownNS: String?
    var library: String?
    var ownBase: String?
    var own: [(name: String, value: String)] = []
    try node.forEachAttribute { (namespace, local, value) throws(SchemaError) in
      switch (namespace, local) {
      case (nil, "ns"): ownNS = value
      case (nil, "datatypeLibrary"):
        guard value.isEmpty || URIReference.isAbsolute(value) else {
          throw SchemaError(
            .syntax, "datatypeLibrary \"\(value)\" is not an absolute URI without fragment", section: "3",
            at: .element(node))
        }
        library = value
      case (nil, _):
        guard kind.ownAttributes.contains(local) else {
          throw SchemaError(
            .syntax, "attribute \"\(local)\" not allowed on element \"\(kind.rawValue)\"", section: "3",
            at: .element(node))
        }
        own.append((local, ["name", "type", "combine"].contains(local) ? value.trimmingXMLSpace : value))
      case (XMLNamespace.xml, "base"): ownBase = value
      case (Self.namespace.description, _):
        throw SchemaError(
          .syntax, "attribute \"\(local)\" stands in the namespace of RELAX NG; expected none", section: "3",
          at: .element(node))
      default: break
      }
    }
    self.ns = ownNS ?? parent?.ns ?? ns
    hasOwnNS = ownNS != nil
    datatypeLibrary = library ?? parent?.datatypeLibrary ?? ""
    let inherited = parent?.base ?? base
    self.base = ownBase.map { URIReference.resolve($0, against: inherited) } ?? inherited
    attributes = own
  }

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// A required attribute.
  func required(_ name: String) throws(SchemaError) -> String {
    guard let value = self[name] else {
      throw SchemaError(.syntax, "element \"\(kind.rawValue)\" has no attribute \"\(name)\"", section: "3", at: place)
    }
    return value
  }

  /// A required attribute that holds a name without colon.
  func requiredName(_ attribute: String = "name") throws(SchemaError) -> String {
    let name = try required(attribute)
    guard name.isNCName else {
      throw SchemaError(
        .syntax,
        "attribute \"\(attribute)\" of element \"\(kind.rawValue)\" is \"\(name)\"; expected an XML name without colon",
        section: "3", at: place)
    }
    return name
  }

  /// The child elements of RELAX NG; those of other namespaces are annotations (section 4.1).
  func children() throws(SchemaError) -> [XMLSyntaxElement] {
    try refuseText()
    var found: [XMLSyntaxElement] = []
    for child in node.children where child.isInNamespace(Self.namespace) {
      found.append(try XMLSyntaxElement(child, inheriting: self, base: base))
    }
    return found
  }

  func refuseChildren() throws(SchemaError) {
    try refuseText()
    guard let child = node.children.first(where: { $0.isInNamespace(Self.namespace) }) else { return }
    throw SchemaError(
      .syntax, "element \"\(child.name)\" not allowed in \"\(kind.rawValue)\"; expected no element", section: "3",
      at: .element(child))
  }

  private func refuseText() throws(SchemaError) {
    guard let text = node.firstVisibleText else { return }
    throw SchemaError(
      .syntax, "text \"\(text.trimmingXMLSpace.prefix(40))\" not allowed in element \"\(kind.rawValue)\"", section: "3",
      at: place)
  }

  /// The content of an element that holds text alone.
  func textContent() throws(SchemaError) -> String {
    for child in node.children {
      throw SchemaError(
        .syntax, "element \"\(child.name)\" not allowed in \"\(kind.rawValue)\"; expected text", section: "3",
        at: .element(child))
    }
    return node.text
  }

  /// Resolves a QName (section 4.10); without a prefix it is in `namespace`.
  func resolve(_ name: String, defaulting namespace: String) throws(SchemaError) -> (namespace: String, local: String) {
    guard let colon = name.firstIndex(of: ":") else {
      guard name.isNCName else { throw notAName(name) }
      return (namespace, name)
    }
    let prefix = String(name[..<colon])
    let local = String(name[name.index(after: colon)...])
    guard prefix.isNCName, local.isNCName else { throw notAName(name) }
    guard let found = node.namespace(ofPrefix: prefix) else {
      throw SchemaError(.syntax, "prefix \"\(prefix)\" is not declared", section: "4.10", at: place)
    }
    return (found, local)
  }

  private func notAName(_ name: String) -> SchemaError {
    SchemaError(.syntax, "\"\(name)\" is not an XML name", section: "3", at: place)
  }

  /// What a value here is read with.
  var context: SyntaxContext {
    let node = node
    let ns = ns
    return SyntaxContext { prefix in prefix.isEmpty ? (ns.isEmpty ? nil : ns) : node.namespace(ofPrefix: prefix) }
  }
}

extension String {
  var trimmingXMLSpace: String {
    guard let first = utf8.first, let last = utf8.last, first.isXMLSpace || last.isXMLSpace else { return self }
    let start = utf8.firstIndex { !$0.isXMLSpace } ?? utf8.endIndex
    let end = utf8.lastIndex { !$0.isXMLSpace }.map { utf8.index(after: $0) } ?? start
    return String(self[start..<end])
  }

  var isNCName: Bool {
    var text = self
    return text.withUTF8 { XMLNames.isNCName($0) }
  }
}
