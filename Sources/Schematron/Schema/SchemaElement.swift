internal import ArticleModel
internal import XML

/// An element of a schema, read out of its document so that parameters can be put in.
struct SchemaElement {
  enum Content {
    case element(SchemaElement)
    case text(String)
  }

  /// The local name in Schematron's namespace; empty for an element of another one.
  var name: String
  var attributes: [String: String]
  var content: [Content]
  /// The element itself, for its place and for the namespaces in scope.
  var element: XMLElement

  var children: [SchemaElement] {
    content.compactMap { part in
      if case .element(let element) = part, !element.name.isEmpty { element } else { nil }
    }
  }

  var hasElements: Bool { content.contains { if case .element = $0 { true } else { false } } }

  subscript(_ attribute: String) -> String? { attributes[attribute] }

  /// The text of the element and of those in it.
  var text: String {
    content.reduce(into: "") { text, part in
      switch part {
      case .text(let piece): text += piece
      case .element(let element): text += element.text
      }
    }
  }

  func error(_ message: String) -> SchematronError {
    SchematronError(message, file: element.document.fileName(of: element), position: position)
  }

  var position: SourcePosition { element.document.position(of: element) }

  static let isoNamespace = "http://purl.oclc.org/dsdl/schematron"
  /// Schematron 1.5 and older.
  static let formerNamespace = "http://www.ascc.net/xml/schematron"

  static let xsltNamespace = "http://www.w3.org/1999/XSL/Transform"

  static func isSchematron(_ element: XMLElement) -> Bool {
    element.namespace == isoNamespace || element.namespace == formerNamespace
  }

  /// How deep a schema may nest; those that people write have fewer than ten levels.
  static let depthLimit = 50

  /// Reads an element as it stands, without inclusions.
  init(_ element: XMLElement, depth: Int = 0) throws(SchematronError) {
    self.element = element
    name = Self.isSchematron(element) ? element.name : ""
    attributes = [:]
    content = []
    guard depth < Self.depthLimit else { throw error("the schema nests more than \(Self.depthLimit) levels deep") }
    for (name, value) in element.attributes { attributes[name] = value }
    for node in element.nodes {
      switch node {
      case .element(let child): content.append(.element(try SchemaElement(child, depth: depth + 1)))
      case .text(let text): content.append(.text(text))
      default: break
      }
    }
  }

  /// The element with the parameters of an abstract pattern put in for `$name`, in all attributes.
  ///
  /// - Parameter room: How many bytes it may take; below 0 there was not enough, and the result is of no use.
  func replacing(_ parameters: [String: String], _ room: inout Int) -> SchemaElement {
    var result = self
    for (name, value) in attributes { result.attributes[name] = Self.replacing(parameters, in: value, &room) }
    room -= 64
    for (index, part) in content.enumerated() where room >= 0 {
      if case .element(let element) = part { result.content[index] = .element(element.replacing(parameters, &room)) }
    }
    return result
  }

  /// A name is read as far as it goes: `$ab` is not `$a` with a letter after it.
  private static func replacing(_ parameters: [String: String], in text: String, _ room: inout Int) -> String {
    room -= text.utf8.count
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    var result = ""
    var rest = text[...]
    while room >= 0, let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      let after = rest[rest.index(after: dollar)...]
      let scalars = after.unicodeScalars
      let end = scalars.firstIndex { !NameEdition.fifth.isPart($0.value) } ?? scalars.endIndex
      let name = String(after[..<end])
      let value = parameters[name] ?? "$" + name
      room -= value.utf8.count
      result += value
      rest = after[end...]
    }
    return result + rest
  }
}
