public import XML

/// What an expression yields: nodes by number, and atomic values, in order.
public struct XPathItems: Sendable {
  /// One of them.
  public enum Item: Sendable, Hashable {
    case node(Int32)
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
  }

  private let value: Value
  private let hasPlainNumbers: Bool

  init(value: Value, _ hasPlainNumbers: Bool) {
    self.value = value
    self.hasPlainNumbers = hasPlainNumbers
  }

  public var count: Int { value.count }

  public var isEmpty: Bool { value.isEmpty }

  /// The nodes by number, in order; other items are left out.
  public var nodes: [Int32] {
    value.nodes ?? value.items.compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  public subscript(_ index: Int) -> Item {
    switch value[index] {
    case .node(let node): .node(node)
    case .integer(let number): .integer(number)
    case .decimal(let number): .number(number.double)
    case .float(let number): .number(Double(number))
    case .double(let number): .number(number)
    case .boolean(let truth): .boolean(truth)
    case let item: .text(Casting.string(item))
    }
  }

  /// The number of an item that is a node.
  public func node(_ index: Int) -> Int32? {
    if case .node(let node) = value[index] { node } else { nil }
  }

  /// An item as text: of a node its string value, of a number its digits.
  public func string(_ index: Int, in table: XMLNodeTable) -> String {
    switch value[index] {
    case .node(let node): table.string(node)
    case .double(let number) where hasPlainNumbers: NumberText.plain(number)
    case let item: Casting.string(item)
    }
  }
}
