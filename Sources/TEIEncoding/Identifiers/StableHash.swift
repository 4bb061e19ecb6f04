/// FNV-1a, 64 bits (Fowler, Noll, Vo): the same on every machine and in every run, unlike Swift's `Hasher`.
package struct StableHash {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  package mutating func add(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// The hash as `length` digits and letters that are hard to mistake for one another (Crockford's base 32).
  package func digits(_ length: Int) -> String {
    // FNV's low bits mix worse than its high ones.
    var rest = (value ^ value >> 29) &* 0xBF58_476D_1CE4_E5B9
    rest ^= rest >> 32
    return String(
      unsafeUninitializedCapacity: length
    ) { buffer in
      for index in 0..<length {
        buffer[index] = Self.alphabet.utf8Start[Int(rest & 31)]
        rest >>= 5
      }
      return length
    }
  }

  private static let alphabet: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"
}
