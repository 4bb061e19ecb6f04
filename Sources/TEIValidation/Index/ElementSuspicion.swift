internal import ArticleModel
internal import XML

/// What can be said of an attribute by itself, without a string where it is as most are.
enum ElementSuspicion {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  static func isName(_ value: Bytes) -> Bool {
    guard let first = value.first else { return false }
    if isNameStart(first), value.allSatisfy({ isNameStart($0) || isNameByte($0) }) { return true }
    return DocumentIdentifier.isNCName(String(decoding: value, as: UTF8.self))
  }

  static func isCertainty(_ value: Bytes) -> Bool {
    // 0.85, as most write it.
    if value.count > 2, value[0] == UInt8(ascii: "0"), value[1] == UInt8(ascii: "."),
      value[2...].allSatisfy(Characters.isDigit)
    {
      return true
    }
    return CertaintyRule.isCertainty(String(decoding: value, as: UTF8.self))
  }

  static func isBlank(_ value: Bytes) -> Bool {
    value.allSatisfy(\.isXMLSpace)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    Characters.isASCIILetter(byte) || byte == UInt8(ascii: "_")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    Characters.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
