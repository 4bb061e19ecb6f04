/// Characters that IRIs cannot have (RFC 3987), as `%20`.
package enum IRI {
  /// A path: of the characters of ASCII those that are no letters, digits or common marks are encoded; a colon in the first
  /// part would be taken for the end of a scheme.
  package static func path(_ text: String) -> String { encode(text, keeping: "/-._~!$&'()*+,;=@") }

  /// What stands behind a `#`.
  package static func fragment(_ text: String) -> String { encode(text, keeping: "/-._~!$&'()*+,;=@:?") }

  /// An IRI without the characters that none may have; what is encoded in it stays so. Of several `#` the first begins
  /// the fragment.
  package static func valid(_ text: String) -> String {
    var result = ""
    for (index, part) in text.split(separator: "#", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { result += index == 1 ? "#" : "%23" }
      for (index, piece) in part.split(separator: "%", omittingEmptySubsequences: false).enumerated() {
        let isCode = piece.utf8.prefix(2).count { Character(UnicodeScalar($0)).isHexDigit } == 2
        if index > 0 { result += isCode ? "%" : "%25" }
        result += encode(String(piece), keeping: "/-._~!$&'()*+,;=@:?")
      }
    }
    return result
  }

  private static func encode(_ text: String, keeping kept: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      let isPlain =
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || kept.utf8.contains(byte)
      if isPlain {
        result.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text that was encoded; nil where that is no UTF-8.
  package static func decode(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Whether a text begins with a scheme, as `https:`.
  package static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return false }
    return text.utf8[..<colon].allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "+")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }
}
