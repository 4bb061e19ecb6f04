/// Writes numbers and texts one behind the other.
struct ByteWriter {
  private(set) var bytes: [UInt8]
  private var texts: [String: Int] = [:]

  /// - Parameter bytes: What stands before.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A number of 64 bits, little-endian.
  mutating func fixed(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func fixed(_ numbers: [UInt64]) {
    number(numbers.count)
    for number in numbers { fixed(number) }
  }

  /// A number from 0, seven bits a byte, the lowest first.
  mutating func number(_ number: Int) {
    var rest = UInt64(number)
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// A text, or where it stood before: messages come again and again.
  mutating func text(_ text: String) {
    if let known = texts[text] { return number(known) }
    texts[text] = texts.count + 1
    number(0)
    let utf8 = Array(text.utf8)
    number(utf8.count)
    bytes += utf8
  }

  mutating func text(_ text: String?) {
    flag(text != nil)
    if let text { self.text(text) }
  }

  mutating func list<Item>(_ items: some Collection<Item>, _ write: (inout ByteWriter, Item) -> Void) {
    number(items.count)
    for item in items { write(&self, item) }
  }
}

/// Reads what a ``ByteWriter`` wrote; what is cut off or makes no sense is an error.
struct ByteReader {
  struct Fault: Error {}

  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int
  private var texts: [String] = []

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    offset = start
    self.end = end
  }

  var isAtEnd: Bool { offset == end }

  mutating func byte() throws(Fault) -> UInt8 {
    guard offset < end else { throw Fault() }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func fixed() throws(Fault) -> UInt64 {
    guard end - offset >= 8 else { throw Fault() }
    defer { offset += 8 }
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
  }

  mutating func fixedNumbers() throws(Fault) -> [UInt64] {
    let count = try number()
    guard count <= (end - offset) / 8 else { throw Fault() }
    var numbers: [UInt64] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(try fixed()) }
    return numbers
  }

  mutating func number() throws(Fault) -> Int {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 63, by: 7) {
      let byte = try byte()
      number |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int(number) }
    }
    throw Fault()
  }

  mutating func flag() throws(Fault) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw Fault()
    }
  }

  mutating func text() throws(Fault) -> String {
    let known = try number()
    if known > 0 {
      guard known <= texts.count else { throw Fault() }
      return texts[known - 1]
    }
    let count = try number()
    guard count <= end - offset, let text = String(validating: bytes[offset..<offset + count], as: UTF8.self)
    else { throw Fault() }
    offset += count
    texts.append(text)
    return text
  }

  mutating func optionalText() throws(Fault) -> String? { try flag() ? try text() : nil }

  mutating func list<Item>(_ read: (inout ByteReader) throws(Fault) -> Item) throws(Fault) -> [Item] {
    let count = try number()
    // Each takes a byte at least.
    guard count <= end - offset else { throw Fault() }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try read(&self)) }
    return items
  }
}
