internal import CLibXML2

/// What a walk through an element meets, in document order.
public enum XMLWalkEvent {
  case start(XMLElement)
  /// Character data; the bytes are valid during the call only.
  case text(UnsafeBufferPointer<UInt8>)
  case end(XMLElement)
}

extension XMLElement {
  /// Walks through what lies inside this element, without a stack and without copying text.
  ///
  /// - Parameter visit: Answers, for `.start`, whether to walk through that element too (its `.end` comes either way).
  ///   The answer to other events has no effect.
  public func walk(_ visit: (XMLWalkEvent) -> Bool) {
    var next = node.pointee.children
    var current = node
    while true {
      if let entered = next {
        current = entered
        next = entered.pointee.next
        if entered.pointee.type == XML_ELEMENT_NODE {
          let element = XMLElement(document: document, node: entered)
          if visit(.start(element)), let child = entered.pointee.children {
            next = child
          } else {
            _ = visit(.end(element))
          }
        } else if entered.isText, let content = entered.pointee.content {
          _ = visit(.text(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))))
        }
      } else {
        // The last of its siblings: go up to the parent and on with what follows it.
        let parent = current == node ? nil : current.pointee.parent
        guard let parent, parent != node else { return }
        current = parent
        next = parent.pointee.next
        _ = visit(.end(XMLElement(document: document, node: parent)))
      }
    }
  }
}
