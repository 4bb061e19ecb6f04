internal import CLibXML2

/// What an XPath expression yields.
public enum XPathValue: Sendable {
  /// Nodes in document order, none twice.
  case nodes([XPathNode])
  case string(String)
  case number(Double)
  case boolean(Bool)

  /// The value as the function `string` of XPath has it: of nodes the first one's text.
  public var string: String {
    switch self {
    case .nodes(let nodes): return nodes.first?.string ?? ""
    case .string(let text): return text
    case .boolean(let truth): return truth ? "true" : "false"
    case .number(let number):
      guard let text = xmlXPathCastNumberToString(number) else { return "" }
      defer { teikit_free(text) }
      return String(cString: text)
    }
  }
}

/// A node that an XPath expression found.
public enum XPathNode: Hashable, Sendable {
  /// The root node, above the document element.
  case document(XMLDocument)
  case element(XMLElement)
  /// The name is as written, with its prefix.
  case attribute(name: String, value: String, parent: XMLElement)
  /// Character data; the parent is nil only outside the document element.
  case text(String, parent: XMLElement?)
  case comment(String, parent: XMLElement?)
  case processingInstruction(target: String, content: String, parent: XMLElement?)
  case namespace(prefix: String, uri: String)

  /// The string value (section 5 of XPath 1.0).
  public var string: String {
    switch self {
    case .document(let document): document.root.text
    case .element(let element): element.text
    case .attribute(_, let value, _): value
    case .text(let text, _), .comment(let text, _): text
    case .processingInstruction(_, let content, _): content
    case .namespace(_, let uri): uri
    }
  }

  /// The element itself, or the one that holds the node.
  public var element: XMLElement? {
    switch self {
    case .document(let document): document.root
    case .element(let element): element
    case .attribute(_, _, let parent): parent
    case .text(_, let parent), .comment(_, let parent), .processingInstruction(_, _, let parent): parent
    case .namespace: nil
    }
  }
}

extension XMLDocument: Hashable {
  /// A document is equal to itself alone.
  public static func == (left: XMLDocument, right: XMLDocument) -> Bool { left === right }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension XPathNode {
  /// Copies a node out of a result; nil for kinds that XPath does not know.
  init?(_ node: xmlNodePtr, in document: XMLDocument) {
    func parent() -> XMLElement? {
      guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
      return XMLElement(document: document, node: parent)
    }
    // A namespace node is another structure, which shares the place of its type alone: look at nothing else first.
    switch node.pointee.type {
    case XML_NAMESPACE_DECL:
      let namespace = UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlNs.self).pointee
      self = .namespace(
        prefix: namespace.prefix.map { String(cString: $0) } ?? "",
        uri: namespace.href.map { String(cString: $0) } ?? "")
    case XML_DOCUMENT_NODE: self = .document(document)
    case XML_ELEMENT_NODE: self = .element(XMLElement(document: document, node: node))
    case XML_ATTRIBUTE_NODE:
      guard let parent = parent() else { return nil }
      let attribute = UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlAttr.self)
      self = .attribute(name: attribute.qualifiedName, value: attribute.value, parent: parent)
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: self = .text(Self.content(of: node), parent: parent())
    case XML_COMMENT_NODE: self = .comment(Self.content(of: node), parent: parent())
    case XML_PI_NODE:
      self = .processingInstruction(
        target: String(cString: node.pointee.name), content: Self.content(of: node), parent: parent())
    default: return nil
    }
  }

  private static func content(of node: xmlNodePtr) -> String {
    node.pointee.content.map { String(cString: $0) } ?? ""
  }
}
