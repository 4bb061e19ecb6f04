import ArticleModel

/// The bytes of a text that are no white space: what stays where only lines and spaces are another.
package struct VisibleBytes {
  package let bytes: [UInt8]
  /// Where each stands in the text.
  private let places: [Int32]

  package init(_ text: [UInt8]) {
    var bytes: [UInt8] = []
    var places: [Int32] = []
    text.withUnsafeBufferPointer { text in
      for piece in VisibleText.pieces(of: 0..<text.count, in: text) {
        bytes += text[piece]
        for index in piece { places.append(Int32(index)) }
      }
    }
    self.bytes = bytes
    self.places = places
  }

  /// What a range of the text is among these bytes; empty where it has none of them.
  package func visible(_ range: Range<Int>) -> Range<Int> { index(range.lowerBound)..<index(range.upperBound) }

  /// The other way round; nil for what leaves the text, or is empty.
  package func text(_ range: Range<Int>) -> Range<Int>? {
    guard range.lowerBound >= 0, range.upperBound <= places.count, !range.isEmpty else { return nil }
    return Int(places[range.lowerBound])..<Int(places[range.upperBound - 1]) + 1
  }

  /// How many of the bytes stand before a byte of the text.
  private func index(_ byte: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
