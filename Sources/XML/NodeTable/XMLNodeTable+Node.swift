extension XMLNodeTable {
  /// A node with what lies around it. Where many nodes are walked, the arrays of the table are faster.
  public struct Node: Hashable, Sendable {
    public let table: XMLNodeTable
    public let number: Int32

    public init(_ table: XMLNodeTable, _ number: Int32) {
      self.table = table
      self.number = number
    }

    public static func == (left: Self, right: Self) -> Bool {
      left.number == right.number && left.table === right.table
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(ObjectIdentifier(table))
      hasher.combine(number)
    }
  }

  /// The element that holds all others.
  public var root: Node { Node(self, elements[0]) }

  /// All elements, in document order.
  public var allElements: some Sequence<Node> { elements.lazy.map { Node(self, $0) } }
}

extension XMLNodeTable.Node {
  public var kind: XMLNodeTable.Kind { table.kinds[Int(number)] }

  /// The local name; empty for what has none.
  public var name: String {
    let name = table.nodeNames[Int(number)]
    return name < 0 ? "" : table.names.local(of: name)
  }

  /// The namespace; empty for none.
  public var namespace: String {
    let name = table.nodeNames[Int(number)]
    return name < 0 ? "" : table.names.namespace(of: name)
  }

  /// Whether the local name and the namespace are these.
  public func isNamed(_ name: String, namespace: String = XMLNamespace.tei) -> Bool {
    self.name == name && self.namespace == namespace
  }

  /// The string value (XPath and XQuery Data Model, section 5.13).
  public var string: String { table.string(number) }

  /// The parent that is an element; nil for the root.
  public var parent: Self? {
    let parent = table.parents[Int(number)]
    return parent > 0 ? Self(table, parent) : nil
  }

  /// The value of an attribute in no namespace, or of one of the `xml` namespace by its name with that prefix.
  public subscript(_ attribute: String) -> String? {
    let isXML = attribute.hasPrefix("xml:")
    let local = isXML ? String(attribute.dropFirst(4)) : attribute
    return attributes.first { $0.isNamed(local, namespace: isXML ? XMLNamespace.xml : "") }?.string
  }

  /// The attributes, as they are written.
  public var attributes: some Sequence<Self> {
    (number + 1..<table.ends[Int(number)]).lazy.prefix { table.kinds[Int($0)] == .attribute }.map { Self(table, $0) }
  }

  /// The nodes directly inside, in order.
  public var nodes: some Sequence<Self> {
    let first = (number + 1..<table.ends[Int(number)]).first { table.kinds[Int($0)] != .attribute }
    return sequence(state: first ?? table.ends[Int(number)]) { next -> Self? in
      guard next < table.ends[Int(number)] else { return nil }
      defer { next = table.ends[Int(next)] }
      return Self(table, next)
    }
  }

  /// The elements directly inside, in order.
  public var children: some Sequence<Self> { nodes.lazy.filter { $0.kind == .element } }

  /// The first child element with a name, in the namespace of this element.
  public func child(_ name: String) -> Self? { children.first { $0.isNamed(name, namespace: namespace) } }

  /// The elements below this one at any depth, in document order.
  public var descendants: some Sequence<Self> {
    (number + 1..<table.ends[Int(number)]).lazy.filter { table.kinds[Int($0)] == .element }.map { Self(table, $0) }
  }
}
