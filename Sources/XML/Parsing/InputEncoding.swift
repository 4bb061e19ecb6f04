internal import CLibXML2

/// Brings the bytes of an XML file to UTF-8 before they are parsed, so that every offset is one into UTF-8.
///
/// The encoding is found as appendix F of XML 1.0 says: byte-order mark, first bytes, then the XML declaration.
enum InputEncoding {
  /// The text in UTF-8 without byte-order mark. UTF-8 is not checked here: the parser does that.
  static func utf8(_ bytes: [UInt8], file: String) throws(XMLError) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    guard let (encoding, handler) = try handler(for: bytes, file: file) else { return bytes }
    guard let converted = convert(bytes, with: handler) else {
      throw XMLError(.xmlEncoding, "the bytes are not text in encoding \"\(encoding)\"", file: file)
    }
    return converted.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(converted.dropFirst(3)) : converted
  }

  /// The converter to use, which the caller closes, or nil for UTF-8. The first 256 bytes are enough to tell.
  static func handler(
    for bytes: [UInt8], file: String
  ) throws(XMLError) -> (String, xmlCharEncodingHandlerPtr)? {
    precondition(Library.isReady)
    // libxml2 takes the mark of UTF-32 for that of UTF-16.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      guard let handler = xmlFindCharEncodingHandler("UTF-32") else {
        throw XMLError(.xmlEncoding, "encoding \"UTF-32\" is not known; expected UTF-8", file: file)
      }
      return ("UTF-32", handler)
    }
    let detected = xmlDetectCharEncoding(bytes, Int32(min(bytes.count, 4)))
    switch detected {
    case XML_CHAR_ENCODING_NONE, XML_CHAR_ENCODING_UTF8, XML_CHAR_ENCODING_ERROR: break
    default:
      let name = xmlGetCharEncodingName(detected).map { String(cString: $0) } ?? "unknown"
      guard let handler = xmlGetCharEncodingHandler(detected) else {
        throw XMLError(.xmlEncoding, "encoding \"\(name)\" is not known; expected UTF-8", file: file)
      }
      return (name, handler)
    }
    // A declaration of UTF-16 that can be read byte by byte is wrong, and means UTF-8 (as libxml2 has it too).
    guard let declared = declaredEncoding(bytes), !["utf-8", "utf8", "utf-16"].contains(declared.lowercased())
    else { return nil }
    guard let handler = xmlFindCharEncodingHandler(declared) else {
      throw XMLError(.xmlEncoding, "encoding \"\(declared)\" is not known; expected UTF-8", file: file)
    }
    return (declared, handler)
  }

  /// The value of `encoding` in the XML declaration.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(256)
    guard head.starts(with: Array("<?xml".utf8)), let close = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let declaration = Array(head[..<close])
    let keyword = Array("encoding".utf8)
    guard
      let start = declaration.indices.first(where: { declaration[$0...].starts(with: keyword) }),
      let open = declaration[start...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let end = declaration[(open + 1)...].firstIndex(of: declaration[open])
    else { return nil }
    return String(decoding: declaration[(open + 1)..<end], as: UTF8.self)
  }

  private static func convert(_ bytes: [UInt8], with handler: xmlCharEncodingHandlerPtr) -> [UInt8]? {
    IssueCollector.run { () -> [UInt8]? in
      defer { xmlCharEncCloseFunc(handler) }
      guard let input = xmlBufferCreateSize(bytes.count), let output = xmlBufferCreateSize(bytes.count * 2) else {
        return nil
      }
      defer {
        xmlBufferFree(input)
        xmlBufferFree(output)
      }
      guard xmlBufferAdd(input, bytes, Int32(bytes.count)) == 0 else { return nil }
      while xmlBufferLength(input) > 0 {
        let before = xmlBufferLength(input)
        guard xmlCharEncInFunc(handler, output, input) >= 0, xmlBufferLength(input) < before else { return nil }
      }
      return Array(UnsafeBufferPointer(start: xmlBufferContent(output), count: Int(xmlBufferLength(output))))
    }.result
  }
}
