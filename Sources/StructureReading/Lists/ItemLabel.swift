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

  private static func isSpaceEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ start: Int) -> Bool {
    if bytes[end - 1] == 0x20 { return true }
    if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { return true }
    return end - 3 >= start && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0xAF
  }
}
