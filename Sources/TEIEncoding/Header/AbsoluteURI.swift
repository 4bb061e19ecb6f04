import FoundationEssentials

/// Makes a URI of what a user gave as one.
enum AbsoluteURI {
  /// The text as an absolute URI, what a URI does not admit percent-encoded (RFC 3986); nil where it is none.
  static func checked(_ text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: 0x3A), isScheme(text.utf8[..<colon]) else { return nil }
    var uri = ""
    for byte in text.utf8 {
      if isAllowed(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }

  private static func isScheme(_ scheme: Substring.UTF8View) -> Bool {
    guard let first = scheme.first, (first | 0x20) &- 0x61 < 26 else { return false }
    return scheme.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 { return true }
    switch byte {
    case 0x21, 0x23...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: return true
    default: return false
    }
  }
}

/// Base 64 (RFC 4648).
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  static func decode(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map(Array.init) }
}
