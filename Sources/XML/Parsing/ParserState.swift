internal import CLibXML2

/// What our own parser callbacks know; libxml2 carries it in the context's `_private`.
///
/// The callbacks wrap libxml2's tree building: they note where each start tag stands, and stop what goes too far.
final class ParserState {
  var guardian: EntityGuard
  /// The context of the file itself; that of an entity's text is another one.
  let context: xmlParserCtxtPtr
  /// The text, and how much of it the parser has been given.
  private let text: UnsafeBufferPointer<UInt8>
  private var given = 0
  /// Where the parser stood when it was stopped.
  private var stoppedAt: Int?

  init(context: xmlParserCtxtPtr, text: UnsafeBufferPointer<UInt8>) {
    self.context = context
    self.text = text
    guardian = EntityGuard(inputSize: text.count)
  }

  /// Gives the parser more of the text; -1 where it has taken in too much. libxml2 is at its bytes then, and cannot be
  /// stopped otherwise.
  func give(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let last = UnsafeBufferPointer(rebasing: text[max(0, given - ParserLimits.declarationSize - 1)..<given])
    if guardian.fault == nil, let message = ParserLimits.fault(of: context.pointee, last: last) {
      guardian.refuse(.xmlLimit, message)
      stoppedAt = context.pointee.input?.offset ?? 0
    }
    guard guardian.fault == nil else { return -1 }
    let count = min(buffer.count, text.count - given)
    if count > 0 { buffer.baseAddress!.update(from: text.baseAddress! + given, count: count) }
    given += count
    return count
  }

  /// Gives bytes where libxml2 asks for them.
  static let read: xmlInputReadCallback = { own, buffer, count in
    guard let own, let buffer, count > 0 else { return 0 }
    let state = Unmanaged<ParserState>.fromOpaque(own).takeUnretainedValue()
    return buffer.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      Int32(state.give(UnsafeMutableBufferPointer(start: $0, count: Int(count))))
    }
  }

  /// The fault that made us stop the parser, with the offset at which it was.
  var fault: (code: XMLError.Code, message: String, offset: Int)? {
    guardian.fault.map { ($0, guardian.message, stoppedAt ?? 0) }
  }

  func install() {
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    let sax = context.pointee.sax!
    sax.pointee.startElementNs = startElement
    sax.pointee.entityDecl = declareEntity
    sax.pointee.reference = reference
  }

  /// Stops the parser if anything was found wrong.
  func stopIfRefused() {
    guard guardian.fault != nil, stoppedAt == nil else { return }
    stoppedAt = context.pointee.input?.offset ?? 0
    xmlStopParser(context)
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> (ParserState, xmlParserCtxtPtr)? {
    guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self), let own = parser.pointee._private
    else { return nil }
    return (Unmanaged<ParserState>.fromOpaque(own).takeUnretainedValue(), parser)
  }
}

/// Builds the element and notes where its start tag begins.
private let startElement: startElementNsSAX2Func = {
  context, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaultedCount, attributes in
  guard let (state, parser) = ParserState.of(context) else { return }
  // The parser has read the tag but for its `>`; nothing in a tag but its beginning is a raw `<`.
  let offset = parser == state.context ? startTagOffset(parser.pointee.input) : nil
  if defaultedCount > 0, let attributes {
    // Five pointers an attribute: local name, prefix, namespace, start and end of the value; defaults stand last.
    for index in Int(attributeCount - defaultedCount)..<Int(attributeCount) {
      guard let start = attributes[index * 5 + 3], let end = attributes[index * 5 + 4] else { continue }
      _ = state.guardian.charge(end - start)
    }
  }
  if parser.pointee.nameNr >= Library.maximumDepth {
    state.guardian.refuse(.xmlLimit, "elements nest deeper than \(Library.maximumDepth) levels")
  }
  // Identifiers are entered in their table when they are asked for: see XMLDocument.registerIdentifiers.
  parser.pointee.loadsubset |= XML_SKIP_IDS
  if state.guardian.fault == nil {
    xmlSAX2StartElementNs(
      context, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaultedCount, attributes)
    if let node = parser.pointee.node {
      if let offset { NodeOrigin(source: 0, offset: offset).store(in: node) }
      replaceReferences(in: node, state)
    }
  }
  state.stopIfRefused()
}

private func startTagOffset(_ input: xmlParserInputPtr?) -> Int? {
  guard let input, let base = input.pointee.base, var cursor = input.pointee.cur else { return nil }
  while cursor > base, cursor.pointee != UInt8(ascii: "<") { cursor -= 1 }
  return cursor.pointee == UInt8(ascii: "<") ? Int(input.pointee.consumed) + (cursor - base) : nil
}

/// Turns attribute values that hold entity references into plain text.
private func replaceReferences(in node: xmlNodePtr, _ state: ParserState) {
  var next = node.pointee.properties
  while let attribute = next {
    next = attribute.pointee.next
    guard let first = attribute.pointee.children,
      first.pointee.next != nil || first.pointee.type == XML_ENTITY_REF_NODE
    else { continue }
    var value: [xmlChar] = []
    var child: xmlNodePtr? = first
    while let part = child {
      child = part.pointee.next
      if part.pointee.type == XML_ENTITY_REF_NODE {
        let name = String(cString: part.pointee.name)
        guard let text = state.guardian.text(of: teikit_entity_of_reference(part), name: name) else { return }
        value.append(contentsOf: text)
      } else if let content = part.pointee.content {
        value.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
      }
    }
    xmlFreeNodeList(first)
    let text = xmlNewDocTextLen(node.pointee.doc, value, Int32(value.count))
    text?.withMemoryRebound(to: xmlNode.self, capacity: 1) { $0.pointee.parent = asNode(attribute) }
    attribute.pointee.children = text
    attribute.pointee.last = text
  }
}

private func asNode(_ attribute: xmlAttrPtr) -> xmlNodePtr {
  UnsafeMutableRawPointer(attribute).assumingMemoryBound(to: xmlNode.self)
}

private let declareEntity: entityDeclSAXFunc = { context, name, type, publicID, systemID, content in
  guard let (state, parser) = ParserState.of(context), let name else { return }
  // With entities about, libxml2's own guard is wanted again, which HUGE switches off.
  parser.pointee.options &= ~Int32(XML_PARSE_HUGE.rawValue)
  state.guardian.declare(name: String(cString: name), type: type, value: content.map { String(cString: $0) })
  if state.guardian.fault == nil { xmlSAX2EntityDecl(context, name, type, publicID, systemID, content) }
  state.stopIfRefused()
}

private let reference: referenceSAXFunc = { context, name in
  guard let (state, parser) = ParserState.of(context), let name else { return }
  let entity = xmlGetDocEntity(parser.pointee.myDoc, name)
  if let text = state.guardian.text(of: entity, name: String(cString: name)) {
    xmlSAX2Characters(context, text.baseAddress, Int32(text.count))
  }
  state.stopIfRefused()
}
