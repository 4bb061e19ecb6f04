internal import CLibXML2

/// Builds a document from its beginning to its end, fast: names are looked up once each, text is copied once.
///
///     let builder = XMLTreeBuilder(root: "TEI", namespace: XMLNamespace.tei)
///     builder.open("p")
///     builder.attribute("xml:id", "p1")
///     builder.text("Fish & chips")
///     builder.close()
///     builder.close()
///     let document = builder.finish()
///
/// Text and attribute values are literal; what markup would read otherwise is escaped when the document is written.
/// A character that XML does not admit becomes U+FFFD: see ``XMLCharacters`` for finding it before.
public final class XMLTreeBuilder {
  private let handle: xmlDocPtr
  private let names: NameTable
  private let namespace: xmlNsPtr
  private let xmlNamespace: xmlNsPtr
  private var additional: [(prefix: String, namespace: xmlNsPtr)] = []
  private let root: xmlNodePtr
  /// The element that is open, or nil once the root is closed.
  fileprivate var current: xmlNodePtr?
  /// The attribute that was added to it last.
  private var lastAttribute: xmlAttrPtr?
  /// The text node at the end of the open element, into which more text goes.
  fileprivate var openText = GrowingText()
  private var isFinished = false

  /// Begins a document and opens its root element.
  ///
  /// - Parameters:
  ///   - root: The name of the root element.
  ///   - namespace: Its namespace, declared as the default one.
  ///   - additionalNamespaces: Others, declared at the root with their prefixes.
  public init(root: String, namespace: String, additionalNamespaces: [(prefix: String, uri: String)] = []) {
    precondition(Library.isReady)
    guard let handle = xmlNewDoc("1.0"), let dictionary = xmlDictCreate() else { preconditionFailure("no memory") }
    // The document frees the dictionary, in which the names of its nodes stand.
    handle.pointee.dict = dictionary
    guard let node = xmlNewDocNode(handle, nil, root, nil) else { preconditionFailure("no memory") }
    xmlDocSetRootElement(handle, node)
    guard let own = xmlNewNs(node, namespace, nil), let xml = xmlSearchNs(handle, node, "xml") else {
      preconditionFailure("\"\(namespace)\" is no namespace to declare")
    }
    xmlSetNs(node, own)
    for (prefix, uri) in additionalNamespaces {
      guard let other = xmlNewNs(node, uri, prefix) else { preconditionFailure("prefix \"\(prefix)\" is taken") }
      additional.append((prefix, other))
    }
    self.handle = handle
    self.names = NameTable(dictionary)
    self.namespace = own
    self.xmlNamespace = xml
    self.root = node
    self.current = node
  }

  deinit {
    if !isFinished { xmlFreeDoc(handle) }
  }

  /// Adds a processing instruction before the root element.
  public func processingInstruction(_ target: String, _ content: String) {
    precondition(!content.contains("?>"), "a processing instruction holds no \"?>\"")
    let node = literal(content) { xmlNewDocPI(handle, target, content.isEmpty ? nil : $0) }
    precondition(xmlAddPrevSibling(root, node) != nil, "no memory")
  }

  /// Opens an element in the root's namespace.
  public func open(_ name: StaticString) { open(name, in: namespace) }

  /// Opens an element in one of the additional namespaces, as `open("include", prefix: "xi")`.
  public func open(_ name: StaticString, prefix: StaticString) {
    let wanted = prefix.description
    guard let found = additional.first(where: { $0.prefix == wanted }) else {
      preconditionFailure("prefix \"\(wanted)\" was not declared")
    }
    open(name, in: found.namespace)
  }

  private func open(_ name: StaticString, in namespace: xmlNsPtr) {
    // Takes the name as it is, without a copy; freeing the node leaves it alone, since the dictionary owns it.
    guard let node = xmlNewDocNodeEatName(handle, namespace, names.interned(name), nil) else {
      preconditionFailure("no memory")
    }
    append(node)
    current = node
    lastAttribute = nil
  }

  /// Adds an attribute to the element just opened. `xml:id` and its like are in the XML namespace, all others in none.
  public func attribute(_ name: StaticString, _ value: String) {
    var value = value
    value.withUTF8 { attribute(name, $0) }
  }

  private func attribute(_ name: StaticString, _ value: UnsafeBufferPointer<UInt8>) {
    guard XMLCharacters.firstInadmissibleOffset(in: value) == nil else {
      return XMLCharacters.replacingInadmissible(in: value).withUnsafeBufferPointer { attribute(name, $0) }
    }
    guard let current, current.pointee.children == nil else {
      preconditionFailure("attribute \"\(name)\" comes after the content of its element")
    }
    let isXML = name.utf8CodeUnitCount > 4 && xmlStrncmp(name.utf8Start, "xml:", 4) == 0
    let interned = isXML ? names.interned(name, skipping: 4) : names.interned(name)
    let space = isXML ? xmlNamespace : nil
    var other = current.pointee.properties
    while let given = other {
      precondition(
        given.pointee.name != UnsafePointer(interned) || given.pointee.ns != space,
        "attribute \"\(name)\" is given twice")
      other = given.pointee.next
    }
    append(newAttribute(interned, space, value), to: current)
  }

