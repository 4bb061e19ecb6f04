internal import CLibXML2

/// One report of libxml2, copied out of its structure at once.
struct LibraryIssue {
  var message: String
  var code: Int32
  var domain: UInt32
  var isError: Bool
  /// The file that the parser was in, where it has a name.
  var file: String?
  /// From 1; 0 where libxml2 gave none.
  var line: Int
  /// From 1; 0 where libxml2 gave none, which only its parser does.
  var column: Int
  /// Where the parser stood, as an offset into the UTF-8 text that it read.
  var offset: Int?
  /// The context of the parser that ``offset`` belongs to, for comparison only.
  var parser: UnsafeMutableRawPointer?
  /// The node that the report is about. Not to be used after its document is gone.
  var node: xmlNodePtr?
  /// The number beside the message: for XPath the offset in the expression.
  var number: Int

  /// Whether the report makes a parsed text unfit for use. Reports about DTD validity (a doubled `xml:id`, one that is
  /// no name) are for the validators to make again, with a position; a system identifier that is no URI breaks no rule of
  /// well-formedness (XML 1.0, section 4.2.2, and its errata).
  var spoilsParsing: Bool {
    isError && domain != XML_FROM_DTD.rawValue && domain != XML_FROM_VALID.rawValue
      && code != XML_ERR_INVALID_URI.rawValue
  }
}

/// Gathers what libxml2 reports on this thread while something runs.
final class IssueCollector {
  private(set) var issues: [LibraryIssue] = []
  /// An input of nothing but faults must not fill the memory with reports.
  private static let limit = 1000

  /// Runs `body` with a structured error handler of its own and puts the former one back.
  static func run<Result>(_ body: () -> Result) -> (result: Result, issues: [LibraryIssue]) {
    precondition(Library.isReady)
    let collector = IssueCollector()
    teikit_silence_generic_errors()
    let formerHandler = teikit_structured_error_handler()
    let formerContext = teikit_structured_error_context()
    xmlSetStructuredErrorFunc(Unmanaged.passUnretained(collector).toOpaque()) { context, error in
      guard let context, let error else { return }
      Unmanaged<IssueCollector>.fromOpaque(context).takeUnretainedValue().take(error.pointee)
    }
    defer { xmlSetStructuredErrorFunc(formerContext, formerHandler) }
    let result = withExtendedLifetime(collector, body)
    return (result, collector.issues)
  }

  private func take(_ error: xmlError) {
    guard issues.count < Self.limit else { return }
    issues.append(
      LibraryIssue(
        message: Self.message(of: error), code: error.code, domain: UInt32(bitPattern: error.domain),
        isError: error.level.rawValue >= XML_ERR_ERROR.rawValue, file: error.file.map { String(cString: $0) },
        line: Int(error.line), column: Int(error.int2), offset: Self.offset(of: error), parser: error.ctxt,
        node: error.node?.assumingMemoryBound(to: xmlNode.self),
        number: Int(error.int1)))
  }

  private static func offset(of error: xmlError) -> Int? {
    guard error.domain == XML_FROM_PARSER.rawValue || error.domain == XML_FROM_NAMESPACE.rawValue,
      let context = error.ctxt?.assumingMemoryBound(to: xmlParserCtxt.self),
      // The parser of an entity's text has an input of its own; offsets there say nothing about the file.
      context.pointee._private != nil, let input = context.pointee.input
    else { return nil }
    return input.offset
  }

  private static func message(of error: xmlError) -> String {
    if error.domain == XML_FROM_PARSER.rawValue, let message = ParserMessage.of(error) { return message }
    if error.domain == XML_FROM_NAMESPACE.rawValue, let message = ParserMessage.ofNamespace(error) { return message }
    var message = error.message.map { String(cString: $0) } ?? "unknown fault"
    while let last = message.last, last.isWhitespace { message.removeLast() }
    return message.prefix(1).lowercased() + message.dropFirst()
  }
}

extension UnsafeMutablePointer<xmlParserInput> {
  /// The offset of the byte that the parser is about to read.
  var offset: Int { Int(pointee.consumed) + (pointee.cur - pointee.base) }
}
