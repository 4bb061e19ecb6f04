import XML

/// The text of a document laid out for people: blocks a blank line apart; an item, a verse or a row a line; cells between
/// pipes. What `teikit text` prints of TEI that records no source.
public struct ReadingText: Sendable {
  /// UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let text: DocumentText
  /// What is to be added to a place in each block of the document's text.
  private var shifts: [Int] = []

  public init(_ text: DocumentText) {
    self.text = text
    bytes.reserveCapacity(text.text.count + text.blocks.count * 2)
    var depths: [Int32: Int] = [:]
    var marked: Set<Int32> = []
    var before: TextBlock?
    for block in text.blocks {
      if let before { bytes.append(contentsOf: Self.separator(before, block, text.table).utf8) }
      if block.kind == .item, marked.insert(block.node).inserted {
        bytes.append(contentsOf: Self.mark(of: XMLNodeTable.Node(text.table, block.node), &depths).utf8)
      }
      shifts.append(bytes.count - block.range.lowerBound)
      bytes.append(contentsOf: text.text[block.range])
      before = block
    }
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  /// The bytes here that have the words of a range of the document's text; nil where it is in no block.
  public func range(of range: Range<Int>) -> Range<Int>? {
    guard let first = text.blockNumber(at: range.lowerBound),
      let last = range.isEmpty ? first : text.blockNumber(at: range.upperBound - 1)
    else { return nil }
    return (range.lowerBound + shifts[first])..<(range.upperBound + shifts[last])
  }

  private static func separator(_ before: TextBlock, _ block: TextBlock, _ table: XMLNodeTable) -> String {
    let areSiblings = table.parents[Int(before.node)] == table.parents[Int(block.node)]
    switch (before.kind, block.kind) {
    case (.cell, .cell): return before.node == block.node ? "\n" : areSiblings ? " | " : "\n"
    case (.item, .item): return "\n"
    case (.verse, .verse): return areSiblings ? "\n" : "\n\n"
    default: return "\n\n"
    }
  }

  private static func mark(of item: XMLNodeTable.Node, _ depths: inout [Int32: Int]) -> String {
    guard item.name == "item", let list = item.parent else { return "" }
    let depth = depths[list.number] ?? depth(of: list)
    depths[list.number] = depth
    return String(repeating: "  ", count: min(24, depth)) + (item["n"].map { "\($0). " } ?? "- ")
  }

  /// How many lists are around a list.
  private static func depth(of list: XMLNodeTable.Node) -> Int {
    var depth = 0
    var ancestor = list.parent
    while let element = ancestor {
      if element.name == "list" { depth += 1 }
      ancestor = element.parent
    }
    return depth
  }
}
