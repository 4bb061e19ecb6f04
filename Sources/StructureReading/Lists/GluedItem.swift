import ArticleModel

/// An item that an extractor glued to its parent: "Coal fell- sharply".
enum GluedItem {
  /// Where the dash of a glued item stands in the text of an item, or nil.
  static func dash(in text: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = Int(text.start) + 1
    let end = Int(text.end)
    while index + 2 < end {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x20, isLetterOrStop(bytes[index - 1]),
        !isSuspended(bytes, after: index + 2, end)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func isLetterOrStop(_ byte: UInt8) -> Bool {
    Characters.isASCIILetter(byte) || byte >= 0x80 || Characters.isDigit(byte) || byte == 0x2E || byte == 0x29
      || byte == 0x3A
      || byte == 0x25
  }

  private static let conjunctions = Set(
    words: "and or und oder bzw bzw. sowie to et ou y o u e as vs vs. through bis als")

  /// A suspended hyphen: "short- and long-term", "Vor- und Nachteile".
  private static func isSuspended(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, bytes[index] > 0x20, bytes[index] != 0x2C { index += 1 }
    if index == start { return true }
    return conjunctions.contains(bytes[start..<index])
  }
}
