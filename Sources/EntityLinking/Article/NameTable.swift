import ArticleModel

/// The different names of an article, each read once however often it occurs.
struct NameTable {
  struct Name {
    /// Where it first stands.
    var range: SourceRange
    var kind: EntityKind
    var hash: UInt64
    /// The words, folded.
    var words: [FoldedWord]
  }

  private(set) var names: [Name] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var folded = FoldedText()

  /// The number of the name in a range: the same for the same bytes and kind.
  mutating func number(of range: SourceRange, _ kind: EntityKind, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let words = UnsafeBufferPointer(rebasing: bytes[range.bytes])
    let hash = Self.hash(words, kind)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if names[number].hash == hash, bytes[names[number].range.bytes].elementsEqual(words) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(names.count)
    folded.fold(words)
    names.append(Name(range: range, kind: kind, hash: hash, words: folded.words))
    if names.count * 2 > slots.count { grow() }
    return names.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for (number, name) in names.enumerated() {
      var slot = Int(truncatingIfNeeded: name.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ words: UnsafeBufferPointer<UInt8>, _ kind: EntityKind) -> UInt64 {
    var hash = NameHash.seed &+ kind.number
    for byte in words { hash = (hash ^ UInt64(byte)) &* NameHash.prime }
    return hash ^ hash >> 29
  }

  /// The words of a name as they first stand there, with one space for white space.
  func text(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let name = bytes[names[number].range.bytes]
    let isSpaced = zip(name, name.dropFirst()).contains { $0 <= 0x20 && ($0 < 0x20 || $1 <= 0x20) }
    if !isSpaced { return String(decoding: name, as: UTF8.self) }
    return name.split(whereSeparator: Characters.isASCIISpace).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}
