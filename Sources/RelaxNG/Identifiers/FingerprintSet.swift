/// A set of texts, kept as 64-bit fingerprints: a corpus has millions of identifiers.
///
/// Few are in a table, from which a short document takes next to nothing; many are in packed blocks. To have two of a
/// million texts share a fingerprint takes one run of forty million, and fingerprints are seeded anew for each run, so
/// that nobody can choose texts that do.
package struct FingerprintSet: Sendable {
  private var few = FingerprintTable()
  /// Once there are many, all of them. Copies of a large set share it.
  private var many: FingerprintBlocks?
  private static let maximumFew = 1 << 14

  package init() {}

  package var count: Int { many?.count ?? few.count }

  /// Enters a fingerprint, which is not 0; false where it was there.
  package mutating func insert(_ fingerprint: UInt64) -> Bool {
    if let many { return many.insert(fingerprint) }
    if few.count >= Self.maximumFew {
      let blocks = FingerprintBlocks()
      few.forEach { _ = blocks.insert($0) }
      few = FingerprintTable()
      many = blocks
      return blocks.insert(fingerprint)
    }
    return few.insert(fingerprint)
  }

  package func contains(_ fingerprint: UInt64) -> Bool { many?.contains(fingerprint) ?? few.contains(fingerprint) }

  package func forEach(_ body: (UInt64) -> Void) {
    guard let many else { return few.forEach(body) }
    for part in 0..<FingerprintBlocks.partCount { many.forEach(inPart: part, body) }
  }

  package mutating func removeAll() {
    many = nil
    few.removeAll()
  }

  /// Empties a set and gives what was in it: a short one in ascending order.
  package mutating func take() -> FingerprintList {
    defer {
      many = nil
      few = FingerprintTable()
    }
    if let many { return .many(many) }
    var sorted: [UInt64] = []
    sorted.reserveCapacity(few.count)
    few.forEach { sorted.append($0) }
    sorted.sort()
    return .few(sorted)
  }
}

/// The fingerprints of a document that is read, in as little memory as may be.
package enum FingerprintList: Sendable {
  /// In ascending order.
  case few([UInt64])
  case many(FingerprintBlocks)

  package func contains(_ fingerprint: UInt64) -> Bool {
    switch self {
    case .many(let blocks): return blocks.contains(fingerprint)
    case .few(let sorted):
      let place = Self.place(of: fingerprint, in: sorted)
      return place < sorted.count && sorted[place] == fingerprint
    }
  }

  package var count: Int {
    switch self {
    case .few(let sorted): sorted.count
    case .many(let blocks): blocks.count
    }
  }

  /// All in ascending order; `few` of them says the same.
  package var sorted: [UInt64] {
    if case .few(let sorted) = self { return sorted }
    var all: [UInt64] = []
    all.reserveCapacity(count)
    for part in 0..<FingerprintBlocks.partCount { forEach(inPart: part) { all.append($0) } }
    return all.sorted()
  }

  /// Those whose first four bits are a number from 0 to 15.
  package func forEach(inPart part: Int, _ body: (UInt64) -> Void) {
    switch self {
    case .many(let blocks): blocks.forEach(inPart: part, body)
    case .few(let sorted):
      var place = Self.place(of: UInt64(part) << 60, in: sorted)
      while place < sorted.count, Int(sorted[place] >> 60) == part {
        body(sorted[place])
        place += 1
      }
    }
  }

  /// The index of the first that is not less.
  private static func place(of fingerprint: UInt64, in sorted: [UInt64]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < fingerprint { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension FingerprintList {
  /// - Parameter fingerprints: In any order; none of them 0.
  package init(_ fingerprints: [UInt64]) {
    var set = FingerprintSet()
    for fingerprint in fingerprints where fingerprint != 0 { _ = set.insert(fingerprint) }
    self = set.take()
  }
}
