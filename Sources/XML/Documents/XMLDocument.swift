internal import CLibXML2

/// An XML document in memory: parsed, built or included.
///
/// A document may be read, queried and validated on several threads at once.
public final class XMLDocument: @unchecked Sendable {
  /// What the document is called in messages: the name that its parser was given.
  public let name: String

  let handle: xmlDocPtr
  let lock = Lock()
  /// The texts that elements stand in; more than one only after XInclude. A node says in `_private` which and where.
  let sources: [PositionSource]
  /// The text that the document was parsed from, as UTF-8 whatever it declares; nil where the document was built, or
  /// changed by XInclude.
  package let parsedText: [UInt8]?
  private var hasDocumentOrder = false
  private var hasIdentifiers = false

  /// Takes over a C document that has a root element.
  init(owning handle: xmlDocPtr, name: String, sources: [PositionSource], parsedText: [UInt8]? = nil) {
    self.handle = handle
    self.parsedText = parsedText
    self.name = name
    self.sources = sources
    // Without an encoding libxml2 writes every non-ASCII letter of an attribute as a character reference.
    if let former = handle.pointee.encoding { teikit_free(former) }
    handle.pointee.encoding = UnsafePointer(xmlStrdup("UTF-8"))
  }

  deinit { xmlFreeDoc(handle) }

  /// The document element.
  public var root: XMLElement {
    guard let node = xmlDocGetRootElement(handle) else { preconditionFailure("a document has a root element") }
    return XMLElement(document: self, node: node)
  }

  /// The processing instructions before the root element, in order, each with the line on which it ends.
  public var processingInstructions: [(target: String, content: String, line: Int)] {
    var found: [(target: String, content: String, line: Int)] = []
    var next = handle.pointee.children
    while let node = next, node.pointee.type != XML_ELEMENT_NODE {
      if node.pointee.type == XML_PI_NODE {
        let content = node.pointee.content.map { String(cString: $0) } ?? ""
        found.append((String(cString: node.pointee.name), content, max(1, xmlGetLineNo(node))))
      }
      next = node.pointee.next
    }
    return found
  }

  /// Numbers the elements in document order, once, so that XPath compares two of them in constant time.
  func orderElements() {
    lock.withLock {
      guard !hasDocumentOrder else { return }
      xmlXPathOrderDocElems(handle)
      hasDocumentOrder = true
    }
  }

  /// Enters the identifiers of elements in libxml2's table, once, for the function `id` of XPath and for types of schemas.
  /// The table is slow, and hardly ever needed. To be called with ``lock`` held; a doubled identifier means its first
  /// element.
  func registerIdentifiers() {
    guard !hasIdentifiers else { return }
    hasIdentifiers = true
    var count: Int32 = 0
    forEachIdentifier { _ in count += 1 }
    // libxml2's own table shares the document's dictionary, and neither grows beyond a few thousand places: entering many
    // identifiers would take quadratic time.
    if handle.pointee.ids == nil, count > 1024 { handle.pointee.ids = UnsafeMutableRawPointer(xmlHashCreate(count)) }
    forEachIdentifier { attribute in
      _ = xmlAddID(nil, handle, attribute.value, attribute)
    }
  }

  private func forEachIdentifier(_ body: (xmlAttrPtr) -> Void) {
    var current: xmlNodePtr? = root.node
    while let node = current {
      if node.pointee.type == XML_ELEMENT_NODE {
        var next = node.pointee.properties
        while let attribute = next {
          if attribute.hasName("xml:id") { body(attribute) }
          next = attribute.pointee.next
        }
      }
      current = node.following(within: root.node)
    }
  }
}
