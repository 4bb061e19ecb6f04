import ArticleModel

/// A word of a name, folded, by a hash of 64 bits: the chance that two words of an archive meet by accident is nil.
package struct FoldedWord: Hashable, Sendable {
  let hash: UInt64
  /// Its first letter.
  let initial: UInt32
  /// Whether that is all.
  let isInitial: Bool

  init(_ bytes: some Collection<UInt8>) {
    hash = bytes.reduce(NameHash.seed) { ($0 ^ UInt64($1)) &* NameHash.prime }
    let first = bytes.first ?? 0
    if first < 0x80 {
      initial = UInt32(first)
      isInitial = bytes.count == 1
    } else {
      let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first!
      initial = scalar.value
      isInitial = UTF8.width(scalar) == bytes.count
    }
  }

  package static func == (left: Self, right: Self) -> Bool { left.hash == right.hash }
  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension Set<FoldedWord> {
  /// The words of a list, in lower case without marks, divided by spaces.
  init(folded words: String) { self.init(words.split(separator: " ").map { FoldedWord($0.utf8) }) }
}

/// FNV-1a over 64 bits (Fowler, Noll, Vo), of words and of numbers.
enum NameHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x100_0000_01B3

  /// Many values as one, in their order; small numbers, too, keep apart (the finish of MurmurHash 3).
  @inline(__always)
  static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    var mixed = (hash &+ 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD ^ value
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 33
  }

  static func of(_ text: String) -> UInt64 { text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime } }

  static func of(_ words: some Sequence<FoldedWord>) -> UInt64 { words.reduce(seed) { mix($0, $1.hash) } }
}
