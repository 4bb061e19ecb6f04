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

  private var code: XMLError.Code {
    switch issue.map({ xmlParserErrors(UInt32(bitPattern: $0.code)) }) {
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
