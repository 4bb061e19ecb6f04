internal import CLibXML2

extension XMLElement {
  /// The namespace that a prefix stands for here, or nil where it is not declared. The empty prefix is the default namespace.
  package func namespace(ofPrefix prefix: String) -> String? {
    let found = xmlSearchNs(node.pointee.doc, node, prefix.isEmpty ? nil : prefix)
    guard let href = found?.pointee.href, href.pointee != 0 else { return nil }
    return String(cString: href)
  }

  /// Calls `body` with each attribute, in document order: its namespace, its local name and its value.
  package func forEachAttribute<Failure: Error>(
    _ body: (_ namespace: String?, _ local: String, _ value: String) throws(Failure) -> Void
  ) throws(Failure) {
    var next = node.pointee.properties
    while let current = next {
      next = current.pointee.next
      try body(
        current.pointee.ns?.pointee.href.map { String(cString: $0) }, String(cString: current.pointee.name),
        current.value)
    }
  }
}

extension XMLElement {
  /// The first text directly inside that is more than white space, or nil.
  package var firstVisibleText: String? {
    var next = node.pointee.children
    while let child = next {
      next = child.pointee.next
      guard child.isText, let content = child.pointee.content else { continue }
      var byte = content
      while byte.pointee.isXMLSpace { byte += 1 }
      if byte.pointee != 0 { return String(cString: byte) }
    }
    return nil
  }

  /// Whether the namespace is this one, without making a string of it.
  package func isInNamespace(_ wanted: StaticString) -> Bool {
    guard let href = node.pointee.ns?.pointee.href else { return false }
    return xmlStrEqual(href, wanted.utf8Start) == 1
  }
}
