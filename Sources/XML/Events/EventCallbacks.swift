internal import CLibXML2

/// What libxml2 calls: each callback finds its ``EventParser`` in the context's `_private`.
///
/// The text of an entity is read by a context of its own, which has the same `_private`.
enum EventCallbacks {
  static func install(in sax: UnsafeMutablePointer<xmlSAXHandler>) {
    sax.pointee.startElementNs = startElement
    sax.pointee.endElementNs = endElement
    sax.pointee.characters = characters
    // The same as for text: else libxml2 would guess which white space is no text.
    sax.pointee.ignorableWhitespace = characters
    sax.pointee.cdataBlock = characters
    sax.pointee.processingInstruction = processingInstruction
    sax.pointee.comment = comment
    sax.pointee.reference = nil
    sax.pointee.getEntity = getEntity
    sax.pointee.getParameterEntity = getParameterEntity
    sax.pointee.entityDecl = declareEntity
    sax.pointee.internalSubset = internalSubset
    // Default values and types of attributes the parser keeps itself; the rest of a DTD is for validity alone.
    sax.pointee.attributeDecl = declareAttribute
    sax.pointee.elementDecl = nil
    sax.pointee.notationDecl = nil
    sax.pointee.externalSubset = nil
  }

  static let read: xmlInputReadCallback = { own, buffer, count in
    guard let own, let buffer, count > 0 else { return 0 }
    let parser = Unmanaged<EventParser>.fromOpaque(own).takeUnretainedValue()
    return buffer.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      Int32(parser.give(UnsafeMutableBufferPointer(start: $0, count: Int(count))))
    }
  }

  /// The parser that a callback belongs to, unless nothing more is wanted of it.
  fileprivate static func parser(_ context: UnsafeMutableRawPointer?) -> (EventParser, xmlParserCtxtPtr)? {
    guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self), let own = context.pointee._private
    else { return nil }
    let parser = Unmanaged<EventParser>.fromOpaque(own).takeUnretainedValue()
    guard !parser.isOver else { return nil }
    if context == parser.context, let input = context.pointee.input { parser.lastEvent = input.offset }
    return (parser, context)
  }
}

private let startElement: startElementNsSAX2Func = {
  context, name, prefix, namespace, namespaceCount, namespaces, attributeCount, defaultedCount, attributes in
  guard let (parser, context) = EventCallbacks.parser(context), let name else { return }
  let count = Int(attributeCount)
  if count > 0, let attributes {
    if count > ParserLimits.attributes { parser.refuse(.xmlLimit, ParserLimits.tooManyAttributes) }
    for index in count - Int(defaultedCount)..<count {
      // Defaults stand last; a short document can ask for many.
      guard let start = attributes[index * 5 + 3], let end = attributes[index * 5 + 4] else { continue }
      // libxml2 compares each default with each attribute.
      _ = parser.guardian.charge(end - start + (count > 64 ? count : 0))
    }
    parser.refuseWhatIsGuarded()
  }
  if parser.open.count >= Int(Library.maximumDepth) {
    parser.refuse(.xmlLimit, "elements nest deeper than \(Library.maximumDepth) levels")
  }
  if namespaceCount > 0, let namespaces {
    parser.namespaces.enter(namespaces, count: Int(namespaceCount), depth: parser.open.count)
    if parser.namespaces.count > ParserLimits.attributes { parser.refuse(.xmlLimit, ParserLimits.tooManyNamespaces) }
  }
  if !parser.isOver, !parser.sink.wantsMore { parser.stop() }
  if parser.isOver {
    // Here libxml2 is done with its bytes, and may be kept from those that it still has.
    if context == parser.context { xmlStopParser(context) }
    return
  }
  let id = parser.resolver.id(name, namespace)
  parser.open.append(id)
  let place = XMLEventPlace(parser: parser, context: context, kind: .startTag, prefixText: prefix)
  parser.giveStart(id, attributes, count, place)
}

extension EventParser {
  fileprivate func giveStart(
    _ id: XMLNameID, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int, _ place: XMLEventPlace
  ) {
    if attributeNames.count <= count {
      attributeNames = Array(repeating: XMLNameID(rawValue: 0), count: max(64, count * 2))
    }
    attributeNames.withUnsafeMutableBufferPointer { names in
      if let attributes {
        for index in 0..<count { names[index] = resolver.id(attributes[index * 5]!, attributes[index * 5 + 2]) }
      }
      sink.startElement(
        id, XMLEventAttributes(fields: attributes, names: UnsafePointer(names.baseAddress!), count: count), place)
    }
  }
}

private let endElement: endElementNsSAX2Func = { context, _, _, _ in
  guard let (parser, context) = EventCallbacks.parser(context), let id = parser.open.popLast() else { return }
  parser.sink.endElement(id, XMLEventPlace(parser: parser, context: context, kind: .endTag))
  parser.namespaces.leave(depth: parser.open.count)
}

