import ArticleModel

/// The label of an item: `Label` in "Label: text".
enum ItemLabel {
  /// Longer beginnings are clauses, not labels.
  static let longest = 80
  static let mostWords = 8

  /// The label without its colon, or nil where the item has none.
  static func range(in text: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> SourceRange? {
    let start = Int(text.start)
    let end = Int(text.end)
    let limit = min(end, start + longest)
    let first = Characters.decode(bytes, at: start, end: end).value
    guard Characters.isUpper(first) || Characters.isDigit(first) || first > 0x2FF else { return nil }
    var words = 1
    var hasLetter = false
    var index = start
    while index < limit {
      switch bytes[index] {
      case 0x3A:
        guard index > start, index + 1 < end, Characters.isASCIISpace(bytes[index + 1]), hasLetter,
          words <= mostWords
        else { return nil }
        var labelEnd = index
        // French sets a space before the colon.
        while labelEnd > start, isSpaceEnd(bytes, labelEnd, start) {
          labelEnd -= bytes[labelEnd - 1] == 0x20 ? 1 : (bytes[labelEnd - 1] == 0xA0 ? 2 : 3)
        }
        return SourceRange(start: text.start, end: Int32(labelEnd))
      case 0x20: words += 1
      case 0x2E, 0x3B, 0x3F, 0x21, 0x22, 0x7C:
        if index + 1 < end, bytes[index + 1] == 0x20 { return nil }
      default: if Characters.isASCIILetter(bytes[index]) || bytes[index] >= 0x80 { hasLetter = true }
      }
      index += 1
    }
    return nil
  }

  /// Labels items that all begin alike: "Label – text", or "**Label** text". One item that does not is reason enough to
  /// take none for a label.
  static func labelAlike(_ items: inout [ListItem], _ bytes: UnsafeBufferPointer<UInt8>) {
    guard items.count >= 2, items.allSatisfy({ $0.label == nil }) else { return }
    for read in [bold, beforeDash] {
      let labels = items.map { read($0.text.range, bytes) }
      guard labels.allSatisfy({ $0 != nil }) else { continue }
      for index in items.indices { items[index].label = labels[index] }
      return
    }
  }

  /// "**Label**" with its stars, which are no mark-up of the item.
  private static func bold(_ text: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> SourceRange? {
    let start = Int(text.start)
    let limit = min(Int(text.end), start + longest)
    guard limit - start > 5, bytes[start] == 0x2A, bytes[start + 1] == 0x2A, bytes[start + 2] > 0x20 else { return nil }
    var index = start + 3
    while index + 2 < limit {
      if bytes[index] == 0x2A, bytes[index + 1] == 0x2A {
        return SourceRange(start: text.start, end: Int32(index + 2))
      }
      index += 1
    }
    return nil
  }

  /// What stands before the first dash between spaces: a few words without punctuation.
  private static func beforeDash(_ text: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> SourceRange? {
    let start = Int(text.start)
    let limit = min(Int(text.end) - 2, start + longest)
    var words = 1
    var hasLetter = false
    var index = start
    while index < limit {
      switch bytes[index] {
      case 0x20:
        if let dash = dashLength(bytes, index + 1, Int(text.end)), index + 1 + dash < Int(text.end),
          bytes[index + 1 + dash] == 0x20
        {
          return hasLetter && words <= 6 ? SourceRange(start: text.start, end: Int32(index)) : nil
        }
        words += 1
      case 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x21: return nil
      default: if Characters.isASCIILetter(bytes[index]) || bytes[index] >= 0x80 { hasLetter = true }
      }
      index += 1
    }
    return nil
  }

  private static func dashLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int? {
    if bytes[index] == 0x2D { return 1 }
    guard index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return nil }
    return bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 ? 3 : nil
  }

  private static func isSpaceEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ start: Int) -> Bool {
    if bytes[end - 1] == 0x20 { return true }
    if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { return true }
    return end - 3 >= start && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0xAF
  }
}
