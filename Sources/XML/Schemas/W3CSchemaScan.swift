internal import ArticleModel

/// What is looked at in each document of a W3C XML Schema before libxml2 gets it: its references to others, what
/// belongs to XSD 1.1, and how large its content models are.
struct W3CSchemaScan: XMLEventHandler {
  static let namespace = "http://www.w3.org/2001/XMLSchema"
  private static let versioning = "http://www.w3.org/2007/XMLSchema-versioning"

  /// An `include`, `import` or `redefine`.
  struct Reference {
    var location: String
    var position: SourcePosition
  }

  private(set) var references: [Reference] = []
  /// Where an `import` of the xml namespace has no location: behind the name of its tag.
  private(set) var bareImports: [Int] = []
  private(set) var fault: (message: String, position: SourcePosition)?
  private(set) var models = W3CContentModels()
  private(set) var identifiers = W3CIdentifiers()
  /// The attributes of the root.
  private var schema: [String: String] = [:]
  private let names: XMLNameTable
  private var depth = 0
  /// The depth of an annotation that is open; what it holds is no schema.
  private var annotation: Int?

  init(_ names: XMLNameTable) { self.names = names }

  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    depth += 1
    guard annotation == nil, fault == nil, names.namespace(name) == Self.namespace else { return }
    let local = names.local(name)
    let values = values(attributes, place)
    switch local {
    case "annotation": annotation = depth
    case "include", "import", "redefine":
      if let location = values["schemaLocation"] {
        references.append(Reference(location: location, position: place.position))
      } else if local == "import", values["namespace"] == XMLNamespace.xml {
        let prefix = place.prefix.map { $0.utf8.count + 1 } ?? 0
        bareImports.append(place.offset + 1 + prefix + local.utf8.count)
      }
    case "assert", "assertion", "alternative", "override", "openContent", "defaultOpenContent", "explicitTimezone":
      refuse("\"\(local)\" is of XSD 1.1; expected a schema of XSD 1.0", place)
    default: break
    }
    if depth == 1 { schema = values }
    models.enter(local, values, depth: depth)
    note(local, values, place)
  }

  mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {
    if annotation == nil { models.leave(depth: depth) }
    if annotation == depth { annotation = nil }
    depth -= 1
  }

  mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {}

  /// The attributes of no namespace.
  private mutating func values(_ attributes: XMLEventAttributes, _ place: XMLEventPlace) -> [String: String] {
    var values: [String: String] = [:]
    for index in 0..<attributes.count {
      let name = attributes.name(index)
      switch names.namespace(name) {
      case nil: values[names.local(name)] = attributes.value(index)
      case Self.versioning where names.local(name) == "minVersion" && !["1.0", "1"].contains(attributes.value(index)):
        refuse("the schema is for XSD \(attributes.value(index)); expected XSD 1.0", place)
      default: break
      }
    }
    return values
  }

  /// Notes what is an identifier.
  private mutating func note(_ element: String, _ values: [String: String], _ place: XMLEventPlace) {
    let isAttribute = element == "attribute"
    if isAttribute, let local = values["name"] {
      // Local declarations are of no namespace, unless the schema says otherwise.
      let isQualified = depth == 2 || (values["form"] ?? schema["attributeFormDefault"]) == "qualified"
      let name = W3CIdentifiers.Name(namespace: isQualified ? schema["targetNamespace"] : nil, local: local)
      identifiers.declare(name, values["type"].flatMap { kind(of: $0, place) })
    }
    for key in ["base", "itemType", "memberTypes"] + (isAttribute ? [] : ["type"]) {
      for type in (values[key] ?? "").split(whereSeparator: \.isWhitespace) where kind(of: String(type), place) == .id {
        identifiers.declareOther()
      }
    }
  }

  private func kind(of type: String, _ place: XMLEventPlace) -> W3CIdentifiers.Kind? {
    let parts = type.split(separator: ":", maxSplits: 1)
    guard let local = parts.last, ["ID", "IDREF", "IDREFS"].contains(local),
      place.namespace(ofPrefix: parts.count == 2 ? String(parts[0]) : "") == Self.namespace
    else { return nil }
    return local == "ID" ? .id : local == "IDREF" ? .idref : .idrefs
  }

  private mutating func refuse(_ message: String, _ place: XMLEventPlace) {
    if fault == nil { fault = (message, place.position) }
  }
}
