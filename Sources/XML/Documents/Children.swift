internal import CLibXML2

/// A node inside an element.
public enum XMLNode: Hashable, Sendable {
  case element(XMLElement)
  /// Character data, CDATA sections among them.
  case text(String)
  case comment(String)
  case processingInstruction(target: String, content: String)
}

/// The child elements of an element, in order, found as they are asked for.
public struct XMLElementChildren: Sequence, IteratorProtocol, @unchecked Sendable {
  let document: XMLDocument
  var following: xmlNodePtr?

  public mutating func next() -> XMLElement? {
    while let node = following {
      following = node.pointee.next
      if node.pointee.type == XML_ELEMENT_NODE { return XMLElement(document: document, node: node) }
    }
    return nil
  }
}

/// The elements below an element, in document order, found as they are asked for.
public struct XMLElementDescendants: Sequence, IteratorProtocol, @unchecked Sendable {
  let top: XMLElement
  var current: xmlNodePtr

  public mutating func next() -> XMLElement? {
    while let following = current.following(within: top.node) {
      current = following
      if following.pointee.type == XML_ELEMENT_NODE { return XMLElement(document: top.document, node: following) }
    }
    return nil
  }
}

extension XMLElement {
  /// The child elements, in order.
  public var children: XMLElementChildren {
    XMLElementChildren(document: document, following: node.pointee.children)
  }

  /// The elements below this one at any depth, in document order.
  public var descendants: XMLElementDescendants { XMLElementDescendants(top: self, current: node) }

  /// The first child element with a name, in the namespace of this element.
  public func child(_ name: String) -> XMLElement? {
    children.first { $0.name == name && $0.namespace == namespace }
  }

  /// The nodes directly inside, in order.
  public var nodes: [XMLNode] {
    var found: [XMLNode] = []
    var next = node.pointee.children
    while let child = next {
      next = child.pointee.next
      let content = { child.pointee.content.map { String(cString: $0) } ?? "" }
      switch child.pointee.type {
      case XML_ELEMENT_NODE: found.append(.element(XMLElement(document: document, node: child)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: found.append(.text(content()))
      case XML_COMMENT_NODE: found.append(.comment(content()))
      case XML_PI_NODE:
        found.append(.processingInstruction(target: String(cString: child.pointee.name), content: content()))
      default: break
      }
    }
    return found
  }

  /// All text inside, at any depth, in order; comments and processing instructions left out.
  public var text: String { String(decoding: textBytes, as: UTF8.self) }

  /// All text inside as UTF-8.
  public var textBytes: [UInt8] {
    var bytes: [UInt8] = []
    var current = node
    while let following = current.following(within: node) {
      current = following
      guard following.isText, let content = following.pointee.content else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    }
    return bytes
  }
}

extension xmlNodePtr {
  var isText: Bool { pointee.type == XML_TEXT_NODE || pointee.type == XML_CDATA_SECTION_NODE }

  /// The next node in document order that lies inside `top`: a walk that needs no stack.
  func following(within top: xmlNodePtr) -> xmlNodePtr? {
    if pointee.type == XML_ELEMENT_NODE, let child = pointee.children { return child }
    var node = self
    while node != top {
      if let next = node.pointee.next { return next }
      guard let parent = node.pointee.parent else { return nil }
      node = parent
    }
    return nil
  }
}
