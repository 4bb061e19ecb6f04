internal import CLibXML2

extension XMLElement {
  /// The value of an attribute, or nil where there is none.
  ///
  /// - Parameter attribute: A name as written: `when`, or with a prefix `xml:id`. The prefix `xml` means the XML
  ///   namespace; another one means what the document calls so.
  public subscript(_ attribute: String) -> String? {
    var next = node.pointee.properties
    while let current = next {
      if current.hasName(attribute) { return current.value }
      next = current.pointee.next
    }
    return nil
  }

  /// The attributes in document order, with their names as written, namespace declarations left out.
  public var attributes: [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var next = node.pointee.properties
    while let current = next {
      found.append((current.qualifiedName, current.value))
      next = current.pointee.next
    }
    return found
  }
}

extension xmlAttrPtr {
  /// The name as written: with its prefix, if it has one.
  var qualifiedName: String {
    let local = String(cString: pointee.name)
    guard let prefix = pointee.ns?.pointee.prefix else { return local }
    return String(cString: prefix) + ":" + local
  }

  /// The value, copied. Attributes hold text alone: entities in them are replaced when they are parsed.
  var value: String {
    guard let child = pointee.children else { return "" }
    if child.pointee.next == nil { return child.pointee.content.map { String(cString: $0) } ?? "" }
    var value = ""
    var next: xmlNodePtr? = child
    while let node = next {
      if let content = node.pointee.content { value += String(cString: content) }
      next = node.pointee.next
    }
    return value
  }

  /// Compares names without making strings of them: attributes are asked for by name in every loop.
  func hasName(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { wanted in
      var rest = wanted[...]
      if let prefix = pointee.ns?.pointee.prefix {
        let length = Int(xmlStrlen(prefix))
        guard rest.count > length, rest[length] == UInt8(ascii: ":"),
          rest.prefix(length).elementsEqual(UnsafeBufferPointer(start: prefix, count: length))
        else { return false }
        rest = rest.dropFirst(length + 1)
      }
      let length = Int(xmlStrlen(pointee.name))
      return rest.count == length && rest.elementsEqual(UnsafeBufferPointer(start: pointee.name, count: length))
    }
  }
}
