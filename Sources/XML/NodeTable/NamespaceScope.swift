internal import CLibXML2

extension XMLElement {
  /// The namespace that a prefix means here, by the declarations of this element and those that hold it; nil for none.
  package func namespace(ofPrefix prefix: String) -> String? {
    xmlSearchNs(document.handle, node, prefix)?.pointee.href.map { String(cString: $0) }
  }
}
