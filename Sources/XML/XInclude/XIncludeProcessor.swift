internal import ArticleModel
internal import CLibXML2

extension XMLDocument {
  /// A copy of the document in which every `xi:include` is replaced by what it includes (XInclude 1.0).
  ///
  /// Whole local XML files, one element of them by its `xml:id` (`xpointer="id"`), and local UTF-8 text
  /// (`parse="text"`) are included; `xi:fallback` stands in where a file cannot be read. Nothing is fetched from a
  /// network. Included elements get an `xml:base`, and keep their positions in their own files.
  ///
  /// - Parameter baseFile: The path of this document, from which relative references are followed.
  /// - Throws: ``XMLError`` with code `xinclude`, or what is wrong with an included file.
  public func processingXIncludes(baseFile: String) throws(XMLError) -> XMLDocument {
    guard let copy = xmlCopyDoc(handle, 1) else { preconditionFailure("no memory") }
    var processor = XIncludeProcessor(target: copy, sources: sources)
    do throws(XMLError) {
      let root = xmlDocGetRootElement(copy)!
      Self.copyOrigins(from: self.root.node, to: root, shift: 0)
      try processor.process(
        under: root, in: self, file: baseFile, ancestors: [LocalReference.normalized(baseFile)], prefix: "")
    } catch {
      xmlFreeDoc(copy)
      throw error
    }
    guard xmlDocGetRootElement(copy) != nil else {
      xmlFreeDoc(copy)
      throw XMLError(.xinclude, "no element is left after inclusion; expected a root element", file: name)
    }
    return XMLDocument(owning: copy, name: name, sources: processor.sources)
  }

  /// Copies what nodes know of their places to the nodes of a copy, which are as many and in the same order.
  fileprivate static func copyOrigins(from original: xmlNodePtr, to copy: xmlNodePtr, shift: Int) {
    var from: xmlNodePtr? = original
    var to: xmlNodePtr? = copy
    while let source = from, let target = to {
      if source.pointee.type == XML_ELEMENT_NODE, var origin = NodeOrigin(of: source) {
        origin.source += shift
        origin.store(in: target)
      }
      from = source.following(within: original)
      to = target.following(within: copy)
    }
  }
}

/// Replaces the inclusions of one document.
private struct XIncludeProcessor {
  let target: xmlDocPtr
  var sources: [PositionSource]
  /// How much text may be included in all, in bytes: a tree of it takes many times as much memory.
  private var budget = Self.maximumSize
  private static let maximumSize = 64 << 20
  /// What each inclusion counts for besides: few small files can include each other without end.
  private static let overhead = 2048

  init(target: xmlDocPtr, sources: [PositionSource]) {
    self.target = target
    self.sources = sources
  }

  /// Replaces the inclusions at and below a node of the target.
  ///
  /// - Parameters:
  ///   - document: Where the node was first parsed, for messages.
  ///   - ancestors: The files that are being included: none of them may be included again.
  ///   - prefix: The folder of `file` as seen from the first document.
  mutating func process(
    under top: xmlNodePtr, in document: XMLDocument, file: String, ancestors: [String], prefix: String
  ) throws(XMLError) {
    for include in Self.includes(under: top) {
      let call = Inclusion(include, document: document)
      let path = try call.path(from: file, ancestors: ancestors)
      let bytes: [UInt8]
      do throws(XMLError) {
        bytes = try LocalFile.bytes(at: path)
      } catch {
        guard let fallback = call.fallback else {
          throw call.error("\"\(call.href)\" \(error.message), and there is no fallback")
        }
        try replace(include, byContentOf: fallback, document, file: file, ancestors: ancestors, prefix: prefix)
        continue
      }
      budget -= bytes.count + Self.overhead
      guard budget >= 0 else {
        throw call.error(
          "the files that are taken in make more than \(Self.maximumSize >> 20) MiB; expected less, or files that are "
            + "checked by themselves")
      }
      try replace(include, call, by: bytes, of: path, ancestors: ancestors, prefix: prefix)
    }
  }

  /// The outermost `xi:include` elements.
  private static func includes(under top: xmlNodePtr) -> [xmlNodePtr] {
    var found: [xmlNodePtr] = []
    var current: xmlNodePtr? = top
    while let node = current {
      if node.isXInclude("include") {
        found.append(node)
        // Its fallback is looked at only if it is used.
        var last = node
        while last != top, last.pointee.next == nil, let parent = last.pointee.parent { last = parent }
        current = last == top ? nil : last.pointee.next
      } else {
        current = node.following(within: top)
      }
    }
    return found
  }

