internal import CLibXML2

/// Reads XML as events, files of any size in bounded memory.
///
///     let reader = XMLEventReader()
///     try reader.read(bytes, name: "a.xml", into: &handler)
///
/// It keeps its parser and its ``names`` from document to document; each worker has one of its own. Nothing is repaired
/// and nothing is fetched: external entities and DTDs are not read. Entities declared in the file are replaced, within
/// ten times the size of the file and a mebibyte; elements nest at most 2,048 levels deep, have at most 5,000 attributes,
/// and no single tag, comment, instruction or marked section is larger than 16 MiB.
public final class XMLEventReader {
  /// The numbers of the names in the events.
  public let names: XMLNameTable
  private let parser: EventParser

  public init(names: XMLNameTable = XMLNameTable()) {
    self.names = names
    parser = EventParser(names: names)
  }

  /// Reads a document from memory.
  ///
  /// - Parameters:
  ///   - bytes: The file, in the encoding that its byte-order mark or its declaration names.
  ///   - name: What to call it in messages.
  /// - Throws: ``XMLError`` with the place of the first fault; the events before it have been given.
  public func read<Handler: XMLEventHandler>(
    _ bytes: [UInt8], name: String, into handler: inout Handler
  ) throws(XMLError) {
    try read(MemoryBytes(bytes), name: name, into: &handler)
  }

  /// Reads a document from a file.
  public func read<Handler: XMLEventHandler>(
    file path: String, into handler: inout Handler
  ) throws(XMLError) {
    try read(try FileBytes(path: path), name: path, into: &handler)
  }

  /// Reads what a source gives piece by piece.
  func read<Handler: XMLEventHandler>(
    _ source: any ByteSource, name: String, into handler: inout Handler
  ) throws(XMLError) {
    let text = try StreamedText(source, name: name)
    try withUnsafeMutablePointer(to: &handler) { (handler) throws(XMLError) in
      try parser.parse(text, into: HandlerSink(handler))
    }
  }
}
