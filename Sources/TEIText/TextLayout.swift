import XML

/// Walks a document once and writes its text, a block a line.
///
/// A stack of its own: elements may nest two thousand deep.
struct TextLayout {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [TextBlock] = []
  /// Elements inside blocks that were asked for, in the order in which they end.
  private(set) var elements: [TextElement] = []
  private(set) var pieces: [TextPiece] = []

  private let table: XMLNodeTable
  private let names: TextNames
  private var open: [OpenElement] = []
  /// What stands apart and waits for the end of the block around it.
  private var waiting: [Int32] = []
  /// Where to go on once what stood apart is done.
  private var returns: [(node: Int32, limit: Int32)] = []
  private var divisions = 0
  /// How many of the open elements are blocks.
  private var blockDepth = 0
  private var isInBlock = false
  /// Whether white space has been seen since the last visible character, and the next is not joined to it.
  private var hasSpace = false
  private var isJoined = false

  private struct OpenElement {
    var node: Int32
    var end: Int32
    var role: TextRole
    var isDivision = false
    var isWanted = false
    var joinsRight = false
    /// The first visible byte inside; -1 before there is one.
    var start = -1
  }

  init(_ table: XMLNodeTable, names: TextNames) {
    self.table = table
    self.names = names
  }

  /// Lays out one element with all that is in it.
  mutating func add(_ top: Int32) {
    var node = top
    var limit = table.ends[Int(top)]
    while true {
      while let last = open.last, last.end <= node { close() }
      if !waiting.isEmpty, blockDepth == 0 {
        returns.append((node, limit))
        node = waiting.removeFirst()
        limit = table.ends[Int(node)]
        enter(node, as: .block)
        node += 1
        continue
      }
      if node >= limit {
        guard let back = returns.popLast() else { break }
        (node, limit) = back
        continue
      }
      node = visit(node)
    }
    endBlock()
  }

  /// Takes a node in, and answers the next one to visit.
  private mutating func visit(_ node: Int32) -> Int32 {
    switch table.kinds[Int(node)] {
    case .text: append(Int(table.starts[Int(node)])..<Int(table.stops[Int(node)]))
    case .element:
      let role = role(of: node)
      switch role {
      case .hidden: return table.ends[Int(node)]
      case .apart where blockDepth > 0:
        waiting.append(node)
        return table.ends[Int(node)]
      case .apart: enter(node, as: .block)
      case .milestone:
        if names.isUnbroken(node, table) { isJoined = true } else { hasSpace = true }
        if names.isWanted(node, table) { enter(node, as: .inline) }
      case .inline, .block, .container: enter(node, as: role)
      }
    case .document, .attribute, .comment, .processingInstruction: break
    }
    return node + 1
  }

  private func role(of node: Int32) -> TextRole {
    let name = Int(table.nodeNames[Int(node)])
    if names.isReading(node, table) == false { return .hidden }
    guard names.dependsOnPlace[name] else { return names.roles[name] }
    return names.roleByPlace(of: node, isInBlock: blockDepth > 0, table)
  }

  private mutating func enter(_ node: Int32, as role: TextRole) {
    var element = OpenElement(node: node, end: table.ends[Int(node)], role: role)
    if role == .block || role == .container {
      endBlock()
      element.isDivision = names.isDivision[Int(table.nodeNames[Int(node)])]
      if element.isDivision { divisions += 1 }
    }
    let joins = names.joins(node, table)
    if joins.left { isJoined = true }
    element.joinsRight = joins.right
    element.isWanted = names.isWanted(node, table)
    if role == .block { blockDepth += 1 }
    open.append(element)
  }

  private mutating func close() {
    let element = open.removeLast()
    if element.role == .block || element.role == .container { endBlock() }
    if element.role == .block { blockDepth -= 1 }
    if element.isDivision { divisions -= 1 }
    if element.isWanted {
      let start = element.start < 0 ? text.count : element.start
      elements.append(TextElement(node: element.node, range: start..<text.count))
    }
    if element.joinsRight { isJoined = true }
  }

  private mutating func endBlock() {
    if isInBlock { blocks[blocks.count - 1].range = blocks[blocks.count - 1].range.lowerBound..<text.count }
    isInBlock = false
    hasSpace = false
    isJoined = false
  }

  /// Adds character data: runs of white space become one space, none stands at the ends of a block.
  private mutating func append(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if Self.isSpace(table.text[index]) {
        hasSpace = true
        index += 1
        continue
      }
      let start = index
      repeat { index += 1 } while index < range.upperBound && !Self.isSpace(table.text[index])
      begin()
      pieces.append(
        TextPiece(text: Int32(text.count), source: Int32(start), count: Int32(index - start)), joining: table)
      text.append(contentsOf: table.text[start..<index])
    }
  }

  /// Makes ready for a visible character.
  private mutating func begin() {
    if isInBlock {
      if hasSpace && !isJoined { text.append(0x20) }
    } else {
      if !text.isEmpty { text.append(0x0A) }
      let holder = open.last { $0.role == .block } ?? open.last { $0.role == .container }
      let node = holder?.node ?? 0
      blocks.append(
        TextBlock(
          node: node, kind: names.kind(of: node, table), range: text.count..<text.count, depth: divisions))
      isInBlock = true
    }
    hasSpace = false
    isJoined = false
    var index = open.count - 1
    while index >= 0, open[index].start < 0 {
      open[index].start = text.count
      index -= 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}

/// A run of bytes that the text has from the character data of the document as it is.
struct TextPiece: Hashable, Sendable {
  var text: Int32
  var source: Int32
  var count: Int32
}

extension [TextPiece] {
  /// Adds a piece, or makes the last one longer where only one space, the same in both, is between them.
  fileprivate mutating func append(_ piece: TextPiece, joining table: XMLNodeTable) {
    if let last = last {
      let gap = piece.text - last.text - last.count
      if gap == piece.source - last.source - last.count,
        gap == 0 || (gap == 1 && table.text[Int(piece.source) - 1] == 0x20)
      {
        self[count - 1].count = piece.text + piece.count - last.text
        return
      }
    }
    append(piece)
  }
}
