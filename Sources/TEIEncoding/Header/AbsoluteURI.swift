import ArticleModel
import FoundationEssentials

/// Makes a URI of what a user gave as one.
package enum AbsoluteURI {
  /// The text as an absolute URI, what a URI does not admit percent-encoded (RFC 3986); nil where it is none.
  package static func checked(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: 0x3A), colon + 1 < bytes.count, !Characters.isASCIISpace(bytes[colon + 1]),
      URIScheme.known.contains(String(decoding: bytes[..<colon], as: UTF8.self).lowercased())
    else { return nil }
    let hash = bytes.firstIndex(of: 0x23)
    var uri = ""
    for (index, byte) in bytes.enumerated() {
      if isAllowed(byte), byte != 0x25 || isEscape(bytes, index), byte != 0x23 || index == hash {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }

  /// Whether two hexadecimal digits follow the percent sign.
  private static func isEscape(_ bytes: [UInt8], _ percent: Int) -> Bool {
    percent + 2 < bytes.count
      && bytes[(percent + 1)...(percent + 2)].allSatisfy { Characters.isDigit($0) || ($0 | 0x20) &- 0x61 < 6 }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    if (byte | 0x20) &- 0x61 < 26 || Characters.isDigit(byte) { return true }
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