  /// An attribute. libxml2's own maker checks the value anew, looks the name up anew, and enters each xml:id in a table
  /// that becomes very slow with a hundred thousand of them; it is filled when an expression asks for it.
  private func newAttribute(
    _ name: UnsafeMutablePointer<xmlChar>, _ space: xmlNsPtr?, _ value: UnsafeBufferPointer<UInt8>
  ) -> xmlAttrPtr {
    guard let memory = teikit_allocate(MemoryLayout<xmlAttr>.size),
      let text = xmlNewDocTextLen(handle, value.baseAddress, Int32(value.count))
    else { preconditionFailure("no memory") }
    let attribute = memory.bindMemory(to: xmlAttr.self, capacity: 1)
    attribute.initialize(to: xmlAttr())
    attribute.pointee.type = XML_ATTRIBUTE_NODE
    attribute.pointee.doc = handle
    attribute.pointee.name = UnsafePointer(name)
    attribute.pointee.ns = space
    attribute.pointee.children = text
    attribute.pointee.last = text
    text.pointee.parent = UnsafeMutableRawPointer(attribute).assumingMemoryBound(to: xmlNode.self)
    return attribute
  }

  private func append(_ attribute: xmlAttrPtr, to node: xmlNodePtr) {
    attribute.pointee.parent = node
    attribute.pointee.prev = lastAttribute
    if let lastAttribute { lastAttribute.pointee.next = attribute } else { node.pointee.properties = attribute }
    lastAttribute = attribute
  }

  /// Appends text to the open element.
  public func text(_ string: String) {
    var string = string
    string.withUTF8 { text($0) }
  }

  /// Appends text, valid UTF-8, to the open element.
  public func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return }
    if XMLCharacters.firstInadmissibleOffset(in: bytes) != nil {
      XMLCharacters.replacingInadmissible(in: bytes).withUnsafeBufferPointer { appendText($0) }
    } else {
      appendText(bytes)
    }
  }

  private func appendText(_ bytes: UnsafeBufferPointer<UInt8>) {
    if openText.append(bytes) { return }
    guard let node = xmlNewDocTextLen(handle, bytes.baseAddress, Int32(bytes.count)) else {
      preconditionFailure("no memory")
    }
    append(node)
    openText = GrowingText(node: node, count: bytes.count)
  }

  /// Closes the open element.
  public func close() {
    guard let closing = current else { preconditionFailure("no element is open") }
    openText = GrowingText()
    current = closing == root ? nil : closing.pointee.parent
  }

  /// The document. All elements must be closed, the root too; the builder is of no use afterwards.
  public func finish() -> XMLDocument {
    precondition(!isFinished, "the document is finished already")
    precondition(current == nil, "an element is still open")
    isFinished = true
    return XMLDocument(owning: handle, name: "built", sources: [])
  }

  /// Links a node in as the last one of the open element. `xmlAddChild` would look at its neighbours first.
  private func append(_ node: xmlNodePtr) {
    guard let parent = current else { preconditionFailure("no element is open") }
    openText = GrowingText()
    node.pointee.parent = parent
    node.pointee.prev = parent.pointee.last
    if let last = parent.pointee.last { last.pointee.next = node } else { parent.pointee.children = node }
    parent.pointee.last = node
  }

  /// Hands out a string as C text that holds admissible characters only.
  private func literal<Result>(_ string: String, _ body: (UnsafePointer<xmlChar>?) -> Result) -> Result {
    var string = string
    let clean = string.withUTF8 { bytes in
      XMLCharacters.firstInadmissibleOffset(in: bytes).map { _ in XMLCharacters.replacingInadmissible(in: bytes) }
    }
    if let clean { return (clean + [0]).withUnsafeBufferPointer { body($0.baseAddress) } }
    return string.withCString { text in
      text.withMemoryRebound(to: xmlChar.self, capacity: string.utf8.count + 1) { body($0) }
    }
  }
}

extension XMLTreeBuilder {
  /// An element of a document that is being built.
  public struct Bookmark {
    fileprivate let node: xmlNodePtr?
  }

  /// The element that is open now, to come back to.
  public func bookmark() -> Bookmark { Bookmark(node: current) }

  /// Goes on at the end of an element that was open when its bookmark was taken, closed since or not.
  public func resume(at bookmark: Bookmark) {
    openText = GrowingText()
    current = bookmark.node
    lastAttribute = current?.pointee.properties
    while let next = lastAttribute?.pointee.next { lastAttribute = next }
  }
}
