/// A set of identifiers' hashes: eight bytes a place, three places of four taken at most.
///
/// That of a large document is in parts, which grow one at a time: growing does not take the memory twice.
struct IdentifierSet {
  private var small = HashPlaces()
  /// By the first six bits of the hash.
  private var parts: [HashPlaces] = []
  private static let maximumSmall = 1 << 14

  var count: Int { parts.isEmpty ? small.count : parts.reduce(0) { $0 + $1.count } }

  /// Enters a hash; false where it was there.
  @inline(__always) mutating func insert(_ hash: UInt64) -> Bool {
    if !parts.isEmpty { return parts[Int(hash >> 58)].insert(hash) }
    if small.count >= Self.maximumSmall { divide() }
    return parts.isEmpty ? small.insert(hash) : parts[Int(hash >> 58)].insert(hash)
  }

  @inline(__always) func contains(_ hash: UInt64) -> Bool {
    parts.isEmpty ? small.contains(hash) : parts[Int(hash >> 58)].contains(hash)
  }

  private mutating func divide() {
    parts = Array(repeating: HashPlaces(), count: 64)
    for hash in small.taken { _ = parts[Int(hash >> 58)].insert(hash) }
    small = HashPlaces()
  }

  func forEach(_ body: (UInt64) -> Void) {
    for part in parts.isEmpty ? [small] : parts { for hash in part.taken { body(hash) } }
  }

  /// Empties the set and gives its hashes in ascending order.
  mutating func takeSorted() -> [UInt64] {
    if parts.isEmpty { return small.takeSorted() }
    var sorted: [UInt64] = []
    sorted.reserveCapacity(count)
    for index in parts.indices { sorted += parts[index].takeSorted() }
    parts = []
    return sorted
  }
}

/// Open addressing; 0 is a free place.
private struct HashPlaces {
  private var places: [UInt64] = []
  private(set) var count = 0

  var taken: some Sequence<UInt64> { places.lazy.filter { $0 != 0 } }

  @inline(__always) mutating func insert(_ hash: UInt64) -> Bool {
    if (count + 1) * 4 > places.count * 3 { grow() }
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0 {
      if places[place] == hash { return false }
      place = (place + 1) & mask
    }
    places[place] = hash
    count += 1
    return true
  }

  @inline(__always) func contains(_ hash: UInt64) -> Bool {
    guard count > 0 else { return false }
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0 {
      if places[place] == hash { return true }
      place = (place + 1) & mask
    }
    return false
  }

  mutating func takeSorted() -> [UInt64] {
    var taken = places
    places = []
    count = 0
    taken.removeAll { $0 == 0 }
    taken.sort()
    return taken
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: 0, count: max(64, old.count * 2))
    let mask = places.count - 1
    for hash in old where hash != 0 {
      var place = Int(truncatingIfNeeded: hash) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = hash
    }
  }
}

extension [UInt64] {
  /// Whether a sorted array holds a hash.
  package func holds(_ hash: UInt64) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == hash
  }
}
