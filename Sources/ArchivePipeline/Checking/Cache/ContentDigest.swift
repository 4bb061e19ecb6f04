import Crypto

/// Half of a SHA-256 (FIPS 180-4): to find two contents with one digest takes 2^64 tries.
struct ContentDigest: Hashable, Sendable {
  var high: UInt64
  var low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init(of bytes: some Collection<UInt8>) {
    var digesting = Digesting()
    if bytes.withContiguousStorageIfAvailable({ digesting.update(UnsafeRawBufferPointer($0)) }) == nil {
      digesting.update(Array(bytes))
    }
    self = digesting.finish()
  }

  /// As 32 hexadecimal digits.
  var hexadecimal: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// Makes a digest piece by piece.
struct Digesting {
  private var hash = SHA256()

  mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }

  mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

  mutating func update(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { hash.update(bufferPointer: $0) }
  }

  /// A text and its length: texts that follow each other cannot be divided in another way.
  mutating func update(_ text: String) {
    let bytes = Array(text.utf8)
    update(UInt64(bytes.count))
    update(bytes)
  }

  mutating func finish() -> ContentDigest {
    hash.finalize().withUnsafeBytes { bytes in
      ContentDigest(
        high: UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)),
        low: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }
}
