/// An item of a sequence (XQuery and XPath Data Model 3.1): a node by its number, or an atomic value.
package enum Item: Sendable {
  case node(Int32)
  case string(String)
  case untyped(String)
  case boolean(Bool)
  case integer(Int)
  case decimal(DecimalNumber)
  case float(Float)
  case double(Double)
  /// The large values stand apart, so that sequences of small ones stay small.
  indirect case date(DateValue)
  indirect case duration(DurationValue)

  var isNumber: Bool {
    switch self {
    case .integer, .decimal, .float, .double: true
    default: false
    }
  }

  /// Whether it is text, typed or not.
  var isText: Bool {
    switch self {
    case .string, .untyped: true
    default: false
    }
  }

  /// The type's name for messages.
  var typeName: String {
    switch self {
    case .node: "a node"
    case .string: "a string"
    case .untyped: "an untyped value"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .decimal: "a decimal"
    case .float, .double: "a floating-point number"
    case .date(let value): "a \(value.kind.rawValue)"
    case .duration: "a duration"
    }
  }

  /// A number as a double; nil for what is no number.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let value): value.double
    case .float(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }
}

/// A sequence of items. Nodes alone are the common case and have a form of their own.
package enum Value: Sendable {
  /// Nodes in the order of the sequence.
  case nodes([Int32])
  case item(Item)
  case items([Item])

  static let empty = Value.nodes([])

  /// The value of a list of items in its simplest form.
  init(_ items: [Item]) {
    if items.count == 1 { self = .item(items[0]) } else { self = items.isEmpty ? .empty : .items(items) }
  }

  package var count: Int {
    switch self {
    case .nodes(let nodes): nodes.count
    case .item: 1
    case .items(let items): items.count
    }
  }

  package var isEmpty: Bool { count == 0 }

  package var first: Item? { count == 0 ? nil : self[0] }

  package subscript(_ index: Int) -> Item {
    switch self {
    case .nodes(let nodes): .node(nodes[index])
    case .item(let item): item
    case .items(let items): items[index]
    }
  }

  package var items: [Item] {
    switch self {
    case .nodes(let nodes): nodes.map { .node($0) }
    case .item(let item): [item]
    case .items(let items): items
    }
  }

  /// The nodes, in order, or nil where something else is among the items.
  package var nodes: [Int32]? {
    switch self {
    case .nodes(let nodes): return nodes
    case .item(.node(let node)): return [node]
    case .item: return nil
    case .items(let items):
      var nodes: [Int32] = []
      for item in items {
        guard case .node(let node) = item else { return nil }
        nodes.append(node)
      }
      return nodes
    }
  }
}
