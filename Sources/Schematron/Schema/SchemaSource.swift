internal import XML

/// The parts of a schema, gathered and sorted by kind, with inclusions carried out.
struct SchemaSource {
  /// A `pattern`, or what becomes one: a rule of its own in another schema.
  struct Pattern {
    var element: SchemaElement
    /// The variables of the pattern, and its rules.
    var lets: [SchemaElement]
    var rules: [SchemaElement]
  }

  /// The binding that the schema names; nil where it names none.
  var queryBinding: String?
  var defaultPhase: String?
  var namespaces: [SchemaElement] = []
  var lets: [SchemaElement] = []
  var phases: [SchemaElement] = []
  var patterns: [Pattern] = []
  var abstractPatterns: [String: SchemaElement] = [:]
  var diagnostics: [String: SchemaElement] = [:]
  /// The keys of XSLT that the schema declares.
  var keys: [SchemaElement] = []
  /// The root of the document, for faults of the whole.
  let root: XMLElement

  /// Reads the schema that a document is, or that is embedded in one.
  init(_ document: XMLDocument, loader: SchematronLoader?) throws(SchematronError) {
    root = document.root
    var inclusion = Inclusion(loader: loader)
    if SchemaElement.isSchematron(root) {
      guard root.name == "schema" else {
        throw try SchemaElement(root).error("\"\(root.name)\" is the root of the schema; expected \"schema\"")
      }
      let schema = try inclusion.expand(try SchemaElement(root))
      queryBinding = schema["queryBinding"]
      defaultPhase = schema["defaultPhase"]
      var waiting: [SchemaElement] = []
      takeKeys(schema)
      for child in schema.children { try take(child, &waiting) }
      try instantiate(waiting)
    } else {
      try takeEmbedded(&inclusion)
    }
  }

  mutating func takeKeys(_ schema: SchemaElement) {
    for part in schema.content {
      guard case .element(let child) = part, child.element.isNamed("key", namespace: SchemaElement.xsltNamespace)
      else { continue }
      keys.append(child)
    }
  }

  /// Sorts a child of `schema` in; patterns that others are made of are known only at the end.
  mutating func take(_ child: SchemaElement, _ patterns: inout [SchemaElement]) throws(SchematronError) {
    switch child.name {
    case "ns": namespaces.append(child)
    case "let": lets.append(child)
    case "phase": phases.append(child)
    case "pattern", "group":
      if child["abstract"] == "true" {
        guard let identifier = child["id"] else { throw child.error("an abstract pattern without \"id\"") }
        abstractPatterns[identifier] = child
      } else {
        patterns.append(child)
      }
    case "diagnostics":
      for diagnostic in child.children where diagnostic.name == "diagnostic" {
        guard let identifier = diagnostic["id"] else { throw diagnostic.error("\"diagnostic\" without \"id\"") }
        diagnostics[identifier] = diagnostic
      }
    case "rules":
      // A container of abstract rules.
      patterns.append(child)
    case "title", "p", "properties", "param", "key", "library": break
    default: throw child.error("\"\(child.name)\" not allowed in \"schema\"")
    }
  }

  /// How large all patterns that are made of abstract ones may be, in bytes.
  private static let maximumSize = 16 << 20

  /// Makes patterns of abstract ones, and takes the others apart.
  mutating func instantiate(_ elements: [SchemaElement]) throws(SchematronError) {
    var room = Self.maximumSize
    for element in elements {
      var lets: [SchemaElement] = []
      var rules: [SchemaElement] = []
      var children = element.children
      if let name = element["is-a"] {
        guard let abstract = abstractPatterns[name] else {
          throw element.error("there is no abstract pattern \"\(name)\"")
        }
        guard abstract["is-a"] == nil else { throw abstract.error("an abstract pattern with \"is-a\"") }
        var parameters = try Self.parameters(abstract)
        parameters.merge(try Self.parameters(element)) { _, given in given }
        children += abstract.replacing(parameters, &room).children
        guard room >= 0 else {
          throw element.error("what abstract patterns are made into takes more than \(Self.maximumSize >> 20) MiB")
        }
      }
      for child in children {
        switch child.name {
        case "let": lets.append(child)
        case "rule": rules.append(child)
        case "title", "p", "param": break
        default: throw child.error("\"\(child.name)\" not allowed in \"\(element.name)\"")
        }
      }
      if element.name == "group" {
        // In a group every rule that matches fires.
        for rule in rules { patterns.append(Pattern(element: element, lets: lets, rules: [rule])) }
      } else {
        patterns.append(Pattern(element: element, lets: lets, rules: rules))
      }
    }
  }

  private static func parameters(_ element: SchemaElement) throws(SchematronError) -> [String: String] {
    var found: [String: String] = [:]
    for parameter in element.children where parameter.name == "param" {
      guard let name = parameter["name"], let value = parameter["value"] else {
        throw parameter.error("\"param\" without \"name\" or \"value\"")
      }
      found[name] = value
    }
    return found
  }
}
