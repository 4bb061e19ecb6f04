import ArticleModel
internal import SequenceLabelling

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the network makes of words that were met before: most words of a text have been.
///
/// It only saves work: what it gives is the same, whether the word was known or not.
final class WordMemory {
  private let network: TokenNetwork
  private let features: WordFeatures
  private let projections: UnsafeMutablePointer<Int16>
  private var keys: [UInt64]
  /// When each word was last asked for: of two that want one place, the one that was longer ago gives way.
  private var times: [UInt32]
  private var time: UInt32 = 0

  /// A power of two. A word may be in two of them, side by side.
  private static let slots = 16_384

  init(_ network: TokenNetwork, _ features: WordFeatures) {
    self.network = network
    self.features = features
    let count = Self.slots * network.projectionSize
    // Where a cache line begins, so that vectors of them do.
    projections = UnsafeMutableRawPointer.allocate(byteCount: count * 2, alignment: 64)
      .bindMemory(to: Int16.self, capacity: count)
    keys = Array(repeating: 0, count: Self.slots)
    times = Array(repeating: 0, count: Self.slots)
  }

  deinit { projections.deallocate() }

  /// What the network makes of a word; good until the next word is asked for.
  func projection(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafePointer<Int16> {
    let key = Self.key(token, bytes)
    let first = Int(truncatingIfNeeded: key ^ key >> 29) & (Self.slots - 2)
    time &+= 1
    for slot in first...(first + 1) where keys[slot] == key {
      times[slot] = time
      return UnsafePointer(projections + slot * network.projectionSize)
    }
    let slot = times[first] <= times[first + 1] ? first : first + 1
    keys[slot] = key
    times[slot] = time
    let projection = projections + slot * network.projectionSize
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: WordFeatures.maximum) { buffer in
      let (count, word) = features.write(token, of: bytes, to: buffer)
      network.project(UnsafeBufferPointer(rebasing: buffer[0..<count]), word: word, into: projection)
    }
    return UnsafePointer(projection)
  }

  /// A hash of the word as it is written, 64 bits: two words of a run of the program share one in a billion billion.
  @inline(__always)
  private static func key(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[token.range.bytes] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // "|" is no word, "y" is: what kind a token is of goes in by a step of its own.
    hash = (hash ^ (UInt64(token.kind.rawValue) << 8 | UInt64(token.shape.rawValue))) &* 0x100_0000_01B3
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return hash | 1
  }
}

/// Memories that wait for the next article: one for each article that is being worked on.
final class WordMemories: @unchecked Sendable {
  // Unchecked: `waiting` is only touched under the lock.
  private let make: @Sendable () -> WordMemory
  private var waiting: [WordMemory] = []
  private let lock: UnsafeMutablePointer<pthread_mutex_t>

  init(_ make: @escaping @Sendable () -> WordMemory) {
    self.make = make
    lock = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  func with<Result>(_ body: (WordMemory) -> Result) -> Result {
    pthread_mutex_lock(lock)
    let known = waiting.popLast()
    pthread_mutex_unlock(lock)
    let memory = known ?? make()
    let result = body(memory)
    pthread_mutex_lock(lock)
    waiting.append(memory)
    pthread_mutex_unlock(lock)
    return result
  }
}
