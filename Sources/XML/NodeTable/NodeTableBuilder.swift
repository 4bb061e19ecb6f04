internal import CLibXML2

/// Walks through a C document once and writes its nodes into arrays.
struct NodeTableBuilder {
  var names: XMLNodeNames
  var kinds: [XMLNodeTable.Kind] = []
  var parents: [Int32] = []
  var ends: [Int32] = []
  var previous: [Int32] = []
  var nodeNames: [Int32] = []
  var starts: [Int32] = []
  var stops: [Int32] = []
  var text: [UInt8] = []
  var values: [UInt8] = []
  var handles: [xmlNodePtr] = []
  /// The element that is open.
  private var open: Int32 = -1
  /// The last child of the open element, or -1.
  private var last: Int32 = -1
  /// The parser keeps each name once, so that the place of its letters tells names apart.
  private var known: [NamePlace: Int32] = [:]

  private struct NamePlace: Hashable {
    let local: UnsafePointer<UInt8>?
    let namespace: UnsafePointer<UInt8>?
  }

  init(_ names: XMLNodeNames) { self.names = names }

  mutating func read(_ document: xmlDocPtr) {
    let top = UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self)
    enter(top, .document, name: -1)
    var next = top.pointee.children
    var current = top
    while true {
      if let node = next {
        current = node
        next = node.pointee.next
        guard take(node) else { continue }
        if let child = node.pointee.children { next = child } else { leave() }
      } else {
        guard current != top, let parent = current.pointee.parent, parent != top else { break }
        current = parent
        next = parent.pointee.next
        leave()
      }
    }
    leave()
  }

  /// Adds a node; true for an element, which is open then.
  private mutating func take(_ node: xmlNodePtr) -> Bool {
    switch node.pointee.type {
    case XML_ELEMENT_NODE:
      enter(node, .element, name: name(node.pointee.name, node.pointee.ns))
      var next = node.pointee.properties
      while let attribute = next {
        add(attribute)
        next = attribute.pointee.next
      }
      return true
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      // White space outside the root is no node.
      guard open > 0, let content = node.pointee.content, content[0] != 0 else { return false }
      if last < 0 || kinds[Int(last)] != .text { addLeaf(node, .text, name: -1, start: text.count) }
      text.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
      stops[Int(last)] = Int32(text.count)
    case XML_COMMENT_NODE: addValue(node, .comment, name: -1)
    case XML_PI_NODE: addValue(node, .processingInstruction, name: name(node.pointee.name, nil))
    default: break
    }
    return false
  }

  private mutating func add(_ attribute: xmlAttrPtr) {
    let start = values.count
    var next = attribute.pointee.children
    while let child = next {
      if let content = child.pointee.content {
        values.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
      }
      next = child.pointee.next
    }
    let node = UnsafeMutableRawPointer(attribute).assumingMemoryBound(to: xmlNode.self)
    append(node, .attribute, name: name(attribute.pointee.name, attribute.pointee.ns), start: start)
    stops[kinds.count - 1] = Int32(values.count)
  }

  private mutating func addValue(_ node: xmlNodePtr, _ kind: XMLNodeTable.Kind, name: Int32) {
    addLeaf(node, kind, name: name, start: values.count)
    if let content = node.pointee.content {
      values.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    }
    stops[Int(last)] = Int32(values.count)
  }

  private mutating func addLeaf(_ node: xmlNodePtr, _ kind: XMLNodeTable.Kind, name: Int32, start: Int) {
    append(node, kind, name: name, start: start)
    previous[kinds.count - 1] = last
    last = Int32(kinds.count - 1)
  }

  private mutating func enter(_ node: xmlNodePtr, _ kind: XMLNodeTable.Kind, name: Int32) {
    addLeaf(node, kind, name: name, start: text.count)
    open = last
    last = -1
  }

  private mutating func leave() {
    ends[Int(open)] = Int32(kinds.count)
    stops[Int(open)] = Int32(text.count)
    last = open
    open = parents[Int(open)]
  }

  private mutating func append(_ node: xmlNodePtr, _ kind: XMLNodeTable.Kind, name: Int32, start: Int) {
    kinds.append(kind)
    parents.append(open)
    ends.append(Int32(kinds.count))
    previous.append(-1)
    nodeNames.append(name)
    starts.append(Int32(start))
    stops.append(Int32(start))
    handles.append(node)
  }

  private mutating func name(_ local: UnsafePointer<UInt8>?, _ namespace: xmlNsPtr?) -> Int32 {
    let place = NamePlace(local: local, namespace: namespace?.pointee.href)
    if let number = known[place] { return number }
    let number = names.name(
      namespace: place.namespace.map { String(cString: $0) } ?? "", local: local.map { String(cString: $0) } ?? "")
    known[place] = number
    return number
  }
}
