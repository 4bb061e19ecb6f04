import ArticleModel

/// The different names of an article, each read once however often it occurs.
struct NameTable {
  struct Name {
    /// Where it first stands.
    var range: SourceRange
    var kind: EntityKind
    /// The words as they stand there, with one space for white space.
    var text: String
    /// The words, folded.
    var words: [String]
  }

  private(set) var names: [Name] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  /// The number of the name in a range: the same for the same bytes and kind.
  mutating func number(of range: SourceRange, _ kind: EntityKind, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Self.hash(range, kind, bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = names[Int(slots[slot])]
      if known.kind == kind, known.range.count == range.count,
        bytes[known.range.bytes].elementsEqual(bytes[range.bytes])
      {
        return Int(slots[slot])
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let text = Self.text(bytes[range.bytes])
    slots[slot] = Int32(names.count)
    names.append(Name(range: range, kind: kind, text: text, words: NameFolding.words(of: text)))
    if names.count * 2 > slots.count { grow(bytes) }
    return names.count - 1
  }

  private mutating func grow(_ bytes: UnsafeBufferPointer<UInt8>) {
    slots = Array(repeating: -1, count: slots.count * 4)
    for (number, name) in names.enumerated() {
      var slot = Self.hash(name.range, name.kind, bytes) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ range: SourceRange, _ kind: EntityKind, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in kind.rawValue.utf8.prefix(3) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for index in range.bytes { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 31)
  }

  private static func text(_ bytes: some Collection<UInt8>) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    for byte in bytes {
      if !Characters.isASCIISpace(byte) {
        words.append(byte)
      } else if words.last != 0x20 {
        words.append(0x20)
      }
    }
    return String(decoding: words, as: UTF8.self)
  }
}
