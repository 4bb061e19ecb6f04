/// Where the values of attributes lead that came last: most values come again and again.
///
/// Each value has one place, so that what does not come again costs no more than being written over.
struct ValueCache {
  private struct Entry {
    var hash: UInt64 = 0
    var attribute: Int32 = -1
    var state: StateID = 0
    var length: Int32 = 0
  }

  private var entries: [Entry]
  private var bytes: [UInt8]

  private static let slotCount = 4096
  /// Longer values are mostly unlike any other.
  static let maximumLength = 48

  init() {
    entries = Array(repeating: Entry(), count: Self.slotCount)
    bytes = Array(repeating: 0, count: Self.slotCount * Self.maximumLength)
  }

  /// A hash that is quick; who chooses texts that collide slows down nothing but himself.
  @inline(__always)
  static func hash(_ value: Bytes, _ attribute: Int32) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(UInt32(bitPattern: attribute)) &* factor ^ UInt64(value.count)
    let raw = UnsafeRawBufferPointer(value)
    var index = 0
    while index + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* factor
      hash ^= hash >> 32
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    hash = (hash ^ rest) &* factor
    return hash ^ hash >> 29
  }

  /// The state that the value led to, or -1.
  @inline(__always)
  func state(_ value: Bytes, _ attribute: Int32, _ hash: UInt64) -> StateID {
    let slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    let entry = entries[slot]
    guard entry.hash == hash, entry.attribute == attribute, Int(entry.length) == value.count else { return -1 }
    return bytes.withUnsafeBufferPointer { bytes in
      let start = slot * Self.maximumLength
      for index in 0..<value.count where bytes[start + index] != value[index] { return -1 }
      return entry.state
    }
  }

  mutating func set(_ value: Bytes, _ attribute: Int32, _ hash: UInt64, _ state: StateID) {
    let slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    entries[slot] = Entry(hash: hash, attribute: attribute, state: state, length: Int32(value.count))
    for index in 0..<value.count { bytes[slot * Self.maximumLength + index] = value[index] }
  }
}
