internal import CLibXML2

/// What libxml2 may read on this thread while a schema is compiled.
///
/// libxml2 has one loader for the whole process. Ours asks the thread, and a thread that compiles nothing gets nothing.
final class ResourceLoading {
  private let open: XMLResourceLoader
  /// Whether a file that is being read may draw in others: a DTD by its parameter entities, a schema document never.
  private let allowsEntities: Bool
  private static let current = ThreadValue<ResourceLoading>()

  private init(allowsEntities: Bool, _ open: @escaping XMLResourceLoader) {
    self.allowsEntities = allowsEntities
    self.open = open
  }

  /// Runs `body`, which may read what `open` gives.
  static func run<Result>(
    allowsEntities: Bool, _ open: XMLResourceLoader, _ body: () -> Result
  ) -> Result {
    withoutActuallyEscaping(open) { open in
      current.with(ResourceLoading(allowsEntities: allowsEntities, open), body)
    }
  }

  /// What libxml2 calls for every file that it wants to read.
  static let callback: xmlExternalEntityLoader = { uri, publicID, context in
    guard let uri, let context, let loading = current.value,
      loading.allowsEntities || context.pointee.inputNr == 0,
      let resource = loading.open(String(cString: uri), publicID.map { String(cString: $0) })
    else { return nil }
    return input(resource.bytes, uri: uri, context)
  }

  private static func input(
    _ bytes: [UInt8], uri: UnsafePointer<CChar>, _ context: xmlParserCtxtPtr
  ) -> xmlParserInputPtr? {
    guard bytes.count < Int(Int32.max) else { return nil }
    let buffer = bytes.withUnsafeBytes { bytes in
      xmlParserInputBufferCreateMem(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), XML_CHAR_ENCODING_NONE)
    }
    guard let buffer, let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE) else { return nil }
    // What the file refers to is relative to it. libxml2 frees the name.
    input.pointee.filename = uri.withMemoryRebound(to: xmlChar.self, capacity: 1) { text in
      UnsafeRawPointer(xmlStrdup(text))?.assumingMemoryBound(to: CChar.self)
    }
    return input
  }
}
