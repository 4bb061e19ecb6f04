internal import ArticleModel
internal import CLibXML2

extension XMLDocument {
  /// Parses an XML text; nothing is repaired and nothing is fetched.
  ///
  /// External entities and DTDs are not read, entities declared in the file must be plain text, and elements nest at
  /// most 2,048 levels deep. The encoding is found from the byte-order mark or the XML declaration.
  ///
  /// - Parameters:
  ///   - bytes: The file, at most 2 GiB.
  ///   - name: What to call it in messages.
  /// - Throws: ``XMLError`` with the exact place of the first fault.
  public convenience init(parsing bytes: [UInt8], name: String) throws(XMLError) {
    guard bytes.count < Int(Int32.max) else {
      throw XMLError(.xmlLimit, "the file has \(bytes.count) bytes; at most 2 GiB are read", file: name)
    }
    let source = PositionSource(name: name, bytes: try InputEncoding.utf8(bytes, file: name))
    guard source.bytes.count < Int(Int32.max) else {
      throw XMLError(.xmlLimit, "the file has more than 2 GiB as UTF-8", file: name)
    }
    guard !source.bytes.isEmpty else {
      throw XMLError.emptyFile(name)
    }
    self.init(owning: try Self.parse(source), name: name, sources: [source], parsedText: source.bytes)
  }

  private static func parse(_ source: PositionSource) throws(XMLError) -> xmlDocPtr {
    let (outcome, issues) = IssueCollector.run { () -> (document: xmlDocPtr?, fault: XMLError?) in
      guard let context = xmlNewParserCtxt() else { return (nil, XMLError(.xmlLimit, "no memory for a parser")) }
      defer { xmlFreeParserCtxt(context) }
      // The bytes are UTF-8 by now, whatever they declare.
      let options = Library.parserOptions | Int32(XML_PARSE_IGNORE_ENC.rawValue)
      return source.bytes.withUnsafeBufferPointer { text in
        let state = ParserState(context: context, text: text)
        state.install()
        let own = Unmanaged.passUnretained(state).toOpaque()
        let document = xmlCtxtReadIO(context, ParserState.read, nil, own, nil, nil, options)
        let fault = state.fault.map {
          XMLError($0.code, $0.message, file: source.name, position: source.position(at: $0.offset))
        }
        return (document, withExtendedLifetime(state) { fault })
      }
    }
    if outcome.fault == nil, let document = outcome.document, !issues.contains(where: \.spoilsParsing),
      xmlDocGetRootElement(document) != nil
    {
      return document
    }
    if let document = outcome.document { xmlFreeDoc(document) }
    throw outcome.fault
      ?? ParsingFault(issues).error(file: source.name, position: { source.position(at: $0) }) { end in
        source.bytes[..<min(end, source.bytes.count)].lastIndex(of: UInt8(ascii: "<"))
      }
  }
}
