import Testing

@testable import RelaxNG

/// The set of identifiers, small and large.
@Suite struct FingerprintSetTests {
  private static func fingerprints(_ count: Int) -> [UInt64] {
    var state: UInt64 = 1
    return (0..<count).map { _ in
      // SplitMix64: numbers that look random, the same each time.
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return max(1, mixed ^ (mixed >> 31))
    }
  }

  @Test(arguments: [0, 1, 1000, 16_384, 16_385, 100_000]) func holdsWhatWasEntered(count: Int) {
    let all = Self.fingerprints(2 * count)
    var set = FingerprintSet()
    var fresh = 0
    for _ in 0..<2 { for fingerprint in all[..<count] where set.insert(fingerprint) { fresh += 1 } }
    #expect(fresh == count)
    #expect(set.count == count)
    #expect(all.enumerated().allSatisfy { set.contains($1) == ($0 < count) })
    var seen: Set<UInt64> = []
    set.forEach { seen.insert($0) }
    #expect(seen == Set(all[..<count]))

    let list = set.take()
    #expect(set.count == 0 && list.count == count)
    #expect(all.enumerated().allSatisfy { list.contains($1) == ($0 < count) })
    var parts: Set<UInt64> = []
    for part in 0..<16 {
      list.forEach(inPart: part) { fingerprint in
        if Int(fingerprint >> 60) != part { Issue.record("in the wrong part") }
        parts.insert(fingerprint)
      }
    }
    #expect(parts == seen && list.sorted == seen.sorted())
  }

  @Test func dividesBuckets() {
    let blocks = FingerprintBlocks(maximumMean: 1)
    let all = Self.fingerprints(150_000)
    for fingerprint in all { _ = blocks.insert(fingerprint) }
    #expect(blocks.count == all.count)
    #expect(all.allSatisfy { blocks.contains($0) && !blocks.contains($0 ^ 0x10) })
    var sum: UInt64 = 0
    for part in 0..<16 { blocks.forEach(inPart: part) { sum &+= $0 } }
    #expect(sum == all.reduce(0, &+))
  }

  @Test func takesFingerprintsWhoseKeptBitsAreZero() {
    let blocks = FingerprintBlocks()
    #expect(blocks.insert(7 << 48) && !blocks.insert(7 << 48) && blocks.insert(8 << 48))
    #expect(blocks.contains(7 << 48) && !blocks.contains(9 << 48))
  }

  @Test func isEmptyAgain() {
    var set = FingerprintSet()
    for fingerprint in Self.fingerprints(20_000) { _ = set.insert(fingerprint) }
    set.removeAll()
    #expect(set.count == 0 && Self.fingerprints(20_000).allSatisfy { !set.contains($0) })
    let isNew = [set.insert(5), set.insert(5)]
    #expect(isNew == [true, false])
    set.removeAll()
    #expect(!set.contains(5))
  }
}
