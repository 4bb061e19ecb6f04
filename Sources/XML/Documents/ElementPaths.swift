internal import CLibXML2

/// The XPaths of many elements of a document that does not change: the children of each element are counted once.
public struct ElementPaths {
  /// No text of ours comes near it; a text made to do harm would have a long path for each of its elements.
  public static let maximumDepth = 100

  private struct Name: Hashable {
    var namespace: String
    var local: String
  }

  /// The place of an element among siblings of its name, for the children of all elements that were asked about.
  private var positions: [xmlNodePtr: Int] = [:]

  public init() {}

  /// What ``XMLElement/path`` says; nil for an element deeper than ``maximumDepth``.
  public mutating func path(of element: XMLElement) -> String? {
    var steps: [String] = []
    var current: xmlNodePtr? = element.node
    while let step = current, step.pointee.type == XML_ELEMENT_NODE {
      guard steps.count < Self.maximumDepth else { return nil }
      let parent = step.pointee.parent
      let isRoot = parent?.pointee.type != XML_ELEMENT_NODE
      steps.append(step.qualifiedName + (isRoot ? "" : "[\(position(of: step, in: parent!))]"))
      current = parent
    }
    return steps.reversed().reduce(into: "") { $0 += "/" + $1 }
  }

  private mutating func position(of node: xmlNodePtr, in parent: xmlNodePtr) -> Int {
    if let known = positions[node] { return known }
    var counts: [Name: Int] = [:]
    var next = parent.pointee.children
    while let sibling = next {
      next = sibling.pointee.next
      guard sibling.pointee.type == XML_ELEMENT_NODE else { continue }
      let namespace = sibling.pointee.ns?.pointee.href.map { String(cString: $0) } ?? ""
      let name = Name(namespace: namespace, local: String(cString: sibling.pointee.name))
      counts[name, default: 0] += 1
      positions[sibling] = counts[name]
    }
    return positions[node]!
  }
}

extension xmlNodePtr {
  /// The name of an element with the prefix that its document uses.
  var qualifiedName: String {
    (pointee.ns?.pointee.prefix.map { String(cString: $0) + ":" } ?? "") + String(cString: pointee.name)
  }
}
