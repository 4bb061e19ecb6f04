internal import ArticleModel
internal import CLibXML2

/// Which of libxml2's reports says why a text cannot be parsed.
struct ParsingFault {
  private let issue: LibraryIssue?
  private let offset: Int?

  /// - Parameter parser: The context of the file: offsets in the text of an entity say nothing about the file.
  init(_ issues: [LibraryIssue], parser: xmlParserCtxtPtr? = nil) {
    issue = issues.first(where: \.spoilsParsing) ?? issues.first
    offset =
      parser == nil
      ? issue?.offset : issues.first { $0.parser == UnsafeMutableRawPointer(parser) && $0.spoilsParsing }?.offset
  }

  /// The error, given what it takes to say where.
  ///
  /// - Parameter lastTag: The nearest `<` before an offset.
  func error(file: String, position: (Int) -> SourcePosition, lastTag: (Int) -> Int?) -> XMLError {
    guard let issue else { return XMLError(.xmlSyntax, "not XML; expected an element", file: file) }
    // Of an end tag that closes another element the parser has read the whole: its beginning says more.
    let isMismatch = issue.code == XML_ERR_TAG_NAME_MISMATCH.rawValue
    let place = isMismatch ? offset.flatMap(lastTag) ?? offset : offset
    return XMLError(
      code, issue.message, file: file,
      position: place.map(position) ?? SourcePosition(line: max(1, issue.line), column: 1))
  }

  /// What is said in place of libxml2's words, where those do not help.
  static func message(of error: xmlError) -> String? {
    switch xmlParserErrors(UInt32(error.code)) {
    case XML_ERR_INVALID_ENCODING, XML_ERR_INVALID_CHAR:
      let words = error.message.map { String(cString: $0) } ?? ""
      if words.contains("UTF-8") {
        // libxml2 shows four bytes, of which the first is at fault, on a line of its own.
        let byte = words.split(separator: " ").first { $0.hasPrefix("0x") }
        return "byte \(byte ?? "there") is not UTF-8; expected UTF-8, or an XML declaration with the encoding"
      }
      let code = String(error.int1, radix: 16, uppercase: true)
      let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
      guard error.int1 > 0 else { return nil }
      return "character U+\(digits) is not allowed in XML"
    case XML_ERR_ENTITY_LOOP: return "entities refer to each other in a circle, or nest too deep"
    default: return nil
    }
  }

  private var code: XMLError.Code {
    switch issue.map({ xmlParserErrors(UInt32($0.code)) }) {
    case XML_ERR_INVALID_ENCODING, XML_ERR_INVALID_CHAR: .xmlEncoding
    case XML_ERR_ENTITY_LOOP: .xmlEntity
    default: .xmlSyntax
    }
  }
}

extension XMLError {
  /// What is said of a file without a byte.
  static func emptyFile(_ name: String) -> XMLError {
    XMLError(
      .xmlSyntax, "the file is empty; expected an element", file: name, position: SourcePosition(line: 1, column: 1))
  }
}
