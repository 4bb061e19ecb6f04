/// UTF-16, in which a file may be written (XML 1.0, section 4.3.3 and appendix F): it is edited as UTF-8 and written again
/// as it was.
public struct WideEncoding: Hashable, Sendable {
  private let isBigEndian: Bool
  private let hasMark: Bool

  /// nil where the bytes are in another encoding.
  public init?(of bytes: [UInt8]) {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFE, 0xFF): (isBigEndian, hasMark) = (true, true)
    // Two more bytes of zero would be UTF-32.
    case (0xFF, 0xFE) where !bytes.dropFirst(2).starts(with: [0, 0]): (isBigEndian, hasMark) = (false, true)
    case (0, 0x3C): (isBigEndian, hasMark) = (true, false)
    case (0x3C, 0) where !bytes.dropFirst(2).starts(with: [0, 0]): (isBigEndian, hasMark) = (false, false)
    default: return nil
    }
  }

  /// The text of a file in UTF-8, without its mark; nil where it is broken.
  public func decode(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: hasMark ? 2 : 0, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  /// The bytes of a file for a text in UTF-8.
  public func encode(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 2 + 2)
    func append(_ unit: UInt16) {
      let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
      bytes += isBigEndian ? [high, low] : [low, high]
    }
    if hasMark { append(0xFEFF) }
    for unit in String(decoding: text, as: UTF8.self).utf16 { append(unit) }
    return bytes
  }
}
