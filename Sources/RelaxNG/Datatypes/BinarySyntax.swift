internal import XML

/// `hexBinary` and `base64Binary` of XML Schema, Part 2 (sections 3.2.15 and 3.2.16).
enum BinarySyntax {
  static func hexBinary(_ bytes: Bytes) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count, by: 2) {
      guard let high = hex(bytes[index]), let low = hex(bytes[index + 1]) else { return nil }
      result.append(high << 4 | low)
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    if byte.isASCIIDigit { return byte - 48 }
    return byte.isHexDigit ? (byte | 0x20) - 87 : nil
  }

  static func base64Binary(_ bytes: Bytes) -> [UInt8]? {
    var result: [UInt8] = []
    var buffer: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in bytes where !byte.isXMLSpace {
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = base64(byte) else { return nil }
      buffer = buffer << 6 | UInt32(value)
      count += 1
      if count % 4 == 0 { result += [UInt8(buffer >> 16 & 255), UInt8(buffer >> 8 & 255), UInt8(buffer & 255)] }
    }
    switch (count % 4, padding) {
    case (0, 0): return result
    case (2, 2):
      guard buffer & 15 == 0 else { return nil }
      return result + [UInt8(buffer >> 4 & 255)]
    case (3, 1):
      guard buffer & 3 == 0 else { return nil }
      return result + [UInt8(buffer >> 10 & 255), UInt8(buffer >> 2 & 255)]
    default: return nil
    }
  }

  private static func base64(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
