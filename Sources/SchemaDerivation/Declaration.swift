import XML

/// A declaration of an ODD: an element, an attribute class, a macro or a datatype, with the pattern that it means.
struct Declaration {
  enum Kind: String {
    case element = "elementSpec"
    case attributeClass = "classSpec"
    case macro = "macroSpec"
    case datatype = "dataSpec"
  }

  let kind: Kind
  let name: String
  /// The module of TEI that an element comes from; nil for one that TEI does not have.
  let module: String?
  let pattern: Pattern

  /// Reads a declaration; nil for a specification that declares no pattern, as `constraintSpec`.
  init?(_ specification: XMLElement) throws(DerivationError) {
    guard let kind = Kind(rawValue: specification.name) else { return nil }
    guard let name = specification["ident"] else { throw DerivationError("\(specification.name) without \"ident\"") }
    self.kind = kind
    self.name = name
    module = specification["module"]
    let attributes = try AttributeReader.patterns(of: specification)
    let content = try specification.child("content").map { content throws(DerivationError) in
      try ContentReader.pattern(ofContent: content)
    }
    switch kind {
    case .element:
      guard let content else { throw DerivationError("element \"\(name)\" has no content; expected it in full") }
      let parts = attributes + (content == .empty && !attributes.isEmpty ? [] : [content])
      pattern = .element(name: name, namespace: specification["ns"], parts)
    case .attributeClass: pattern = .group(attributes)
    case .macro, .datatype:
      guard let content else { throw DerivationError("\(kind.rawValue) \"\(name)\" has no content") }
      pattern = content
    }
  }
}

/// Reads content models written in pure ODD (TEI Guidelines, section 22.5.1).
enum ContentReader {
  static func pattern(ofContent content: XMLElement) throws(DerivationError) -> Pattern {
    let parts = Array(content.children)
    guard parts.count == 1 else {
      throw DerivationError("content with \(parts.count) parts; expected one, as a sequence or alternate")
    }
    return try pattern(parts[0])
  }

  static func pattern(_ part: XMLElement) throws(DerivationError) -> Pattern {
    switch part.name {
    case "empty": return .empty
    case "textNode": return .text
    case "macroRef": return .reference(try key(of: part))
    case "elementRef": return try repeated(.reference(try key(of: part)), part)
    case "dataRef": return try DatatypeReader.pattern(reference: part)
    case "sequence": return try repeated(joined(part, Pattern.group), part)
    case "alternate": return try repeated(joined(part, Pattern.choice), part)
    default: throw DerivationError("\"\(part.name)\" in a content model; expected pure ODD without model classes")
    }
  }

  private static func joined(
    _ part: XMLElement, _ join: ([Pattern]) -> Pattern
  ) throws(DerivationError) -> Pattern {
    var patterns: [Pattern] = []
    for child in part.children { patterns.append(try pattern(child)) }
    guard let first = patterns.first else { throw DerivationError("\"\(part.name)\" without members") }
    return patterns.count == 1 ? first : join(patterns)
  }

  private static func key(of part: XMLElement) throws(DerivationError) -> String {
    guard let key = part["key"] else { throw DerivationError("\"\(part.name)\" without \"key\"") }
    return key
  }

  /// Applies `minOccurs` and `maxOccurs`, each 1 where it is not given.
  static func repeated(_ pattern: Pattern, _ part: XMLElement) throws(DerivationError) -> Pattern {
    let minimum = part["minOccurs"] ?? "1"
    let maximum = part["maxOccurs"] ?? "1"
    guard let least = Int(minimum), maximum == "unbounded" || (Int(maximum) ?? -1) >= max(1, least) else {
      throw DerivationError("\"\(part.name)\" occurs from \(minimum) to \(maximum) times")
    }
    return pattern.repeated(least, Int(maximum))
  }
}

/// Reads attribute lists and class memberships (section 22.5.3).
enum AttributeReader {
  static func patterns(of specification: XMLElement) throws(DerivationError) -> [Pattern] {
    var patterns: [Pattern] = []
    for membership in specification.child("classes")?.children.map({ $0 }) ?? [] {
      guard let key = membership["key"] else { throw DerivationError("\"memberOf\" without \"key\"") }
      patterns.append(.reference(key))
    }
    for definition in specification.child("attList")?.children.map({ $0 }) ?? [] {
      guard definition.name == "attDef", let name = definition["ident"] else {
        throw DerivationError("\"\(definition.name)\" in an attList; expected attDef with \"ident\"")
      }
      let attribute = Pattern.attribute(name: name, try value(of: definition, name))
      patterns.append(definition["usage"] == "req" ? attribute : .optional(attribute))
    }
    return patterns
  }

  private static func value(of definition: XMLElement, _ name: String) throws(DerivationError) -> Pattern {
    if let values = definition.child("valList"), values["type"] == "closed" {
      let items = values.children.filter { $0.name == "valItem" }.compactMap { $0["ident"] }.map(Pattern.value)
      guard let first = items.first else { throw DerivationError("attribute \"\(name)\" has no values") }
      return items.count == 1 ? first : .choice(items)
    }
    guard let datatype = definition.child("datatype"), let reference = datatype.child("dataRef") else {
      throw DerivationError("attribute \"\(name)\" has neither a datatype nor a closed list of values")
    }
    let one = try DatatypeReader.pattern(reference: reference)
    let all = try ContentReader.repeated(one, datatype)
    return all == one ? one : .list(all)
  }
}

/// Reads references to datatypes: of XML Schema by `name`, of the ODD by `key`.
enum DatatypeReader {
  static func pattern(reference: XMLElement) throws(DerivationError) -> Pattern {
    if let key = reference["key"] { return .reference(key) }
    guard let name = reference["name"] else { throw DerivationError("\"dataRef\" without \"key\" or \"name\"") }
    var parameters = reference.children.compactMap { facet -> Pattern.Parameter? in
      guard let name = facet["name"], let value = facet["value"] else { return nil }
      return Pattern.Parameter(name: name, value: value)
    }
    if let restriction = reference["restriction"] {
      parameters.append(Pattern.Parameter(name: "pattern", value: restriction))
    }
    return .data(type: name, parameters: parameters)
  }
}
