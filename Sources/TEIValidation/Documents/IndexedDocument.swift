public import XML

/// A document walked once, for all rules.
public struct IndexedDocument: Sendable {
  public let document: XMLDocument
  /// The file as the caller names it.
  public let file: String
  /// The elements of TEI, in document order, with their attributes.
  public private(set) var elements: [IndexedElement] = []
  /// The inclusions that are not carried out yet.
  public private(set) var inclusions: [XMLElement] = []
  /// The first element with each identifier.
  public private(set) var identified: [String: XMLElement] = [:]
  /// The prefixes that the document declares.
  public private(set) var prefixes: Set<String> = []
  /// Whether our own encoder wrote it: then departures from our encoding are errors.
  public private(set) var isOurs = false

  public init(_ document: XMLDocument, file: String) {
    self.document = document
    self.file = file
    take(document.root)
    for element in document.root.descendants { take(element) }
  }

  private mutating func take(_ element: XMLElement) {
    let attributes = element.attributes
    if let identifier = attributes.first(where: { $0.name == "xml:id" })?.value, identified[identifier] == nil {
      identified[identifier] = element
    }
    switch element.namespace {
    case XMLNamespace.tei: break
    case XMLNamespace.xinclude:
      if element.name == "include" { inclusions.append(element) }
      return
    default: return
    }
    let indexed = IndexedElement(element: element, name: element.name, attributes: attributes)
    if indexed.name == "prefixDef", let prefix = indexed["ident"] { prefixes.insert(prefix) }
    if indexed.name == "application", indexed["ident"] == "teikit" { isOurs = true }
    elements.append(indexed)
  }
}

/// An element with its name and attributes read.
public struct IndexedElement: Sendable {
  public let element: XMLElement
  public let name: String
  public let attributes: [(name: String, value: String)]

  public subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}

extension XMLDocument {
  /// The `xml:id`s of a document, for a ``ValidationContext``.
  public var identifiers: Set<String> {
    var found: Set<String> = []
    if let own = root["xml:id"] { found.insert(own) }
    for element in root.descendants {
      if let identifier = element["xml:id"] { found.insert(identifier) }
    }
    return found
  }
}
