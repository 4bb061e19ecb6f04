internal import CLibXML2

/// The nodes of a document as the data model of XPath has them, in flat arrays, numbered in document order.
///
/// Node 0 is the document node. The attributes of an element follow it at once, before its children. Adjacent text and
/// CDATA sections are one text node. Namespace nodes are left out.
public final class XMLNodeTable: @unchecked Sendable {
  public enum Kind: UInt8, Sendable {
    case document, element, attribute, text, comment, processingInstruction
  }

  public let document: XMLDocument
  public let names: XMLNodeNames
  public let kinds: [Kind]
  /// The parent of each node; -1 for the document node.
  public let parents: [Int32]
  /// One past the last node below each node.
  public let ends: [Int32]
  /// The sibling before each node, attributes apart; -1 for none.
  public let previous: [Int32]
  /// The name of each node as a number in ``names``; -1 for nodes without one.
  public let nodeNames: [Int32]
  /// Where the string value of each node begins and ends: in ``text`` for documents, elements and text, in ``values``
  /// for the others.
  public let starts: [Int32]
  public let stops: [Int32]
  /// All character data of the document, in order.
  public let text: [UInt8]
  /// The values of attributes, comments and processing instructions.
  public let values: [UInt8]
  private let handles: [xmlNodePtr]

  /// Lays a document out.
  ///
  /// - Parameter names: Names that have their numbers already.
  public init(_ document: XMLDocument, names: XMLNodeNames) {
    var builder = NodeTableBuilder(names)
    builder.read(document.handle)
    self.document = document
    self.names = builder.names
    kinds = builder.kinds
    parents = builder.parents
    ends = builder.ends
    previous = builder.previous
    nodeNames = builder.nodeNames
    starts = builder.starts
    stops = builder.stops
    text = builder.text
    values = builder.values
    handles = builder.handles
  }

  public var count: Int { kinds.count }

  /// The string value of a node (XPath and XQuery Data Model, section 5.13).
  public func string(_ node: Int32) -> String {
    let range = Int(starts[Int(node)])..<Int(stops[Int(node)])
    switch kinds[Int(node)] {
    case .document, .element, .text: return String(decoding: text[range], as: UTF8.self)
    case .attribute, .comment, .processingInstruction: return String(decoding: values[range], as: UTF8.self)
    }
  }

  /// The element that a node is or stands in; the root for what stands outside it.
  public func element(of node: Int32) -> XMLElement {
    var current = node
    while current > 0, kinds[Int(current)] != .element { current = parents[Int(current)] }
    return current > 0 ? XMLElement(document: document, node: handles[Int(current)]) : document.root
  }

  /// The name of an element or attribute as written, with its prefix; the target of a processing instruction.
  public func qualifiedName(_ node: Int32) -> String {
    switch kinds[Int(node)] {
    case .element:
      let element = XMLElement(document: document, node: handles[Int(node)])
      return (element.prefix.map { $0 + ":" } ?? "") + element.name
    case .attribute:
      return UnsafeMutableRawPointer(handles[Int(node)]).assumingMemoryBound(to: xmlAttr.self).qualifiedName
    case .processingInstruction: return names.local(of: nodeNames[Int(node)])
    default: return ""
    }
  }
}
