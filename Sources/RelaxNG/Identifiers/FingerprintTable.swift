/// Some thousands of fingerprints, by open addressing; 0 is a free place.
struct FingerprintTable: Sendable {
  private var places: [UInt64] = []
  private(set) var count = 0

  mutating func insert(_ fingerprint: UInt64) -> Bool {
    if (count + 1) * 4 > places.count * 3 { grow() }
    let place = place(of: fingerprint)
    if places[place] != 0 { return false }
    places[place] = fingerprint
    count += 1
    return true
  }

  func contains(_ fingerprint: UInt64) -> Bool { count > 0 && places[place(of: fingerprint)] != 0 }

  func forEach(_ body: (UInt64) -> Void) {
    for fingerprint in places where fingerprint != 0 { body(fingerprint) }
  }

  /// Empties the table; a small one keeps its places for the next document.
  mutating func removeAll() {
    guard count > 0 else { return }
    count = 0
    if places.count > 1024 { return places = [] }
    for place in places.indices { places[place] = 0 }
  }

  /// Where a fingerprint stands, or the free place for it.
  private func place(of fingerprint: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: fingerprint) & mask
    while places[place] != 0, places[place] != fingerprint { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let former = places
    places = Array(repeating: 0, count: max(64, former.count * 2))
    for fingerprint in former where fingerprint != 0 { places[place(of: fingerprint)] = fingerprint }
  }
}
