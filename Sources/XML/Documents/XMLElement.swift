internal import CLibXML2

/// An element of a document. It holds its document; two are equal if they are the same element of the same document.
public struct XMLElement: @unchecked Sendable {
  public let document: XMLDocument
  let node: xmlNodePtr

  init(document: XMLDocument, node: xmlNodePtr) {
    self.document = document
    self.node = node
  }

  /// The local name.
  public var name: String { String(cString: node.pointee.name) }

  /// The namespace, or nil where there is none.
  public var namespace: String? { node.pointee.ns?.pointee.href.map { String(cString: $0) } }

  /// The prefix that the document uses for the namespace, or nil where it is the default one.
  public var prefix: String? { node.pointee.ns?.pointee.prefix.map { String(cString: $0) } }

  /// The element that holds this one, or nil for the root.
  public var parent: XMLElement? {
    guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
    return XMLElement(document: document, node: parent)
  }

  /// Whether the local name and the namespace are these.
  public func isNamed(_ name: String, namespace: String = XMLNamespace.tei) -> Bool {
    self.name == name && self.namespace == namespace
  }
}

extension XMLElement: Hashable {
  public static func == (left: Self, right: Self) -> Bool { left.node == right.node }

  public func hash(into hasher: inout Hasher) { hasher.combine(node) }
}