  private mutating func replace(
    _ include: xmlNodePtr, _ call: Inclusion, by bytes: [UInt8], of path: String, ancestors: [String], prefix: String
  ) throws(XMLError) {
    switch call.parse {
    case "xml": break
    case "text":
      guard call.xpointer == nil, UTF8Check.firstInvalidOffset(in: bytes) == nil,
        bytes.withUnsafeBufferPointer({ XMLCharacters.firstInadmissibleOffset(in: $0) }) == nil
      else { throw call.error("\"\(call.href)\" cannot be included as text; expected UTF-8 and no xpointer") }
      xmlAddPrevSibling(include, xmlNewDocTextLen(target, bytes, Int32(bytes.count)))
      return Self.remove(include)
    default: throw call.error("parse=\"\(call.parse)\"; expected \"xml\" or \"text\"")
    }
    let included = try XMLDocument(parsing: bytes, name: path)
    let original = try call.part(of: included)
    guard let copy = xmlDocCopyNode(original, target, 1) else { throw call.error("no memory") }
    let shift = sources.count
    sources += included.sources
    XMLDocument.copyOrigins(from: original, to: copy, shift: shift)
    let folder = call.href.lastIndex(of: "/").map { prefix + call.href[...$0] } ?? prefix
    Self.setBase(of: copy, prefix + call.href)
    xmlReplaceNode(include, copy)
    xmlFreeNode(include)
    try process(under: copy, in: included, file: path, ancestors: ancestors + [path], prefix: folder)
  }

  private mutating func replace(
    _ include: xmlNodePtr, byContentOf fallback: xmlNodePtr, _ document: XMLDocument, file: String,
    ancestors: [String], prefix: String
  ) throws(XMLError) {
    var moved: [xmlNodePtr] = []
    while let node = fallback.pointee.children {
      xmlUnlinkNode(node)
      let isElement = node.pointee.type == XML_ELEMENT_NODE
      // Adjacent texts merge into one, and the node given is then gone.
      guard let added = xmlAddPrevSibling(include, node) else { preconditionFailure("no memory") }
      if isElement { moved.append(added) }
    }
    Self.remove(include)
    for node in moved {
      try process(under: node, in: document, file: file, ancestors: ancestors, prefix: prefix)
    }
  }

  private static func remove(_ node: xmlNodePtr) {
    xmlUnlinkNode(node)
    xmlFreeNode(node)
  }

  /// Section 4.7.5: an included element says where it came from, unless it says so itself.
  private static func setBase(of node: xmlNodePtr, _ base: String) {
    guard xmlHasNsProp(node, "base", XMLNamespace.xml) == nil,
      let namespace = xmlSearchNs(node.pointee.doc, node, "xml")
    else { return }
    xmlSetNsProp(node, namespace, "base", base)
  }
}

/// One `xi:include` element, read.
private struct Inclusion {
  let href: String
  let parse: String
  let xpointer: String?
  let fallback: xmlNodePtr?
  private let file: String
  private let position: SourcePosition?

  init(_ node: xmlNodePtr, document: XMLDocument) {
    func attribute(_ name: String) -> String? {
      guard let value = xmlGetNoNsProp(node, name) else { return nil }
      defer { teikit_free(value) }
      return String(cString: value)
    }
    href = attribute("href") ?? ""
    parse = attribute("parse") ?? "xml"
    xpointer = attribute("xpointer")
    var child = node.pointee.children
    while let current = child, !current.isXInclude("fallback") { child = current.pointee.next }
    fallback = child
    file = document.name
    position = NodeOrigin(of: node).flatMap { origin in document.sources.first?.position(at: origin.offset) }
  }

  /// How many files may include one another in a chain.
  private static let maximumNesting = 32

  /// The path of the file to include.
  func path(from file: String, ancestors: [String]) throws(XMLError) -> String {
    guard let path = LocalReference.path(of: href, from: file) else {
      throw error("\"\(href)\" is not a local file; nothing is fetched")
    }
    guard !ancestors.contains(path) else { throw error("\"\(href)\" includes itself") }
    guard ancestors.count < Self.maximumNesting else {
      throw error("inclusions nest deeper than \(Self.maximumNesting) levels")
    }
    return path
  }

  func error(_ message: String) -> XMLError { XMLError(.xinclude, message, file: file, position: position) }

  /// The root of the included document, or the element that `xpointer` names.
  func part(of document: XMLDocument) throws(XMLError) -> xmlNodePtr {
    guard let xpointer else { return document.root.node }
    guard !xpointer.contains("(") else {
      throw error("xpointer=\"\(xpointer)\"; expected the xml:id of an element")
    }
    let root = document.root
    if root["xml:id"] == xpointer { return root.node }
    guard let element = root.descendants.first(where: { $0["xml:id"] == xpointer }) else {
      throw error("no element of \"\(href)\" has xml:id \"\(xpointer)\"")
    }
    return element.node
  }
}

extension xmlNodePtr {
  fileprivate func isXInclude(_ name: String) -> Bool {
    pointee.type == XML_ELEMENT_NODE && xmlStrEqual(pointee.name, name) == 1
      && xmlStrEqual(pointee.ns?.pointee.href, XMLNamespace.xinclude) == 1
  }
}
