internal import CLibXML2

/// The names of one document, each looked up in its dictionary once for each place in the program that gives it.
struct NameTable: ~Copyable {
  private let dictionary: xmlDictPtr
  /// By the address of the literal; a slot is taken over by another name that falls on it.
  private let slots: UnsafeMutableBufferPointer<Slot>

  private struct Slot {
    var literal: UnsafePointer<UInt8>?
    var name: UnsafeMutablePointer<xmlChar>?
  }

  /// - Parameter dictionary: That of the document, which owns the names.
  init(_ dictionary: xmlDictPtr) {
    self.dictionary = dictionary
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: Slot())
  }

  deinit { slots.deallocate() }

  /// The name as the dictionary has it, without its first bytes where they are a prefix.
  func interned(_ name: StaticString, skipping prefix: Int = 0) -> UnsafeMutablePointer<xmlChar> {
    let slot = Int(bitPattern: name.utf8Start) >> 2 & 255
    if slots[slot].literal == name.utf8Start, let known = slots[slot].name { return known }
    let count = Int32(name.utf8CodeUnitCount - prefix)
    guard let found = xmlDictLookup(dictionary, name.utf8Start + prefix, count) else {
      preconditionFailure("no memory")
    }
    let interned = UnsafeMutablePointer(mutating: found)
    slots[slot] = Slot(literal: name.utf8Start, name: interned)
    return interned
  }
}
