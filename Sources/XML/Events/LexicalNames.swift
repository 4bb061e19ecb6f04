/// Names as they are written, for what knows nothing of namespaces: a DTD.
///
/// The prefix takes the place of the namespace, and declarations of namespaces are attributes. One for each thread, to be
/// used with the reader that owns the names it is made with.
package final class LexicalNames {
  /// The numbers of the names that this gives.
  package let names = XMLNameTable()
  private let expanded: XMLNameTable
  /// The number of each name without prefix, by that of the expanded name.
  private var plain: [XMLNameID?] = []
  private var attributeNames: [XMLNameID] = []
  private var fields: [UnsafePointer<UInt8>?] = []

  package init(_ expanded: XMLNameTable) { self.expanded = expanded }

  /// What stands in the place of a namespace for `xmlns` and what begins with `xmlns:`.
  package static let declarations = "http://www.w3.org/2000/xmlns/"

  /// The name that a declaration means: `(namespace, local)`.
  package static func split(_ name: String) -> (namespace: String, local: String) {
    if name == "xmlns" { return (declarations, name) }
    guard let colon = name.firstIndex(of: ":") else { return ("", name) }
    return (namespace(of: String(name[..<colon])), String(name[name.index(after: colon)...]))
  }

  /// What stands in the place of a namespace for a prefix.
  private static func namespace(of prefix: String) -> String {
    switch prefix {
    case "xml": XMLNamespace.xml
    case "xmlns": declarations
    default: prefix
    }
  }

  /// The name of an element, at its start tag.
  package func name(_ id: XMLNameID, _ place: XMLEventPlace) -> XMLNameID { name(id, prefix: place.prefixText) }

  /// The attributes of a start tag, with declarations of namespaces. Valid until the next call.
  package func withAttributes<Result>(
    _ attributes: XMLEventAttributes, _ place: XMLEventPlace, _ body: (XMLEventAttributes) -> Result
  ) -> Result {
    fields.removeAll(keepingCapacity: true)
    attributeNames.removeAll(keepingCapacity: true)
    for index in 0..<attributes.count {
      for field in 0..<5 { fields.append(attributes.fields?[index * 5 + field]) }
      attributeNames.append(name(attributes.name(index), prefix: fields[fields.count - 4]))
    }
    place.parser.namespaces.forEachOwn(depth: place.parser.open.count - 1) { prefix, namespace in
      let local = prefix.map { String(cString: $0) } ?? "xmlns"
      attributeNames.append(names.id(namespace: Self.declarations, local: local))
      var end = namespace
      while let byte = end?.pointee, byte != 0 { end = end?.advanced(by: 1) }
      fields += [nil, nil, nil, namespace, end]
    }
    let count = attributeNames.count
    // What is empty has an address, too.
    attributeNames.append(XMLNameID(rawValue: -1))
    return fields.withUnsafeMutableBufferPointer { fields in
      attributeNames.withUnsafeBufferPointer { names in
        body(XMLEventAttributes(fields: fields.baseAddress, names: names.baseAddress!, count: count))
      }
    }
  }

  private func name(_ id: XMLNameID, prefix: UnsafePointer<UInt8>?) -> XMLNameID {
    if let prefix {
      return names.id(namespace: Self.namespace(of: String(cString: prefix)), local: expanded.local(id))
    }
    let index = Int(id.rawValue)
    if index >= plain.count { plain += Array(repeating: nil, count: index + 1 - plain.count) }
    if let known = plain[index] { return known }
    let name = names.id(namespace: nil, local: expanded.local(id))
    plain[index] = name
    return name
  }
}
