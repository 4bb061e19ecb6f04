import ArticleModel
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
    var before: Place?
    for block in text.blocks {
      let place = Place(of: block, text.table)
      bytes.append(contentsOf: Self.separator(before, place, text.table).utf8)
      if place.kind == .item, marked.insert(place.node).inserted {
        bytes.append(contentsOf: Self.mark(of: XMLNodeTable.Node(text.table, place.node), &depths).utf8)
      }
      shifts.append(bytes.count - block.range.lowerBound)
      bytes.append(contentsOf: text.text[block.range])
      before = place
    }
    guard let before else { return }
    bytes.append(contentsOf: Self.separator(before, nil, text.table).utf8)
    bytes.append(0x0A)
  }

  /// The bytes here that have the words of a range of the document's text; nil where it is in no block.
  public func range(of range: Range<Int>) -> Range<Int>? {
    guard let first = text.blockNumber(at: range.lowerBound),
      let last = range.isEmpty ? first : text.blockNumber(at: range.upperBound - 1)
    else { return nil }
    return (range.lowerBound + shifts[first])..<(range.upperBound + shifts[last])
  }

  /// What a block is a part of: the cell or the item around its paragraphs, or the block itself.
  private struct Place {
    var node: Int32
    var kind: TextBlock.Kind
    /// The parent of the node: the row of a cell.
    var parent: Int32

    /// How far around a block its cell or item is looked for.
    private static let reach = 8

    init(of block: TextBlock, _ table: XMLNodeTable) {
      var item: Int32?
      var cell: Int32?
      var element: XMLNodeTable.Node? = XMLNodeTable.Node(table, block.node)
      for _ in 0..<Self.reach where cell == nil {
        guard let around = element else { break }
        switch TextBlock.kind(of: around) {
        case .cell: cell = around.number
        case .item: item = item ?? around.number
        default: break
        }
        element = around.parent
      }
      node = cell ?? item ?? block.node
      kind = cell != nil ? .cell : item != nil ? .item : block.kind
      parent = table.parents[Int(node)]
    }
  }

  private static func separator(_ before: Place?, _ place: Place?, _ table: XMLNodeTable) -> String {
    let (isCell, wasCell) = (place?.kind == .cell, before?.kind == .cell)
    if isCell, wasCell, let before, let place {
      if before.node == place.node { return " " }
      if before.parent == place.parent {
        return bars(emptyCells(table, from: table.ends[Int(before.node)], to: place.node) + 1)
      }
    }
    // Empty cells at the ends of a row keep their columns, too.
    var (behind, ahead) = (0, 0)
    if wasCell, let before {
      behind = emptyCells(table, from: table.ends[Int(before.node)], to: table.ends[Int(before.parent)])
    }
    if isCell, let place { ahead = emptyCells(table, from: place.parent + 1, to: place.node) }
    return bars(behind) + lineEnds(before, place) + bars(ahead)
  }

  private static func bars(_ count: Int) -> String { String(repeating: " | ", count: count) }

  private static func lineEnds(_ before: Place?, _ place: Place?) -> String {
    guard let before, let place else { return "" }
    switch (before.kind, place.kind) {
    case (.cell, .cell), (.item, .item): return "\n"
    case (.verse, .verse): return before.parent == place.parent ? "\n" : "\n\n"
    default: return "\n\n"
    }
  }

  /// How many cells without words there are among siblings.
  private static func emptyCells(_ table: XMLNodeTable, from first: Int32, to end: Int32) -> Int {
    var count = 0
    var node = first
    while node < end {
      guard table.kinds[Int(node)] == .element else {
        node += 1
        continue
      }
      let words = table.text[Int(table.starts[Int(node)])..<Int(table.stops[Int(node)])]
      if TextBlock.kind(of: XMLNodeTable.Node(table, node)) == .cell, words.allSatisfy(Characters.isASCIISpace) {
        count += 1
      }
      node = table.ends[Int(node)]
    }
    return count
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
