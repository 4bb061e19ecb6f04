/// The lexical space of `anyURI`: URI references of RFC 2396 (with the addresses of RFC 2732), in which XLink 1.0 lets
/// the characters stand that a URI would have to escape. jing draws the same lines.
enum AnyURI {
  static func isValid(_ bytes: Bytes) -> Bool {
    isPlain(bytes) || isValidThroughout(bytes)
  }

  /// Most pointers: a relative path, a fragment, or both.
  private static func isPlain(_ bytes: Bytes) -> Bool {
    var hashes = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"): return false
      case UInt8(ascii: "#"): hashes += 1
      default: break
      }
    }
    return hashes <= 1 && !(bytes.count > 1 && bytes[0] == UInt8(ascii: "/") && bytes[1] == UInt8(ascii: "/"))
  }

  private static func isValidThroughout(_ bytes: Bytes) -> Bool {
    guard hasValidEscapes(bytes) else { return false }
    var start = 0
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), !bytes[..<colon].contains(where: isDelimiter) {
      guard isScheme(bytes[..<colon]) else { return false }
      start = colon + 1
      if start == bytes.count || bytes[start] != UInt8(ascii: "/") {
        // Opaque: something must stand behind the scheme.
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
        return end > start && isSingleFragment(bytes, end)
      }
    }
    if start + 1 < bytes.count, bytes[start] == UInt8(ascii: "/"), bytes[start + 1] == UInt8(ascii: "/") {
      let end = bytes[(start + 2)...].firstIndex(where: isDelimiter) ?? bytes.count
      if end == start + 2 {
        guard end < bytes.count else { return false }
      } else {
        guard isAuthority(bytes[(start + 2)..<end]) else { return false }
      }
      start = end
    }
    let pathEnd = bytes[start...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
    guard !bytes[start..<pathEnd].contains(where: isBracket) else { return false }
    let fragment = bytes[pathEnd...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    return isSingleFragment(bytes, fragment)
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") }

  private static func hasValidEscapes(_ bytes: Bytes) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%") {
        // In brackets it divides an address from its zone.
        if bytes.contains(UInt8(ascii: "]")) { return true }
        guard index + 2 < bytes.count, bytes[index + 1].isHexDigit, bytes[index + 2].isHexDigit else { return false }
      }
      index += 1
    }
    return true
  }

  private static func isScheme(_ bytes: Slice<Bytes>) -> Bool {
    guard let first = bytes.first, first.isASCIILetter else { return false }
    return bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
  }

  private static func isSingleFragment(_ bytes: Bytes, _ hash: Int) -> Bool {
    hash == bytes.count || !bytes[(hash + 1)...].contains(UInt8(ascii: "#"))
  }

  /// A name of any kind, or an IPv6 address in brackets with a user before it and a port behind.
  private static func isAuthority(_ bytes: Slice<Bytes>) -> Bool {
    guard bytes.contains(where: isBracket) else { return true }
    var rest = bytes
    if let user = rest.firstIndex(of: UInt8(ascii: "@")) { rest = rest[(user + 1)...] }
    guard rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
    let address = rest[(rest.startIndex + 1)..<close]
    let digits = address.prefix { $0 != UInt8(ascii: "%") }
    let colons = digits.count { $0 == UInt8(ascii: ":") }
    let isShort = zip(digits, digits.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 == UInt8(ascii: ":") }
    guard digits.allSatisfy({ $0.isHexDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }),
      isShort ? colons <= 8 : colons == 7 || colons == 6 && digits.contains(UInt8(ascii: "."))
    else { return false }
    let port = rest[(close + 1)...]
    return port.isEmpty || port.first == UInt8(ascii: ":") && port.dropFirst().allSatisfy(\.isASCIIDigit)
  }
}
