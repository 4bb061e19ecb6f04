internal import CLibXML2

extension XMLElement {
  /// An XPath that names this element alone: `/TEI/text[1]/body[1]/p[3]`. Positions count siblings of the same name;
  /// the root has none.
  public var path: String {
    var steps: [String] = []
    var current: xmlNodePtr? = node
    while let step = current, step.pointee.type == XML_ELEMENT_NODE {
      steps.append(Self.step(to: step))
      current = step.pointee.parent
    }
    return steps.reversed().reduce(into: "") { $0 += "/" + $1 }
  }

  private static func step(to node: xmlNodePtr) -> String {
    let name = node.qualifiedName
    guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return name }
    var position = 1
    var previous = node.pointee.prev
    while let sibling = previous {
      if sibling.pointee.type == XML_ELEMENT_NODE, xmlStrEqual(sibling.pointee.name, node.pointee.name) == 1,
        xmlStrEqual(sibling.pointee.ns?.pointee.href, node.pointee.ns?.pointee.href) == 1
      {
        position += 1
      }
      previous = sibling.pointee.prev
    }
    return "\(name)[\(position)]"
  }
}
