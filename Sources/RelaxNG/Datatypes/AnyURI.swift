/// The lexical space of `anyURI`: what XLink 1.0 makes a URI reference of (RFC 2396), checked as loosely as jing does.
enum AnyURI {
  static func isValid(_ bytes: Bytes) -> Bool {
    var colon: Int?
    var delimiter: Int?
    var hasFragment = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "%"):
        guard index + 2 < bytes.count, bytes[index + 1].isHexDigit, bytes[index + 2].isHexDigit else { return false }
        index += 2
      case UInt8(ascii: "#"):
        if hasFragment { return false }
        hasFragment = true
        delimiter = delimiter ?? index
      case UInt8(ascii: "/"), UInt8(ascii: "?"): delimiter = delimiter ?? index
      case UInt8(ascii: ":"): colon = colon ?? index
      default: break
      }
      index += 1
    }
    guard let colon, colon < delimiter ?? Int.max else { return true }
    // A scheme, and something behind it.
    guard colon > 0, bytes[0].isASCIILetter, colon + 1 < bytes.count, bytes[colon + 1] != UInt8(ascii: "#") else {
      return false
    }
    for byte in bytes[..<colon] where !(byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2B || byte == 0x2D || byte == 0x2E) {
      return false
    }
    return true
  }
}
