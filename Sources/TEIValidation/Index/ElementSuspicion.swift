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
    if value.count > 2, value[0] == UInt8(ascii: "0"), value[1] == UInt8(ascii: "."), value[2...].allSatisfy(isDigit) {
      return true
    }
    return CertaintyRule.isCertainty(String(decoding: value, as: UTF8.self))
  }

  static func isBlank(_ value: Bytes) -> Bool {
    value.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
