internal import ArticleModel
internal import CLibXML2

extension DocumentTypeDefinition {
  /// Reads a DTD, with the parts of it that are in other files.
  ///
  /// - Parameters:
  ///   - uri: The absolute URI of the DTD.
  ///   - loader: Gives it, and what it draws in by parameter entities.
  /// - Throws: ``XMLError`` with the place of the first fault.
  public init(uri: String, loader: @escaping XMLResourceLoader) throws(XMLError) {
    let files = DTDFiles(loader)
    let (declared, issues) = IssueCollector.run {
      ResourceLoading.run(allowsEntities: true, files.open) { files.parse(uri) }
    }
    if let fault = files.fault { throw fault }
    if let issue = issues.first(where: { $0.isError && !Self.isHarmless($0) }) { throw files.error(issue, main: uri) }
    guard let declared else { throw XMLError(.schemaSyntax, "not a DTD", file: files.name(of: uri)) }
    elements = declared
    guard !elements.isEmpty else {
      throw XMLError(.schemaSyntax, "the DTD declares no element", file: files.name(of: uri))
    }
  }

  /// What makes no DTD unfit to validate with: declarations of `xml:id` and `xml:space` in an unusual way, and entities
  /// whose identifier is no URI.
  private static func isHarmless(_ issue: LibraryIssue) -> Bool {
    issue.domain == XML_FROM_VALID.rawValue || issue.code == XML_DTD_XMLID_TYPE.rawValue
      || issue.code == XML_ERR_INVALID_URI.rawValue
  }
}

/// The files of one DTD while it is being read, and how much it may still grow.
///
/// Found on the thread, since libxml2 makes the parser itself; see ``ResourceLoading``.
private final class DTDFiles {
  private let loader: XMLResourceLoader
  private var names: [String: String] = [:]
  private(set) var fault: XMLError?
  /// How many bytes parameter entities may still bring. DocBook's and TEI's bring a few million.
  private var budget = 64 << 20
  private var fileCount = 0
  private static let maximumFiles = 1000

  init(_ loader: @escaping XMLResourceLoader) { self.loader = loader }

  func name(of uri: String) -> String { names[uri] ?? uri }

  func open(_ uri: String, publicID: String?) -> XMLResource? {
    guard fault == nil else { return nil }
    fileCount += 1
    guard let resource = loader(uri, publicID), fileCount <= Self.maximumFiles else {
      let message =
        fileCount > Self.maximumFiles
        ? "the DTD draws in more than \(Self.maximumFiles) files" : W3CSchemaFiles.missing(uri)
      refuse(fileCount > Self.maximumFiles ? .schemaLimit : .schemaUnreadable, message, nil)
      return nil
    }
    names[uri] = resource.name
    charge(resource.bytes.count, nil)
    return fault == nil ? resource : nil
  }

  /// Refuses the DTD at the place where the parser is.
  func refuse(_ code: XMLError.Code, _ message: String, _ context: xmlParserCtxtPtr?) {
    guard fault == nil else { return }
    let input = context?.pointee.input?.pointee
    let file = input?.filename.map { name(of: String(cString: $0)) }
    fault = XMLError(
      code, message, file: file,
      position: input.map { SourcePosition(line: max(1, Int($0.line)), column: max(1, Int($0.col))) })
  }

  func charge(_ count: Int, _ context: xmlParserCtxtPtr?) {
    budget -= count + 64
    if budget < 0 { refuse(.schemaLimit, "entities make the DTD larger than 64 MiB", context) }
  }

  func error(_ issue: LibraryIssue, main: String) -> XMLError {
    XMLError(
      .schemaSyntax, issue.message, file: name(of: issue.file ?? main),
      position: SourcePosition(line: max(1, issue.line), column: max(1, issue.column)))
  }

  /// The elements that the DTD declares; nil where it is not well-formed.
  func parse(_ uri: String) -> [DocumentTypeDefinition.Element]? {
    var handler = xmlSAXHandler()
    guard xmlSAXVersion(&handler, 2) == 0 else { return nil }
    // Both are asked at each reference, to be counted.
    handler.getParameterEntity = { context, name in
      DTDFiles.entity(context) { xmlSAX2GetParameterEntity($0, name) }
    }
    handler.getEntity = { context, name in DTDFiles.entity(context) { xmlSAX2GetEntity($0, name) } }
    return DTDFiles.current.with(self) {
      guard let dtd = xmlSAXParseDTD(&handler, nil, uri) else { return nil }
      defer { xmlFreeDtd(dtd) }
      return DTDDeclarations(dtd).elements
    }
  }

  private static let current = ThreadValue<DTDFiles>()

  private static func entity(
    _ context: UnsafeMutableRawPointer?, _ find: (UnsafeMutableRawPointer?) -> xmlEntityPtr?
  ) -> xmlEntityPtr? {
    guard let files = current.value, files.fault == nil, let entity = find(context) else { return nil }
    files.charge(Int(entity.pointee.length), context?.assumingMemoryBound(to: xmlParserCtxt.self))
    return files.fault == nil ? entity : nil
  }
}
