extension XMLNodeTable {
  /// Appends a node as XML, an element with the namespace declarations that it needs; an attribute as its value.
  public func appendXML(of node: Int32, to output: inout [UInt8]) {
    switch kinds[Int(node)] {
    case .document: appendXML(of: elements[0], to: &output)
    case .attribute: appendEscaped(values, node, isAttribute: false, to: &output)
    default:
      var writer = NodeWriter(self, output)
      writer.write(node)
      output = writer.output
    }
  }

  /// Appends text with its markup characters as references.
  fileprivate func appendEscaped(_ bytes: [UInt8], _ node: Int32, isAttribute: Bool, to output: inout [UInt8]) {
    for byte in bytes[Int(starts[Int(node)])..<Int(stops[Int(node)])] {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\"") where isAttribute: output += "&quot;".utf8
      case 0x09 where isAttribute: output += "&#9;".utf8
      case 0x0A where isAttribute: output += "&#10;".utf8
      case 0x0D: output += "&#13;".utf8
      default: output.append(byte)
      }
    }
  }

  fileprivate func prefix(of node: Int32) -> String {
    let qualified = qualifiedName(node)
    guard let colon = qualified.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "" }
    return String(qualified[..<colon])
  }
}

/// Writes elements as XML. No recursion: elements may nest two thousand deep.
private struct NodeWriter {
  let table: XMLNodeTable
  var output: [UInt8]
  /// The elements that are open, and how many namespaces were declared before each.
  private var open: [(node: Int32, declared: Int)] = []
  private var declared: [(prefix: String, namespace: String)] = [("xml", XMLNamespace.xml), ("", "")]

  init(_ table: XMLNodeTable, _ output: [UInt8]) {
    self.table = table
    self.output = output
  }

  mutating func write(_ top: Int32) {
    var node = top
    let end = table.ends[Int(top)]
    while node < end || !open.isEmpty {
      while let last = open.last, table.ends[Int(last.node)] <= node { close() }
      guard node < end else { break }
      switch table.kinds[Int(node)] {
      case .element:
        node = begin(node)
        continue
      case .text: table.appendEscaped(table.text, node, isAttribute: false, to: &output)
      case .comment: output += "<!--".utf8 + raw(node) + Array("-->".utf8)
      case .processingInstruction:
        let data = raw(node)
        output += "<?\(table.qualifiedName(node))".utf8
        if !data.isEmpty { output += " ".utf8 + data }
        output += "?>".utf8
      case .document, .attribute: break
      }
      node += 1
    }
  }

  private func raw(_ node: Int32) -> ArraySlice<UInt8> {
    table.values[Int(table.starts[Int(node)])..<Int(table.stops[Int(node)])]
  }

  private mutating func close() {
    guard let (node, count) = open.popLast() else { return }
    output += "</\(table.qualifiedName(node))>".utf8
    declared.removeSubrange(count...)
  }

  /// Writes a start tag, and answers the node after it.
  private mutating func begin(_ element: Int32) -> Int32 {
    let before = declared.count
    output += "<\(table.qualifiedName(element))".utf8
    var next = element + 1
    let end = table.ends[Int(element)]
    declare(element)
    while next < end, table.kinds[Int(next)] == .attribute {
      declare(next)
      next += 1
    }
    for attribute in element + 1..<next {
      output += " \(table.qualifiedName(attribute))=\"".utf8
      table.appendEscaped(table.values, attribute, isAttribute: true, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    if next == end {
      output += "/>".utf8
      declared.removeSubrange(before...)
    } else {
      output.append(UInt8(ascii: ">"))
      open.append((element, before))
    }
    return next
  }

  /// Declares the namespace of an element or attribute, if it is not declared.
  private mutating func declare(_ node: Int32) {
    let prefix = table.prefix(of: node)
    let isAttribute = table.kinds[Int(node)] == .attribute
    if isAttribute, prefix.isEmpty { return }
    let namespace = table.names.namespace(of: table.nodeNames[Int(node)])
    guard declared.last(where: { $0.prefix == prefix })?.namespace != namespace else { return }
    declared.append((prefix, namespace))
    output += prefix.isEmpty ? " xmlns=\"".utf8 : " xmlns:\(prefix)=\"".utf8
    for byte in namespace.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
