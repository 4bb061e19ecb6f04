/// The names of XML 1.0 (fourth edition's looser successor, the fifth: productions 4 and 4a).
enum XMLNames {
  static func isNCName(_ bytes: Bytes) -> Bool { matches(bytes, allowsColon: false) }
  static func isName(_ bytes: Bytes) -> Bool { matches(bytes, allowsColon: true) }

  static func isNMTOKEN(_ bytes: Bytes) -> Bool {
    guard !bytes.isEmpty else { return false }
    var index = 0
    while index < bytes.count {
      let scalar = bytes.scalar(at: &index)
      guard isNameCharacter(scalar) || scalar == 0x3A else { return false }
    }
    return true
  }

  private static func matches(_ bytes: Bytes, allowsColon: Bool) -> Bool {
    guard !bytes.isEmpty else { return false }
    var index = 0
    let first = bytes.scalar(at: &index)
    guard isNameStart(first) || allowsColon && first == 0x3A else { return false }
    while index < bytes.count {
      let scalar = bytes.scalar(at: &index)
      guard isNameCharacter(scalar) || allowsColon && scalar == 0x3A else { return false }
    }
    return true
  }

  /// Without the colon.
  static func isNameStart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return UInt8(scalar).isASCIILetter || scalar == 0x5F }
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
      0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      return true
    default: return false
    }
  }

  /// Without the colon.
  static func isNameCharacter(_ scalar: UInt32) -> Bool {
    if isNameStart(scalar) { return true }
    if scalar < 0x80 { return UInt8(scalar).isASCIIDigit || scalar == 0x2D || scalar == 0x2E }
    return scalar == 0xB7 || 0x300...0x36F ~= scalar || 0x203F...0x2040 ~= scalar
  }
}
