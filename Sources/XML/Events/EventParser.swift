internal import ArticleModel
internal import CLibXML2

/// A parser of libxml2 with callbacks of our own in place of tree building, kept from document to document.
///
/// It pulls: `xmlParseDocument` asks for bytes. libxml2's push parser gives the same events, but looks for the end of
/// each tag before it reads it, and looks again at every piece.
final class EventParser {
  /// How large a tag, comment, instruction or marked section may be: libxml2 holds one whole.
  static let maximumTokenSize = 16 << 20
  /// How large an internal subset may be.
  static let maximumSubsetSize = 4 << 20
  /// How many different names a document may have, and how many bytes they may take.
  static let maximumNames = 100_000
  static let maximumNameBytes = 16 << 20

  private(set) var context: xmlParserCtxtPtr
  // libxml2 calls back from within itself and never from within a callback: Swift need not look out at each event
  // for two accesses at once.
  let resolver: NameResolver
  @exclusivity(unchecked) var sink = EventSink()
  private(set) var text: StreamedText! = nil
  /// The numbers of the open elements, innermost last.
  @exclusivity(unchecked) var open: [XMLNameID] = []
  @exclusivity(unchecked) var namespaces = NamespaceStack()
  /// Where the numbers of the names of attributes are put for the handler.
  @exclusivity(unchecked) var attributeNames: [XMLNameID] = []
  var guardian = EntityGuard(inputSize: 0)
  private var fault: XMLError?
  private var isStopped = false
  /// Whether no more events are to be given: libxml2 goes on with the bytes that it has.
  @exclusivity(unchecked) private(set) var isOver = false
  /// The offset at which the last event was given: what libxml2 has read since then, it holds.
  @exclusivity(unchecked) var lastEvent = 0
  /// Where libxml2 stood at the last tag that was asked for, and where that begins: a tag may have thousands of attributes
  /// that are each wrong, and megabytes.
  @exclusivity(unchecked) private var lastTag = (end: -1, start: 0)
  /// The offset at which the internal subset begins.
  var subsetStart = 0

  init(names: XMLNameTable) {
    precondition(Library.isReady)
    context = Self.makeContext()
    resolver = NameResolver(names)
    install()
  }

  deinit { xmlFreeParserCtxt(context) }

  private static func makeContext() -> xmlParserCtxtPtr {
    guard let context = xmlNewParserCtxt() else { preconditionFailure("no memory for a parser") }
    return context
  }

  private func install() {
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    EventCallbacks.install(in: context.pointee.sax)
  }

  func parse(_ text: StreamedText, into sink: EventSink) throws(XMLError) {
    renewIfCrowded()
    self.text = text
    self.sink = sink
    open.removeAll(keepingCapacity: true)
    namespaces.removeAll()
    guardian = EntityGuard(inputSize: 0)
    fault = nil
    isStopped = false
    isOver = false
    lastEvent = 0
    lastTag.end = -1
    defer {
      self.text = nil
      self.sink = EventSink()
    }
    let (isWellFormed, issues) = IssueCollector.run { run() }
    if let fault = text.fault ?? fault { throw fault }
    if isStopped || isWellFormed && !issues.contains(where: \.spoilsParsing) { return }
    if text.isEmpty { throw XMLError.emptyFile(text.name) }
    throw ParsingFault(issues, parser: context).error(
      file: text.name, position: { text.position(at: $0) }, lastTag: { text.lastTag(before: $0) })
  }

  private func run() -> Bool {
    // Unlike a tree, events hold no references: each is replaced where it stands. EntityGuard counts what that adds, and
    // libxml2's own guard is on again as soon as an entity is declared.
    let options = Library.parserOptions | Int32(XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue)
    let own = Unmanaged.passUnretained(self).toOpaque()
    let document = xmlCtxtReadIO(context, EventCallbacks.read, nil, own, nil, nil, options)
    if let document { xmlFreeDoc(document) }
    return document != nil
  }

