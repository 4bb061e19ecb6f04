import ArticleModel

/// White space as tokens see it: that of Unicode.
enum VisibleText {
  /// A range without the white space at its ends; nil where there is nothing else.
  static func trim(_ range: Range<Int>, of text: [UInt8]) -> Range<Int>? {
    text.withUnsafeBufferPointer { trim(range, of: $0) }
  }

  static func trim(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let start = skippingSpaces(range.lowerBound, to: range.upperBound, of: text)
    var end = range.upperBound
    while end > start {
      var lead = end - 1
      while lead > start, text[lead] & 0xC0 == 0x80 { lead -= 1 }
      guard Characters.isSpace(Characters.decode(text, at: lead, end: end).value) else { break }
      end = lead
    }
    return start < end ? start..<end : nil
  }

  /// Where white space that begins at an offset ends.
  static func skippingSpaces(_ start: Int, to end: Int, of text: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index < end {
      let scalar = Characters.decode(text, at: index, end: end)
      guard Characters.isSpace(scalar.value) else { break }
      index += scalar.length
    }
    return index
  }

  /// The pieces of a range between white space.
  static func pieces(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var index = skippingSpaces(range.lowerBound, to: range.upperBound, of: text)
    while index < range.upperBound {
      let start = index
      while index < range.upperBound {
        let scalar = Characters.decode(text, at: index, end: range.upperBound)
        if Characters.isSpace(scalar.value) { break }
        index += scalar.length
      }
      pieces.append(start..<index)
      index = skippingSpaces(index, to: range.upperBound, of: text)
    }
    return pieces
  }
}
