internal import ArticleModel
internal import CLibXML2

/// A W3C XML Schema (XSD 1.0), compiled by libxml2; for reading by any number of threads.
public final class W3CSchema: @unchecked Sendable {
  // Unchecked: libxml2 only reads a compiled schema.
  let handle: xmlSchemaPtr
  /// The attributes that are identifiers or refer to them.
  package let identifiers: W3CIdentifiers

  /// Compiles a schema with the documents that it includes, imports and redefines.
  ///
  /// - Parameters:
  ///   - uri: The absolute URI of the schema.
  ///   - loader: Gives it, and the documents that it refers to.
  /// - Throws: ``XMLError`` with the place of the first fault.
  public init(uri: String, loader: @escaping XMLResourceLoader) throws(XMLError) {
    let files = W3CSchemaFiles(loader)
    let faults = W3CSchemaFaults()
    // One at a time: libxml2 sets up its datatypes at the first schema.
    let handle = Self.compiling.withLock {
      IssueCollector.run {
        ResourceLoading.run(allowsEntities: false, files.open) { Self.compile(uri, faults) }
      }.result
    }
    if let handle, files.fault == nil, faults.first == nil {
      self.handle = handle
      identifiers = files.identifiers
      return
    }
    if let handle { xmlSchemaFree(handle) }
    if let fault = files.fault { throw fault }
    guard let fault = faults.first else {
      throw XMLError(.schemaSyntax, "not a W3C XML Schema", file: files.name(of: uri))
    }
    let file = fault.uri ?? uri
    throw XMLError(
      fault.code, fault.message, file: files.name(of: file), position: files.position(of: file, fault.path))
  }

  deinit { xmlSchemaFree(handle) }

  private static let compiling = Lock()

  private static func compile(_ uri: String, _ faults: W3CSchemaFaults) -> xmlSchemaPtr? {
    guard let context = xmlSchemaNewParserCtxt(uri) else { return nil }
    defer { xmlSchemaFreeParserCtxt(context) }
    xmlSchemaSetParserStructuredErrors(context, W3CSchemaFaults.callback, Unmanaged.passUnretained(faults).toOpaque())
    return withExtendedLifetime(faults) { xmlSchemaParse(context) }
  }
}

/// The first thing that libxml2 finds wrong with a schema.
final class W3CSchemaFaults {
  struct Fault {
    var code: XMLError.Code
    var message: String
    /// The URI of the document.
    var uri: String?
    /// The numbers of the element and of those around it among their siblings, below the root.
    var path: [Int]
  }

  private(set) var first: Fault?

  static let callback: xmlStructuredErrorFunc = { own, error in
    guard let own, let error else { return }
    Unmanaged<W3CSchemaFaults>.fromOpaque(own).takeUnretainedValue().take(error.pointee)
  }

  private func take(_ error: xmlError) {
    guard first == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let node = error.node?.assumingMemoryBound(to: xmlNode.self)
    let isReference = error.code == XML_SCHEMAP_SRC_RESOLVE.rawValue
    first = Fault(
      code: isReference ? .schemaReference : .schemaSyntax,
      message: LibraryMessage(error.message.map { String(cString: $0) } ?? "").sentence,
      uri: node?.pointee.doc?.pointee.URL.map { String(cString: $0) }, path: Self.path(of: node))
  }

  private static func path(of node: xmlNodePtr?) -> [Int] {
    var path: [Int] = []
    var next = node
    if next?.pointee.type == XML_ATTRIBUTE_NODE { next = next?.pointee.parent }
    while let element = next, let parent = element.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE {
      var number = 0
      var sibling = element.pointee.prev
      while let before = sibling {
        if before.pointee.type == XML_ELEMENT_NODE { number += 1 }
        sibling = before.pointee.prev
      }
      path.append(number)
      next = parent
    }
    return path.reversed()
  }
}