  /// Begins with a new dictionary where the old one holds more than most documents could use.
  private func renewIfCrowded() {
    guard let dictionary = context.pointee.dict,
      Int(xmlDictSize(dictionary)) > Self.maximumNames / 4 || xmlDictGetUsage(dictionary) > Self.maximumNameBytes / 4
    else { return }
    xmlFreeParserCtxt(context)
    context = Self.makeContext()
    resolver.forgetAddresses()
    install()
  }

  /// Gives bytes to libxml2; -1 where it asks for more than we allow.
  func give(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    // libxml2 would go on to the end of a file that is not well-formed.
    guard !isOver, context.pointee.wellFormed != 0 else { return 0 }
    checkSizes()
    guard !isOver else { return -1 }
    text.keptFrom = lastEvent
    let count = text.take(into: buffer)
    guardian.allow(count)
    return count
  }

  /// Checks what libxml2 takes in without telling.
  private func checkSizes() {
    let parser = context.pointee
    if text.given - lastEvent > Self.maximumTokenSize {
      refuse(.xmlLimit, "a tag, comment, instruction or section is larger than \(Self.maximumTokenSize >> 20) MiB")
    }
    if parser.inSubset != 0, text.given - subsetStart > Self.maximumSubsetSize {
      refuse(.xmlLimit, "the internal DTD subset is larger than \(Self.maximumSubsetSize >> 20) MiB")
    }
    let last = text.last(min(ParserLimits.declarationSize + 1, text.given - lastEvent))
    if let message = ParserLimits.fault(of: parser, last: last) { refuse(.xmlLimit, message) }
    if let dictionary = parser.dict,
      Int(xmlDictSize(dictionary)) > Self.maximumNames || xmlDictGetUsage(dictionary) > Self.maximumNameBytes
    {
      refuse(.xmlLimit, "the file has more than \(Self.maximumNames) different names, or very long ones")
    }
  }

  /// Ends reading with an error; the first one counts.
  ///
  /// `xmlStopParser` frees bytes that libxml2 may be at. It is enough to give it no more, and to hear no more of it.
  func refuse(_ code: XMLError.Code, _ message: String) {
    guard !isOver else { return }
    isOver = true
    let offset = context.pointee.input?.offset ?? 0
    fault = XMLError(code, message, file: text.name, position: text.position(at: offset))
  }

  /// Hands on what the guard of entities has found.
  func refuseWhatIsGuarded() {
    if let code = guardian.fault { refuse(code, guardian.message) }
  }

  /// Ends reading without an error.
  func stop() {
    isStopped = true
    isOver = true
  }

  private func tagOffset(_ input: UnsafeMutablePointer<xmlParserInput>) -> Int {
    let end = input.offset
    if lastTag.end != end { lastTag = (end, input.lastOffset(of: UInt8(ascii: "<")) ?? end) }
    return lastTag.start
  }

  /// The offset at which an event began.
  func offset(of kind: XMLEventPlace.Kind, in parser: xmlParserCtxtPtr) -> Int {
    guard let input = context.pointee.input else { return 0 }
    // What comes out of an entity stands where the reference to it does.
    if parser != context { return input.lastOffset(of: UInt8(ascii: "&")) ?? input.offset }
    return switch kind {
    // Nothing in a tag but its beginning is a raw `<`.
    case .startTag, .endTag: tagOffset(input)
    case .instruction: input.lastOffset(of: UInt8(ascii: "<"), before: UInt8(ascii: "?")) ?? input.offset
    case .comment: input.lastOffset(of: UInt8(ascii: "<"), before: UInt8(ascii: "!")) ?? input.offset
    case .text(let count): max(0, input.offset - count)
    }
  }
}

extension UnsafeMutablePointer<xmlParserInput> {
  /// The offset of the nearest such byte before the one that the parser is about to read.
  ///
  /// - Parameter next: What has to follow it.
  func lastOffset(of byte: UInt8, before next: UInt8? = nil) -> Int? {
    guard let base = pointee.base, var cursor = pointee.cur else { return nil }
    while cursor > base {
      cursor -= 1
      if cursor.pointee == byte, next == nil || cursor[1] == next { return Int(pointee.consumed) + (cursor - base) }
    }
    return nil
  }
}
