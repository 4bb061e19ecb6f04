internal import CLibXML2

/// The text of an element with the places of elements in it.
public struct TextLayout: Sendable {
  /// All text of the element as UTF-8, whitespace as it is.
  public internal(set) var text: [UInt8] = []
  /// The elements asked for, in document order, each with the bytes of ``text`` that are its text.
  public internal(set) var places: [(element: XMLElement, range: Range<Int>)] = []
  /// Which of ``places`` are still open, innermost last.
  private var open: [Int] = []
}

extension XMLElement {
  /// Lays out the text of this element in one walk.
  ///
  /// - Parameter isWanted: Which of the elements below are to be placed.
  public func textLayout(placing isWanted: (XMLElement) -> Bool) -> TextLayout {
    var layout = TextLayout()
    guard var current = node.pointee.children else { return layout }
    while true {
      layout.enter(XMLElement(document: document, node: current), isWanted)
      if current.pointee.type == XML_ELEMENT_NODE, let child = current.pointee.children {
        current = child
        continue
      }
      layout.leave(current)
      while current.pointee.next == nil {
        guard let parent = current.pointee.parent, parent != node else { return layout }
        current = parent
        layout.leave(current)
      }
      current = current.pointee.next
    }
  }
}

extension TextLayout {
  fileprivate mutating func enter(_ item: XMLElement, _ isWanted: (XMLElement) -> Bool) {
    if item.node.isText, let content = item.node.pointee.content {
      text.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    } else if item.node.pointee.type == XML_ELEMENT_NODE, isWanted(item) {
      open.append(places.count)
      places.append((item, text.count..<text.count))
    }
  }

  fileprivate mutating func leave(_ node: xmlNodePtr) {
    guard let last = open.last, places[last].element.node == node else { return }
    places[last].range = places[last].range.lowerBound..<text.count
    open.removeLast()
  }
}
