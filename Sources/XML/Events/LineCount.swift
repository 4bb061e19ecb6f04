internal import ArticleModel

/// A place in a text that is read once, from its beginning: its line and column move on with it.
///
/// A line ends with LF, CR or CR LF, as for ``PositionSource``; columns count code points.
struct LineCount {
  private(set) var offset = 0
  private var line = 1
  private var column = 1
  /// Whether the last byte was a CR: what comes next says whether the line ended with it.
  private var isAfterReturn = false

  /// Moves on over bytes that stand at ``offset``.
  mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return }
    settle(before: bytes[0])
    offset += bytes.count
    var feeds = 0
    var returns = 0
    // Both counts in one loop without branches, which the compiler makes wide.
    for byte in bytes {
      feeds &+= byte == 0x0A ? 1 : 0
      returns &+= byte == 0x0D ? 1 : 0
    }
    if returns > 0 { return advanceOverReturns(bytes) }
    var rest = bytes[...]
    if feeds > 0, let last = bytes.lastIndex(of: 0x0A) {
      line += feeds
      column = 1
      rest = bytes[(last + 1)...]
    }
    column += Self.codePoints(UnsafeBufferPointer(rebasing: rest))
  }

  private mutating func advanceOverReturns(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      settle(before: byte)
      if byte == 0x0A { endLine() } else if byte & 0xC0 != 0x80 { column += 1 }
      isAfterReturn = byte == 0x0D
    }
  }

  /// Ends the line at a CR that no LF follows.
  private mutating func settle(before next: UInt8) {
    if isAfterReturn, next != 0x0A { endLine() }
    isAfterReturn = false
  }

  private mutating func endLine() {
    line += 1
    column = 1
  }

  /// The line and column, given the byte that stands here, nil at the end.
  func position(before next: UInt8?) -> SourcePosition {
    isAfterReturn && next != 0x0A
      ? SourcePosition(line: line + 1, column: 1) : SourcePosition(line: line, column: column)
  }

  private static func codePoints(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
    return count
  }
}
