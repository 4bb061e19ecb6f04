import ArticleModel

/// A stretch of text and how to move about in it.
struct TextCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  let end: Int

  /// The code point at `index`, and its length; zero at the end.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, length: Int) {
    index < end ? Characters.decode(bytes, at: index, end: end) : (0, 0)
  }

  /// The code point before `index`, and its length; zero at the beginning.
  func scalar(before index: Int) -> (value: UInt32, length: Int) {
    guard index > start else { return (0, 0) }
    var first = index - 1
    while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    return (Characters.decode(bytes, at: first, end: end).value, index - first)
  }

  /// Where the white space at `index` ends.
  func skippingSpaces(_ index: Int) -> Int {
    var index = index
    while index < end {
      let (value, length) = scalar(at: index)
      guard Characters.isSpace(value) else { break }
      index += length
    }
    return index
  }

  /// Where the white space before `index` begins.
  func trimmingSpaces(_ index: Int, from first: Int) -> Int {
    var index = index
    while index > first {
      let (value, length) = scalar(before: index)
      guard Characters.isSpace(value) else { break }
      index -= length
    }
    return index
  }

  /// Where the letters at `index` end, combining marks among them.
  func skippingLetters(_ index: Int) -> Int {
    var index = index
    while index < end {
      let (value, length) = scalar(at: index)
      guard Characters.isLetter(value) || Characters.isMark(value) else { break }
      index += length
    }
    return index
  }

  /// Where the letters before `index` begin.
  func letterStart(_ index: Int, from first: Int) -> Int {
    var index = index
    while index > first {
      let (value, length) = scalar(before: index)
      guard Characters.isLetter(value) || Characters.isMark(value) else { break }
      index -= length
    }
    return index
  }
}
