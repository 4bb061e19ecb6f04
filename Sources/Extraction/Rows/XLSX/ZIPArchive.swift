/// A ZIP archive of stored entries (PKWARE APPNOTE 6.3.10, without ZIP64), the same bytes for the same entries.
struct ZIPArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// No more entries, and no more bytes, than 16 and 32 bits count.
  static let maximumEntryCount = 65_534
  static let maximumSize = Int(UInt32.max) - (1 << 24)

  /// Adds a file.
  ///
  /// - Parameter name: In ASCII, with slashes.
  mutating func add(_ name: String, _ content: [UInt8]) {
    var header: [UInt8] = []
    header.append(little: UInt16(20))  // version 2.0 is needed
    header.append(little: UInt16(0))
    header.append(little: UInt16(0))  // stored
    header.append(little: UInt16(0))  // midnight,
    header.append(little: UInt16(0x21))  // 1 January 1980: the output depends on no clock
    header.append(little: CRC32.of(content))
    header.append(little: UInt32(content.count))
    header.append(little: UInt32(content.count))
    header.append(little: UInt16(name.utf8.count))
    header.append(little: UInt16(0))
    directory.append(little: UInt32(0x0201_4B50))
    directory.append(little: UInt16(20))
    directory += header
    directory.append(contentsOf: [UInt8](repeating: 0, count: 10))  // no comment, disk 0, no attributes
    directory.append(little: UInt32(bytes.count))
    directory.append(contentsOf: name.utf8)
    bytes.append(little: UInt32(0x0403_4B50))
    bytes += header
    bytes.append(contentsOf: name.utf8)
    bytes += content
    count += 1
  }

  /// The archive with its directory.
  consuming func finish() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes.append(little: UInt32(0x0605_4B50))
    bytes.append(little: UInt32(0))
    bytes.append(little: UInt16(count))
    bytes.append(little: UInt16(count))
    bytes.append(little: UInt32(directory.count))
    bytes.append(little: UInt32(start))
    bytes.append(little: UInt16(0))
    return bytes
  }
}

/// The checksum of ZIP (ISO 3309, polynomial EDB88320).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      ~bytes.reduce(UInt32.max) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
