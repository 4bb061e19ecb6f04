/// A word of up to sixteen bytes as two machine words, upper case folded for the Latin letters of the four languages: a
/// key that is made and compared without building a string.
struct WordKey: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The word at `range`; nil where it is empty or too long to be in a list.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard (1...16).contains(range.count) else { return nil }
    var lead: UInt8 = 0
    for (place, index) in range.enumerated() {
      let byte = bytes[index]
      let isUpper = byte &- 0x41 < 26 || (lead == 0xC3 && byte < 0x9F && byte != 0x97)
      let folded = UInt64(isUpper ? byte | 0x20 : byte)
      if place < 8 { low |= folded << UInt64(place * 8) } else { high |= folded << UInt64((place - 8) * 8) }
      lead = byte
    }
  }

  init(_ word: some StringProtocol) {
    let key = Array(word.utf8).withUnsafeBufferPointer { WordKey($0, 0..<$0.count) }
    guard let key else { preconditionFailure("a word of a list has 1 to 16 bytes, unlike \"\(word)\"") }
    self = key
  }
}

extension Set<WordKey> {
  /// The words of a list, in lower case, divided by spaces and line ends.
  init(words: String) { self.init(words.split(whereSeparator: \.isWhitespace).map { WordKey($0) }) }
}
