/// A word of up to sixteen bytes as two machine words, upper case folded for the Latin letters of the four languages: a
/// key that is made and compared without building a string.
@frozen
public struct WordKey: Hashable, Sendable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  /// The key of a word in UTF-8; nil where it is empty or too long to be in a list.
  @inlinable
  public init?(_ word: some Collection<UInt8>) {
    var lead: UInt8 = 0
    var count: UInt64 = 0
    for byte in word {
      guard count < 16 else { return nil }
      let isUpper = byte &- 0x41 < 26 || (lead == 0xC3 && byte < 0x9F && byte != 0x97)
      let folded = UInt64(isUpper ? byte | 0x20 : byte)
      if count < 8 { low |= folded << (count * 8) } else { high |= folded << (count * 8 - 64) }
      lead = byte
      count += 1
    }
    guard count > 0 else { return nil }
  }

  /// The key of a word of a list.
  init(listed word: some StringProtocol) {
    guard let key = WordKey(word.utf8) else {
      preconditionFailure("a word of a list has 1 to 16 bytes, unlike \"\(word)\"")
    }
    self = key
  }
}

extension Set<WordKey> {
  /// The words of a list, in lower case, divided by spaces and line ends.
  public init(words: String) {
    self.init(words.split(whereSeparator: \.isWhitespace).map { WordKey(listed: $0) })
  }

  /// Whether a word in UTF-8 is in the list, whatever its case.
  @inlinable
  public func contains(_ word: some Collection<UInt8>) -> Bool { WordKey(word).map(contains) ?? false }
}
