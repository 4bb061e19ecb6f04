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

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

/// The ends of the spans of time of an element.
struct SpanEnds {
  private var ends: (from: Int?, to: Int?, notBefore: Int?, notAfter: Int?) = (nil, nil, nil, nil)

  mutating func take(_ role: RuleNames.AttributeRole, _ index: Int) {
    switch role {
    case .from: ends.from = index
    case .to: ends.to = index
    case .notBefore: ends.notBefore = index
    default: ends.notAfter = index
    }
  }

  func areReversed(_ attributes: XMLEventAttributes) -> Bool {
    areReversed(ends.from, ends.to, attributes) || areReversed(ends.notBefore, ends.notAfter, attributes)
  }

  private func areReversed(_ first: Int?, _ last: Int?, _ attributes: XMLEventAttributes) -> Bool {
    guard let first, let last else { return false }
    return DateOrderRule.isReversed(attributes.value(first), attributes.value(last))
  }
}
