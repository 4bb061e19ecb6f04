/// Finds the number of a name by the addresses that the parser's dictionary gave its namespace and its local part: the
/// dictionary holds each text once, so that equal addresses are equal names and no text is looked at.
final class NameResolver {
  private struct Entry {
    var local: UInt = 0
    var namespace: UInt = 0
    var id = XMLNameID(rawValue: -1)
  }

  private let table: XMLNameTable
  private var entries: UnsafeMutableBufferPointer<Entry>
  private var count = 0

  init(_ table: XMLNameTable) {
    self.table = table
    entries = Self.empty(256)
  }

  deinit { entries.deallocate() }

  private static func empty(_ capacity: Int) -> UnsafeMutableBufferPointer<Entry> {
    let entries = UnsafeMutableBufferPointer<Entry>.allocate(capacity: capacity)
    entries.initialize(repeating: Entry())
    return entries
  }

  /// Forgets all addresses: those of a dictionary that is no more.
  func forgetAddresses() {
    entries.deallocate()
    entries = Self.empty(256)
    count = 0
  }

  func id(_ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?) -> XMLNameID {
    let (low, high) = (UInt(bitPattern: local), UInt(bitPattern: namespace))
    var slot = Self.slot(low, high, entries.count)
    while entries[slot].local != 0 {
      if entries[slot].local == low, entries[slot].namespace == high { return entries[slot].id }
      slot = (slot + 1) & (entries.count - 1)
    }
    let id = table.id(
      namespace: namespace.map { String(cString: $0) }, local: String(cString: local))
    entries[slot] = Entry(local: low, namespace: high, id: id)
    count += 1
    if count * 2 > entries.count { grow() }
    return id
  }

  private func grow() {
    let old = entries
    entries = Self.empty(old.count * 2)
    defer { old.deallocate() }
    for entry in old where entry.local != 0 {
      var slot = Self.slot(entry.local, entry.namespace, entries.count)
      while entries[slot].local != 0 { slot = (slot + 1) & (entries.count - 1) }
      entries[slot] = entry
    }
  }

  private static func slot(_ local: UInt, _ namespace: UInt, _ capacity: Int) -> Int {
    // Addresses differ in their middle bits; the multiplication (Knuth's, for 64 bits) brings those to the top.
    let mixed = UInt64(local ^ (namespace << 7)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 32) & (capacity - 1)
  }
}
