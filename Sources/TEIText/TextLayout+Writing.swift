import XML

/// What comes into the text, and into the lines that it is in.
extension TextLayout {
  mutating func endBlock() {
    if isInBlock { blocks[blocks.count - 1].range = blocks[blocks.count - 1].range.lowerBound..<text.count }
    isInBlock = false
    hasSpace = false
    isJoined = false
    hyphen = LineEndHyphen()
  }

  /// A line, column or page begins.
  mutating func breakWord(_ isUnbroken: Bool) {
    if isInBlock, hyphen.length == 0 {
      hyphen = LineEndHyphen(endOf: text, from: blocks[blocks.count - 1].range.lowerBound)
    }
    if isUnbroken || wordDepth > 0 { isJoined = true } else { hasSpace = true }
  }

  /// Adds character data: runs of white space become one space, none stands at the ends of a block.
  mutating func append(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if Self.isSpace(table.text[index]) {
        hasSpace = true
        index += 1
        continue
      }
      let start = index
      repeat { index += 1 } while index < range.upperBound && !Self.isSpace(table.text[index])
      if hyphen.length > 0 { join(to: start..<index) }
      if isNextNamePart { divideNameParts(before: table.text[start..<index]) }
      begin()
      pieces.append(
        TextPiece(text: Int32(text.count), source: Int32(start), count: Int32(index - start)), joining: table)
      text.append(contentsOf: table.text[start..<index])
    }
  }

  /// Puts a space between parts of a name that have none.
  private mutating func divideNameParts(before next: ArraySlice<UInt8>) {
    isNextNamePart = false
    if isInBlock, PartSpacing.isDivided(text[...], next) { hasSpace = true }
  }

  /// Joins a word that was divided at the end of a line.
  private mutating func join(to rest: Range<Int>) {
    let decision = hyphen.decision(before: table.text[rest])
    let length = hyphen.length
    hyphen = LineEndHyphen()
    guard decision != .apart || isJoined else { return }
    isJoined = true
    guard decision == .joinedWithout, let last = pieces.last, Int(last.count) > length else { return }
    text.removeLast(length)
    pieces[pieces.count - 1].count -= Int32(length)
    var index = elements.count - 1
    while index >= 0, elements[index].range.upperBound > text.count {
      let start = min(elements[index].range.lowerBound, text.count)
      elements[index].range = start..<text.count
      index -= 1
    }
    index = open.count - 1
    while index >= 0, open[index].start > text.count || open[index].start < 0 {
      if open[index].start > text.count { open[index].start = -1 }
      index -= 1
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
          node: node, kind: TextBlock.kind(of: XMLNodeTable.Node(table, node)), range: text.count..<text.count,
          depth: divisions))
      blockLanguages.append(language)
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
}
