/// Many fingerprints, packed: of a million each takes 8.5 bytes, and growing takes no memory twice.
///
/// A fingerprint belongs to a bucket by its first bits, of which sixteen need not be kept with it. The other 48 stand in
/// blocks of 64 bytes, which are never moved: ten halves of 32 bits, ten of 16, and the
/// number of the next block of the bucket. Where both halves are 0 the place is free; only the first block of a bucket has
/// free places.
package final class FingerprintBlocks: @unchecked Sendable {
  // Unchecked: one thread fills it; then others read it.
  private static let blockSize = 64
  private static let places = 10
  private static let offsetOfLow = 40
  private static let offsetOfNext = 60
  /// 4 KiB: small enough for the holes that other work has left.
  private static let blocksOfChunk = 64
  /// Into how many parts ``forEach(inPart:_:)`` divides the set.
  static let partCount = 16

  private var bits: UInt64 = 16
  /// The number of the first block of each bucket; 0 where it has none.
  private var heads = [UInt32](repeating: 0, count: 1 << 16)
  private var chunks: [UnsafeMutableRawPointer] = []
  private var blockCount = 0
  /// A chain of blocks that are not in use.
  private var idle: UInt32 = 0
  private(set) var count = 0
  private let maximumMean: Int

  /// - Parameter maximumMean: How many fingerprints a bucket has, in the mean, before it is divided.
  init(maximumMean: Int = 60) { self.maximumMean = maximumMean }

  deinit { for chunk in chunks { chunk.deallocate() } }

  func insert(_ fingerprint: UInt64) -> Bool {
    if count > heads.count * maximumMean { divideBuckets() }
    let (high, low) = Self.halves(of: fingerprint)
    let bucket = Int(fingerprint >> (64 - bits))
    if contains(high, low, bucket) { return false }
    add(high, low, bucket)
    return true
  }

  func contains(_ fingerprint: UInt64) -> Bool {
    let (high, low) = Self.halves(of: fingerprint)
    return contains(high, low, Int(fingerprint >> (64 - bits)))
  }

  /// Calls `body` with each fingerprint whose first four bits are a number from 0 to 15.
  func forEach(inPart part: Int, _ body: (UInt64) -> Void) {
    let size = heads.count / Self.partCount
    for bucket in part * size..<(part + 1) * size {
      let first = (UInt64(bucket) >> (bits - 16)) << 48
      forEach(inBucket: bucket) { high, low in body(first | UInt64(high) << 16 | UInt64(low)) }
    }
  }

  /// The 48 bits that are kept. All of them 0 would be a free place.
  private static func halves(of fingerprint: UInt64) -> (high: UInt32, low: UInt16) {
    let high = UInt32(truncatingIfNeeded: fingerprint >> 16)
    let low = UInt16(truncatingIfNeeded: fingerprint)
    return (high, high == 0 && low == 0 ? 1 : low)
  }

  private func contains(_ high: UInt32, _ low: UInt16, _ bucket: Int) -> Bool {
    var number = heads[bucket]
    while number != 0 {
      let block = address(of: number)
      for place in 0..<Self.places where Self.high(block, place) == high && Self.low(block, place) == low {
        return true
      }
      number = Self.next(block)
    }
    return false
  }

  private func add(_ high: UInt32, _ low: UInt16, _ bucket: Int) {
    if heads[bucket] != 0 {
      let block = address(of: heads[bucket])
      for place in 0..<Self.places where Self.high(block, place) == 0 && Self.low(block, place) == 0 {
        return store(high, low, in: block, place)
      }
    }
    let number = takeBlock()
    let block = address(of: number)
    block.storeBytes(of: heads[bucket], toByteOffset: Self.offsetOfNext, as: UInt32.self)
    heads[bucket] = number
    store(high, low, in: block, 0)
  }

  private func store(_ high: UInt32, _ low: UInt16, in block: UnsafeMutableRawPointer, _ place: Int) {
    block.storeBytes(of: high, toByteOffset: place * 4, as: UInt32.self)
    block.storeBytes(of: low, toByteOffset: Self.offsetOfLow + place * 2, as: UInt16.self)
    count += 1
  }

  private func forEach(inBucket bucket: Int, _ body: (UInt32, UInt16) -> Void) {
    var number = heads[bucket]
    while number != 0 {
      let block = address(of: number)
      for place in 0..<Self.places {
        let (high, low) = (Self.high(block, place), Self.low(block, place))
        if high != 0 || low != 0 { body(high, low) }
      }
      number = Self.next(block)
    }
  }

  /// Makes two buckets of each.
  private func divideBuckets() {
    let former = heads
    heads = Array(repeating: 0, count: former.count * 2)
    bits += 1
    count = 0
    // The first sixteen bits are not kept; of what is kept, the next bit says which half it is.
    let shift = 32 - (bits - 16)
    for (bucket, head) in former.enumerated() {
      var number = head
      while number != 0 {
        let block = address(of: number)
        for place in 0..<Self.places {
          let (high, low) = (Self.high(block, place), Self.low(block, place))
          if high != 0 || low != 0 { add(high, low, bucket * 2 + Int((high >> shift) & 1)) }
        }
        let next = Self.next(block)
        block.storeBytes(of: idle, toByteOffset: Self.offsetOfNext, as: UInt32.self)
        idle = number
        number = next
      }
    }
  }

  // MARK: Blocks

  private func takeBlock() -> UInt32 {
    if idle != 0 {
      let number = idle
      idle = Self.next(address(of: number))
      address(of: number).initializeMemory(as: UInt8.self, repeating: 0, count: Self.blockSize)
      return number
    }
    if blockCount == chunks.count * Self.blocksOfChunk {
      let size = Self.blocksOfChunk * Self.blockSize
      let chunk = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      chunk.initializeMemory(as: UInt8.self, repeating: 0, count: size)
      chunks.append(chunk)
    }
    blockCount += 1
    return UInt32(blockCount)
  }

  private func address(of number: UInt32) -> UnsafeMutableRawPointer {
    let index = Int(number) - 1
    return chunks[index / Self.blocksOfChunk] + index % Self.blocksOfChunk * Self.blockSize
  }

  private static func high(_ block: UnsafeMutableRawPointer, _ place: Int) -> UInt32 {
    block.load(fromByteOffset: place * 4, as: UInt32.self)
  }

  private static func low(_ block: UnsafeMutableRawPointer, _ place: Int) -> UInt16 {
    block.load(fromByteOffset: offsetOfLow + place * 2, as: UInt16.self)
  }

  private static func next(_ block: UnsafeMutableRawPointer) -> UInt32 {
    block.load(fromByteOffset: offsetOfNext, as: UInt32.self)
  }
}
