internal import XML

/// The names of XML 1.0, fourth edition, as RELAX NG and XML Schema mean them.
enum XMLNames {
  static func isNCName(_ bytes: Bytes) -> Bool { matches(bytes, allowsColon: false) }
  static func isName(_ bytes: Bytes) -> Bool { matches(bytes, allowsColon: true) }

  static func isNMTOKEN(_ bytes: Bytes) -> Bool {
    guard !bytes.isEmpty else { return false }
    var index = 0
    while index < bytes.count {
      let scalar = bytes.scalar(at: &index)
      guard NameEdition.fourth.isPart(scalar) || scalar == 0x3A else { return false }
    }
    return true
  }

  private static func matches(_ bytes: Bytes, allowsColon: Bool) -> Bool {
    guard !bytes.isEmpty else { return false }
    var index = 0
    let first = bytes.scalar(at: &index)
    guard NameEdition.fourth.isStart(first) || allowsColon && first == 0x3A else { return false }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        // Nearly all names are ASCII throughout.
        guard isASCIINameCharacter(byte) || allowsColon && byte == 0x3A else { return false }
        index += 1
      } else {
        guard NameEdition.fourth.isPart(bytes.scalar(at: &index)) else { return false }
      }
    }
    return true
  }

  /// Letters, digits, `-`, `.` and `_`, a bit each.
  @inline(__always)
  private static func isASCIINameCharacter(_ byte: UInt8) -> Bool {
    let bits: UInt64 = byte < 64 ? 0x03FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return bits >> UInt64(byte & 63) & 1 == 1
  }
}
