/// A set of short texts as bytes, without an allocation for each.
struct ByteStringSet {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  private var table: [Int32] = Array(repeating: -1, count: 64)

  private static let keptCapacity = 1 << 16

  mutating func removeAll() {
    guard !ends.isEmpty else { return }
    if table.count > Self.keptCapacity {
      self = ByteStringSet()
    } else {
      bytes.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      for index in table.indices { table[index] = -1 }
    }
  }

  /// Whether the text is new.
  mutating func insert(_ text: Bytes) -> Bool {
    let slot = slot(of: text)
    if table[slot] >= 0 { return false }
    table[slot] = Int32(ends.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if ends.count * 2 > table.count { grow() }
    return true
  }

  func contains(_ text: Bytes) -> Bool { table[slot(of: text)] >= 0 }

  /// Where the text stands in the table, or the free place for it. The hash is seeded, so that nobody can choose texts
  /// that collide.
  private func slot(of text: Bytes) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    let mask = table.count - 1
    var slot = hasher.finalize() & mask
    while table[slot] >= 0, !isEqual(Int(table[slot]), text) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ index: Int, _ text: Bytes) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    return ends[index] - start == text.count
      && bytes.withUnsafeBufferPointer { $0.slice(start, ends[index]).elementsEqual(text) }
  }

  private mutating func grow() {
    table = Array(repeating: -1, count: table.count * 2)
    for index in ends.indices {
      let start = index == 0 ? 0 : ends[index - 1]
      let slot = bytes.withUnsafeBufferPointer { self.slot(of: $0.slice(start, ends[index])) }
      table[slot] = Int32(index)
    }
  }
}
