internal import XML

/// What a RELAX NG schema allows in each element, order left aside: attributes, child elements, text.
///
/// libxml2 says whether a document is valid and little more; this says what is wrong. It knows the elements that the
/// schema declares once, which in a schema derived from an ODD are all of them.
struct SchemaVocabulary: Sendable {
  struct Name: Hashable, Sendable {
    var namespace: String
    var local: String
  }

  struct Attribute: Sendable {
    var isRequired: Bool
    /// The values of a closed list; nil where any value of a datatype is allowed.
    var values: [String]?
    /// What the datatypes ask for, in words.
    var datatypes: [String]

    /// `"a" or "b"`, or the datatypes; empty where nothing is known.
    var expectation: String {
      if let values { return Phrase.list(values) }
      return datatypes.joined(separator: ", or ")
    }
  }

  struct Content: Sendable {
    var attributes: [String: Attribute] = [:]
    var children: Set<Name> = []
    var hasText = false
    var datatypes: [String] = []
    var allowsAnyAttribute = false
    var allowsAnyChild = false
  }

  private(set) var roots: Set<Name> = []
  /// nil for an element that is declared more than once, in ways that depend on where it stands.
  private var contents: [Name: Content?] = [:]

  init(_ grammar: XMLElement) {
    var reader = VocabularyReader(grammar)
    for start in grammar.descendants where start.name == "start" {
      roots.formUnion(reader.content(of: start).children)
    }
    for element in grammar.descendants where element.name == "element" {
      guard let name = reader.name(of: element) else { continue }
      if contents[name] != nil {
        contents[name] = .some(nil)
      } else {
        contents[name] = reader.content(of: element)
      }
    }
  }

  func content(of element: XMLElement) -> Content? {
    contents[Name(namespace: element.namespace ?? "", local: element.name)] ?? nil
  }
}

/// Reads a grammar in RELAX NG's XML syntax.
private struct VocabularyReader {
  private var definitions: [String: [XMLElement]] = [:]
  /// The references already followed in the element that is being read, as required or not.
  private var readReferences: Set<String> = []

  init(_ grammar: XMLElement) {
    for definition in grammar.descendants where definition.name == "define" {
      definitions[definition["name"] ?? "", default: []].append(definition)
    }
  }

  /// The name of an `element` pattern; nil where it has a name class.
  func name(of element: XMLElement) -> SchemaVocabulary.Name? {
    guard let name = element["name"] else { return nil }
    var holder: XMLElement? = element
    while let current = holder, current["ns"] == nil { holder = current.parent }
    return SchemaVocabulary.Name(namespace: holder?["ns"] ?? "", local: name)
  }

  mutating func content(of element: XMLElement) -> SchemaVocabulary.Content {
    var content = SchemaVocabulary.Content()
    readReferences = []
    for part in element.children { read(part, into: &content, isRequired: true) }
    return content
  }

  mutating func read(_ part: XMLElement, into content: inout SchemaVocabulary.Content, isRequired: Bool) {
    guard part.namespace == "http://relaxng.org/ns/structure/1.0" else { return }
    switch part.name {
    case "element":
      if let name = name(of: part) { content.children.insert(name) } else { content.allowsAnyChild = true }
    case "attribute": readAttribute(part, into: &content, isRequired: isRequired)
    case "text": content.hasText = true
    case "data", "value", "list":
      content.hasText = true
      content.datatypes += datatypes(of: part)
    case "ref", "parentRef":
      let name = part["name"] ?? ""
      // What is read once is known: another time adds nothing, and in a large schema there are very many.
      guard readReferences.insert("\(isRequired) \(name)").inserted else { return }
      for child in definitions[name]?.flatMap({ Array($0.children) }) ?? [] {
        read(child, into: &content, isRequired: isRequired)
      }
    case "externalRef":
      content.allowsAnyChild = true
      content.allowsAnyAttribute = true
    default:
      if part.name == "mixed" { content.hasText = true }
      let isRequired = isRequired && !["choice", "optional", "zeroOrMore"].contains(part.name)
      for child in part.children { read(child, into: &content, isRequired: isRequired) }
    }
  }

  private func readAttribute(
    _ attribute: XMLElement, into content: inout SchemaVocabulary.Content, isRequired: Bool
  ) {
    guard let name = attribute["name"] else {
      content.allowsAnyAttribute = true
      return
    }
    var values = closedValues(of: attribute)
    let former = content.attributes[name]
    if let former { values = former.values.flatMap { old in values.map { old + $0 } } }
    content.attributes[name] = SchemaVocabulary.Attribute(
      isRequired: isRequired || former?.isRequired ?? false, values: values, datatypes: datatypes(of: attribute))
  }

  /// The values of an attribute that has a list of them and nothing else.
  private func closedValues(of attribute: XMLElement) -> [String]? {
    var values: [String] = []
    for child in attribute.descendants {
      switch child.name {
      case "value": values.append(child.text)
      case "choice", "documentation": break
      default: return nil
      }
    }
    return values.isEmpty ? nil : values
  }

  /// What the XML Schema datatypes in a pattern ask for, references followed.
  private func datatypes(of pattern: XMLElement) -> [String] {
    var phrases = pattern.name == "data" ? [DatatypePhrase.expected(pattern)] : []
    for child in pattern.descendants {
      let found =
        switch child.name {
        case "data": [DatatypePhrase.expected(child)]
        case "ref": definitions[child["name"] ?? ""]?.first.map(datatypes) ?? []
        default: [String]()
        }
      for phrase in found where !phrases.contains(phrase) { phrases.append(phrase) }
    }
    return phrases
  }
}
