import ArticleModel

/// A name that is made of letters of a longer one: "ESA", "MoD", "U.N.".
enum Acronym {
  /// Letters in their order, by a hash.
  struct Letters: Hashable, Sendable {
    private(set) var hash: UInt64 = NameHash.seed
    private(set) var count = 0

    init(_ letters: some Sequence<UInt32>) {
      for letter in letters { add(letter) }
    }

    fileprivate mutating func add(_ letter: UInt32) {
      hash = NameHash.mix(hash, UInt64(letter))
      count += 1
    }
  }

  /// The letters of a name that has the shape of an acronym: two to ten, in one word, most of them capitals.
  static func letters(of name: some Collection<UInt8>) -> Letters? {
    guard name.count <= 20 else { return nil }
    var letters = Letters([])
    var capitals = 0
    for byte in name where byte != 0x2E {
      guard Characters.isASCIILetter(byte) else { return nil }
      if byte < 0x60 { capitals += 1 }
      letters.add(UInt32(byte | 0x20))
    }
    guard (2...10).contains(letters.count), capitals >= 2, capitals * 2 > letters.count else { return nil }
    return letters
  }

  /// Whether an acronym may stand for a name that it is put beside in brackets: two of its letters begin words of it, or
  /// the first does. The name may be in another language: "International Union of Railways (UIC)".
  static func mayStand(_ acronym: some Collection<UInt8>, for words: [FoldedWord]) -> Bool {
    let letters = acronym.filter(Characters.isASCIILetter).map { UInt32($0 | 0x20) }
    guard words.count > 1, let first = letters.first else { return false }
    if words[0].initial == first { return true }
    var rest = words.map(\.initial)
    var shared = 0
    for letter in letters {
      if let place = rest.firstIndex(of: letter) {
        rest.remove(at: place)
        shared += 1
      }
    }
    return shared >= 2
  }
}
