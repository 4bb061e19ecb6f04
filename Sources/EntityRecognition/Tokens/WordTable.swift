import ArticleModel

/// Words of a language and what each means to a grammar, looked up by their bytes without building a string.
///
/// A word of up to sixteen bytes is packed into two machine words; upper case is folded for the Latin letters of the
/// languages that the grammars speak. Longer words are in no table.
struct WordTable<Entry: Sendable>: Sendable {
  private struct Slot: Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var entry: Entry?
  }

  private var slots: [Slot]
  private let mask: Int
  /// By folded first byte, the lengths of the words that begin with it, one bit each: most words of a text stop here.
  private var lengths: [UInt32]
  private let foldsCase: Bool

  /// - Parameter foldsCase: whether "June" is found as "june"; the words of `entries` are then in lower case.
  init(_ entries: [(word: String, entry: Entry)], foldsCase: Bool = true) {
    var capacity = 64
    while capacity < entries.count * 4 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    mask = capacity - 1
    lengths = Array(repeating: 0, count: 256)
    self.foldsCase = foldsCase
    for (word, entry) in entries { insert(Array(word.utf8), entry) }
  }

  /// The first entry for a word stays.
  private mutating func insert(_ word: [UInt8], _ entry: Entry) {
    precondition((1...16).contains(word.count), "a word of a table has 1 to 16 bytes")
    word.withUnsafeBufferPointer { bytes in
      let (low, high) = Self.pack(bytes, 0, bytes.count, foldsCase)
      var slot = Self.hash(low, high) & mask
      while slots[slot].entry != nil {
        if slots[slot].low == low, slots[slot].high == high { return }
        slot = (slot + 1) & mask
      }
      slots[slot] = Slot(low: low, high: high, entry: entry)
      lengths[Int(UInt8(truncatingIfNeeded: low))] |= 1 << UInt32(bytes.count)
    }
  }

  /// The entry for the bytes from `start` to `end`.
  @inline(__always)
  func entry(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Entry? {
    let count = end - start
    guard count <= 16, count > 0 else { return nil }
    let first = bytes[start]
    let folded = foldsCase && first &- 0x41 < 26 ? first | 0x20 : first
    guard lengths[Int(folded)] & (1 << UInt32(count)) != 0 else { return nil }
    let (low, high) = Self.pack(bytes, start, end, foldsCase)
    var slot = Self.hash(low, high) & mask
    while true {
      guard let entry = slots[slot].entry else { return nil }
      if slots[slot].low == low, slots[slot].high == high { return entry }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private static func pack(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ foldsCase: Bool
  ) -> (UInt64, UInt64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var previous: UInt8 = 0
    for index in start..<end {
      var byte = bytes[index]
      if foldsCase {
        // "É" to "é": both begin with C3.
        if byte &- 0x41 < 26 || (previous == 0xC3 && byte &- 0x80 < 0x1F && byte != 0x97) { byte |= 0x20 }
        previous = byte
      }
      let place = index - start
      if place < 8 {
        low |= UInt64(byte) << UInt64(place * 8)
      } else {
        high |= UInt64(byte) << UInt64(place * 8 - 64)
      }
    }
    return (low, high)
  }

  @inline(__always)
  private static func hash(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 32)) & 0x7FFF_FFFF)
  }
}
