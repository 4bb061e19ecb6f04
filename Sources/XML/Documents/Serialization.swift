internal import CLibXML2

extension XMLDocument {
  /// The document as UTF-8 with an XML declaration, nothing reformatted, ending with a line end.
  public func serialized() -> [UInt8] {
    var text: UnsafeMutablePointer<xmlChar>?
    var size: Int32 = 0
    let (_, issues) = IssueCollector.run {
      xmlDocDumpFormatMemoryEnc(handle, &text, &size, "UTF-8", 0)
    }
    guard let text else {
      preconditionFailure("the document cannot be written: \(issues.first?.message ?? "no memory")")
    }
    defer { teikit_free(text) }
    return Array(UnsafeBufferPointer(start: text, count: Int(size)))
  }
}

extension XMLElement {
  /// The element alone as UTF-8, with the namespace declarations that it needs, without XML declaration or line end.
  public func serialized() -> [UInt8] {
    // A copy in a document of its own: declarations of ancestors are added to it, and no other thread sees it.
    let (result, issues) = IssueCollector.run { () -> [UInt8]? in
      guard let lone = xmlNewDoc("1.0") else { return nil }
      defer { xmlFreeDoc(lone) }
      lone.pointee.encoding = UnsafePointer(xmlStrdup("UTF-8"))
      guard let copy = xmlDocCopyNode(node, lone, 1) else { return nil }
      xmlDocSetRootElement(lone, copy)
      guard let buffer = xmlBufferCreate() else { return nil }
      defer { xmlBufferFree(buffer) }
      guard let save = xmlSaveToBuffer(buffer, "UTF-8", Int32(XML_SAVE_NO_DECL.rawValue)) else { return nil }
      let saved = xmlSaveTree(save, copy)
      guard xmlSaveClose(save) >= 0, saved >= 0 else { return nil }
      return Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
    }
    guard let result else {
      preconditionFailure("element \"\(name)\" cannot be written: \(issues.first?.message ?? "no memory")")
    }
    return result
  }
}
