/// A set of texts, kept as 64-bit fingerprints: a corpus has millions of identifiers.
///
/// The fingerprints are SipHash, seeded for each run: of a million texts two share one in one run of forty million, and
/// nobody can choose texts that do.
struct FingerprintSet {
  /// Open addressing; 0 is a free place. Segments grow one at a time, so that growing does not take the memory twice.
  private struct Segment {
    var places: [UInt64] = Array(repeating: 0, count: 8)
    var count = 0

    /// Where the fingerprint stands, or the free place for it.
    func place(of fingerprint: UInt64) -> Int {
      let mask = places.count - 1
      var place = Int(truncatingIfNeeded: fingerprint) & mask
      while places[place] != 0, places[place] != fingerprint { place = (place + 1) & mask }
      return place
    }

    mutating func insert(_ fingerprint: UInt64) -> Bool {
      let place = place(of: fingerprint)
      if places[place] != 0 { return false }
      places[place] = fingerprint
      count += 1
      if count * 4 > places.count * 3 { grow() }
      return true
    }

    private mutating func grow() {
      let former = places
      places = Array(repeating: 0, count: former.count * 2)
      for fingerprint in former where fingerprint != 0 { places[place(of: fingerprint)] = fingerprint }
    }
  }

  private var segments: [Segment] = Array(repeating: Segment(), count: 1 << segmentBits)
  private var isEmpty = true

  private static let segmentBits: UInt64 = 6

  mutating func removeAll() {
    if !isEmpty { self = FingerprintSet() }
  }

  /// Whether the text is new.
  mutating func insert(_ text: Bytes) -> Bool {
    isEmpty = false
    let fingerprint = Self.fingerprint(of: text)
    return segments[Self.segment(of: fingerprint)].insert(fingerprint)
  }

  func contains(_ text: Bytes) -> Bool {
    let fingerprint = Self.fingerprint(of: text)
    let segment = segments[Self.segment(of: fingerprint)]
    return segment.places[segment.place(of: fingerprint)] != 0
  }

  /// How many texts are in it that are not in another.
  func count(notIn other: FingerprintSet) -> Int {
    zip(segments, other.segments).reduce(0) { sum, pair in
      sum + pair.0.places.count { $0 != 0 && pair.1.places[pair.1.place(of: $0)] == 0 }
    }
  }

  private static func fingerprint(of text: Bytes) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    return max(1, UInt64(bitPattern: Int64(hasher.finalize())))
  }

  private static func segment(of fingerprint: UInt64) -> Int { Int(fingerprint >> (64 - segmentBits)) }
}