private let characters: charactersSAXFunc = { context, text, count in
  guard let (parser, context) = EventCallbacks.parser(context), let text, count > 0 else { return }
  let bytes = UnsafeBufferPointer(start: text, count: Int(count))
  // The parser may not have moved on over the text yet. Where the text is that of the file, not a copy, it shows itself
  // how far it is behind.
  var behind = Int(count)
  if let input = context.pointee.input?.pointee, let base = input.base, let current = input.cur, text >= base,
    text < input.end
  {
    behind = current - text
  }
  parser.sink.characters(bytes.span, XMLEventPlace(parser: parser, context: context, kind: .text(count: behind)))
}

private let processingInstruction: processingInstructionSAXFunc = { context, target, data in
  guard let (parser, context) = EventCallbacks.parser(context), let target, context.pointee.inSubset == 0 else {
    return
  }
  parser.sink.processingInstruction(
    target: String(cString: target), data: data.map { String(cString: $0) } ?? "",
    XMLEventPlace(parser: parser, context: context, kind: .instruction))
}

private let comment: commentSAXFunc = { context, text in
  guard let (parser, context) = EventCallbacks.parser(context), let text, context.pointee.inSubset == 0 else { return }
  let bytes = UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
  parser.sink.comment(bytes.span, XMLEventPlace(parser: parser, context: context, kind: .comment))
}

private let internalSubset: internalSubsetSAXFunc = { context, name, publicID, systemID in
  guard let (parser, context) = EventCallbacks.parser(context) else { return }
  parser.subsetStart = parser.lastEvent
  xmlSAX2InternalSubset(context, name, publicID, systemID)
}

/// Notes that a declaration has gone by. The names of an enumeration are the callback's to free.
private let declareAttribute: attributeDeclSAXFunc = { context, _, _, _, _, _, names in
  xmlFreeEnumeration(names)
  _ = EventCallbacks.parser(context)
}

private let declareEntity: entityDeclSAXFunc = { context, name, type, publicID, systemID, content in
  guard let (_, context) = EventCallbacks.parser(context) else { return }
  // HUGE switches off libxml2's own guard against entities that multiply.
  context.pointee.options &= ~Int32(XML_PARSE_HUGE.rawValue)
  xmlSAX2EntityDecl(context, name, type, publicID, systemID, content)
}

/// The entity of a reference, which libxml2 then reads in the reference's place: each time is charged.
private let getEntity: getEntitySAXFunc = { context, name in
  guard let (parser, context) = EventCallbacks.parser(context), let name else { return nil }
  if let predefined = xmlGetPredefinedEntity(name) { return predefined }
  guard let entity = xmlSAX2GetEntity(context, name) else {
    // Without an external subset it is a fault of syntax, which libxml2 reports.
    if context.pointee.hasExternalSubset != 0 || context.pointee.hasPErefs != 0 {
      parser.refuseExternal(String(cString: name))
    }
    return nil
  }
  switch entity.pointee.etype {
  case XML_INTERNAL_GENERAL_ENTITY:
    // An empty one costs time too.
    guard parser.guardian.charge(Int(entity.pointee.length) + 16) else {
      parser.refuseWhatIsGuarded()
      return nil
    }
  case XML_EXTERNAL_GENERAL_PARSED_ENTITY:
    parser.refuse(.xmlEntity, EntityGuard.isExternal(String(cString: name)))
    return nil
  default: break
  }
  return entity
}

private let getParameterEntity: getParameterEntitySAXFunc = { context, name in
  guard let (parser, context) = EventCallbacks.parser(context), let name,
    let entity = xmlSAX2GetParameterEntity(context, name)
  else { return nil }
  if entity.pointee.etype == XML_EXTERNAL_PARAMETER_ENTITY {
    parser.refuse(.xmlEntity, EntityGuard.isExternal(String(cString: name)))
    return nil
  }
  // libxml2 2.9 loses its way, for hours, in parameter entities that hold others; nobody writes such in a document.
  let content = UnsafeBufferPointer(start: entity.pointee.content, count: Int(entity.pointee.length))
  guard !content.contains(UInt8(ascii: "%")) else {
    parser.refuse(
      .xmlEntity, "parameter entity \"\(String(cString: name))\" holds another entity; expected declarations alone")
    return nil
  }
  guard parser.guardian.charge(content.count + 16) else {
    parser.refuseWhatIsGuarded()
    return nil
  }
  return entity
}

extension EventParser {
  fileprivate func refuseExternal(_ name: String) {
    refuse(.xmlEntity, "entity \"\(name)\" is not declared in the file; expected its text or a character reference")
  }
}
