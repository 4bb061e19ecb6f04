internal import ArticleModel
internal import CLibXML2

/// Reads the elements of one name out of a file of any size, each as a document of its own, in the memory of one.
///
///     let reader = try XMLStreamReader(path: "corpus.xml", element: "TEI")
///     while let text = try reader.next() { … }
///
/// An element inside another of the same name belongs to it and is not read again. Not for several threads at once.
public final class XMLStreamReader {
  /// The file, as the caller named it.
  public let path: String
  private let element: String
  private let namespace: String?
  private let handle: xmlTextReaderPtr
  private let descriptor: Int32
  private var isAtElement = false

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: A local file; its encoding is found as XML says.
  ///   - element: The local name of the elements to read.
  ///   - namespace: Their namespace; nil for none.
  /// - Throws: ``XMLError`` with code `xml-unreadable`.
  public init(path: String, element: String, namespace: String? = XMLNamespace.tei) throws(XMLError) {
    precondition(Library.isReady)
    let descriptor = try LocalFile.open(path)
    // By descriptor: by name libxml2 would take a URL too.
    guard let handle = xmlReaderForFd(descriptor, nil, nil, Library.parserOptions) else {
      LocalFile.shut(descriptor)
      throw XMLError(.xmlUnreadable, "cannot be read", file: path)
    }
    self.path = path
    self.element = element
    self.namespace = namespace
    self.handle = handle
    self.descriptor = descriptor
  }

  deinit {
    xmlFreeTextReader(handle)
    LocalFile.shut(descriptor)
  }

  /// The next element, or nil at the end of the file.
  ///
  /// Positions in it are those of its own start: for the root its line in the file, and column 1.
  ///
  /// - Throws: ``XMLError`` where the file is not well-formed, nests too deep, or declares entities.
  public func next() throws(XMLError) -> XMLElement? {
    let (outcome, issues) = IssueCollector.run { advance() }
    if let issue = issues.first(where: \.spoilsParsing) {
      throw XMLError(
        .xmlSyntax, issue.message, file: path,
        position: SourcePosition(line: max(1, issue.line), column: 1))
    }
    switch outcome {
    case .found(let copy):
      return XMLDocument(owning: copy, name: path, sources: []).root
    case .end: return nil
    case .fault(let code, let message):
      throw XMLError(
        code, message, file: path,
        position: SourcePosition(line: max(1, Int(xmlTextReaderGetParserLineNumber(handle))), column: 1))
    }
  }

  private enum Outcome {
    case found(xmlDocPtr)
    case end
    case fault(XMLError.Code, String)
  }

  private func advance() -> Outcome {
    while true {
      // After an element was read its content is passed over.
      let status = isAtElement ? xmlTextReaderNext(handle) : xmlTextReaderRead(handle)
      isAtElement = false
      guard status == 1 else { return status == 0 ? .end : .fault(.xmlSyntax, "not well-formed XML") }
      guard xmlTextReaderDepth(handle) < Library.maximumDepth else {
        return .fault(.xmlLimit, "elements nest deeper than \(Library.maximumDepth) levels")
      }
      switch UInt32(xmlTextReaderNodeType(handle)) {
      case UInt32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue):
        // Its declarations would be needed in every part, and would have to be kept from multiplying.
        // Not xmlTextReaderCurrentDoc: whoever asks for the document has to free it.
        if let type = xmlTextReaderCurrentNode(handle), type.pointee.children != nil {
          return .fault(.xmlEntity, "the document type holds declarations; expected none in a file read as a stream")
        }
      case UInt32(XML_READER_TYPE_ELEMENT.rawValue) where isWanted:
        isAtElement = true
        guard let node = xmlTextReaderExpand(handle) else { return .fault(.xmlSyntax, "not well-formed XML") }
        guard node.height < Library.maximumDepth else {
          return .fault(.xmlLimit, "elements nest deeper than \(Library.maximumDepth) levels")
        }
        return copy(node)
      default: break
      }
    }
  }

  private var isWanted: Bool {
    xmlStrEqual(xmlTextReaderConstLocalName(handle), element) == 1
      && xmlStrEqual(xmlTextReaderConstNamespaceUri(handle), namespace) == 1
  }

  private func copy(_ node: xmlNodePtr) -> Outcome {
    guard let document = xmlNewDoc("1.0") else { return .fault(.xmlLimit, "no memory") }
    guard let copy = xmlDocCopyNode(node, document, 1) else {
      xmlFreeDoc(document)
      return .fault(.xmlLimit, "no memory")
    }
    xmlDocSetRootElement(document, copy)
    return .found(document)
  }
}

extension xmlNodePtr {
  /// How many levels of elements stand in this one; libxml2 copies a tree by recursion.
  fileprivate var height: Int32 {
    var height: Int32 = 0
    var depth: Int32 = 0
    var current = self
    while true {
      if current.pointee.type == XML_ELEMENT_NODE, let child = current.pointee.children {
        current = child
        depth += 1
        height = Swift.max(height, depth)
        continue
      }
      while current != self, current.pointee.next == nil, let parent = current.pointee.parent {
        current = parent
        depth -= 1
      }
      guard current != self, let next = current.pointee.next else { return height }
      current = next
    }
  }
}
