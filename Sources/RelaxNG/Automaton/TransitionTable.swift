/// A map from a state and a letter to a number, by open addressing: it is asked at every event.
struct TransitionTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  private static let free = UInt64.max

  init() {
    keys = Array(repeating: Self.free, count: 256)
    values = Array(repeating: 0, count: 256)
  }

  @inline(__always)
  private static func key(_ state: Int32, _ letter: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: letter))
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24)
  }

  /// The number of a pair, or nil.
  @inline(__always)
  func value(_ state: Int32, _ letter: Int32) -> Int32? {
    let key = Self.key(state, letter)
    let mask = keys.count - 1
    var slot = Self.slot(key) & mask
    while keys[slot] != Self.free {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  mutating func set(_ state: Int32, _ letter: Int32, _ value: Int32) {
    if count * 2 >= keys.count { grow() }
    insert(Self.key(state, letter), value)
  }

  private mutating func insert(_ key: UInt64, _ value: Int32) {
    let mask = keys.count - 1
    var slot = Self.slot(key) & mask
    while keys[slot] != Self.free, keys[slot] != key { slot = (slot + 1) & mask }
    if keys[slot] != key { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: Self.free, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    count = 0
    for (key, value) in zip(oldKeys, oldValues) where key != Self.free { insert(key, value) }
  }
}
