internal import CLibXML2

/// libxml2's validation of documents against a W3C XML Schema, fed with the events of our reader.
///
/// It keeps what is open and what identity constraints need, so that memory is bounded by them and not by the document.
/// One for each thread; ``begin()`` and ``end()`` enclose a document.
package final class W3CSchemaValidation {
  private let schema: W3CSchema
  private let context: xmlSchemaValidCtxtPtr
  private let names: XMLNameTable
  private let location: XMLNameID
  private let noNamespaceLocation: XMLNameID
  private var plug: OpaquePointer?
  // Where libxml2 puts its handler when it is plugged in. It writes there again when it is unplugged: they stay in place.
  private let handler = UnsafeMutablePointer<xmlSAXHandlerPtr?>.allocate(capacity: 1)
  private let user = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 1)
  private var issues: [W3CSchemaIssue] = []
  /// The names as C wants them, by their number.
  private var texts: [CName?] = []
  private var declarations: [UnsafePointer<xmlChar>?] = []
  private var fields: [UnsafePointer<xmlChar>?] = []

  private final class CName {
    let local: UnsafeMutablePointer<xmlChar>
    let namespace: UnsafeMutablePointer<xmlChar>?

    init(_ local: String, _ namespace: String?) {
      self.local = Self.copy(local)
      self.namespace = namespace.map(Self.copy)
    }

    deinit {
      local.deallocate()
      namespace?.deallocate()
    }

    private static func copy(_ text: String) -> UnsafeMutablePointer<xmlChar> {
      let copy = UnsafeMutablePointer<xmlChar>.allocate(capacity: text.utf8.count + 1)
      for (index, byte) in text.utf8.enumerated() { copy[index] = byte }
      copy[text.utf8.count] = 0
      return copy
    }
  }

  package init(_ schema: W3CSchema, names: XMLNameTable) {
    guard let context = xmlSchemaNewValidCtxt(schema.handle) else { preconditionFailure("no memory for a validator") }
    self.schema = schema
    self.context = context
    self.names = names
    handler.initialize(to: nil)
    user.initialize(to: nil)
    let instance = "http://www.w3.org/2001/XMLSchema-instance"
    location = names.id(namespace: instance, local: "schemaLocation")
    noNamespaceLocation = names.id(namespace: instance, local: "noNamespaceSchemaLocation")
    xmlSchemaSetValidStructuredErrors(
      context,
      { own, error in
        guard let own, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        Unmanaged<W3CSchemaValidation>.fromOpaque(own).takeUnretainedValue().issues.append(
          W3CSchemaIssue(error.pointee))
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    end()
    xmlSchemaFreeValidCtxt(context)
    handler.deallocate()
    user.deallocate()
  }

  package func begin() {
    end()
    plug = xmlSchemaSAXPlug(context, handler, user)
    precondition(plug != nil, "a validator is in use")
  }

  package func end() {
    guard let plug else { return }
    xmlSchemaSAXUnplug(plug)
    self.plug = nil
    issues = []
  }

  // MARK: Events; each answers what is wrong

  package func startElement(
    _ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace
  ) -> [W3CSchemaIssue] {
    guard let start = handler.pointee?.pointee.startElementNs else { return [] }
    let text = text(of: name)
    declarations.removeAll(keepingCapacity: true)
    place.parser.namespaces.forEachOwn(depth: place.parser.open.count - 1) { declarations += [$0, $1] }
    let count = takeAttributes(attributes)
    declarations.withUnsafeMutableBufferPointer { declarations in
      fields.withUnsafeMutableBufferPointer { fields in
        start(
          user.pointee, text.local, nil, text.namespace, Int32(declarations.count / 2), declarations.baseAddress,
          Int32(count), 0, fields.baseAddress)
      }
    }
    return take()
  }

  package func endElement(_ name: XMLNameID) -> [W3CSchemaIssue] {
    guard let end = handler.pointee?.pointee.endElementNs else { return [] }
    let text = text(of: name)
    end(user.pointee, text.local, nil, text.namespace)
    return take()
  }

  package func characters(_ text: UnsafeBufferPointer<UInt8>) -> [W3CSchemaIssue] {
    guard let characters = handler.pointee?.pointee.characters, !text.isEmpty else { return [] }
    characters(user.pointee, text.baseAddress, Int32(text.count))
    return take()
  }

  private func take() -> [W3CSchemaIssue] {
    guard !issues.isEmpty else { return [] }
    defer { issues.removeAll() }
    return issues
  }

  /// Leaves out where documents say that their schema is: libxml2 would read it, and change what all threads share.
  private func takeAttributes(_ attributes: XMLEventAttributes) -> Int {
    fields.removeAll(keepingCapacity: true)
    for index in 0..<attributes.count {
      let name = attributes.name(index)
      if name == location || name == noNamespaceLocation { continue }
      for field in 0..<5 { fields.append(attributes.fields?[index * 5 + field]) }
    }
    return fields.count / 5
  }

  private func text(of name: XMLNameID) -> CName {
    let index = Int(name.rawValue)
    if index >= texts.count { texts += Array(repeating: nil, count: index + 1 - texts.count) }
    if let known = texts[index] { return known }
    let text = CName(names.local(name), names.namespace(name))
    texts[index] = text
    return text
  }
}
