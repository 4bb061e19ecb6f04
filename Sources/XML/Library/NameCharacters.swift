internal import CLibXML2

/// The characters of names as XML 1.0 had them up to its fourth edition (appendix B), with which RELAX NG and XML Schema
/// define their names; the fifth edition, with which documents are read, allows many more.
enum NameCharacters {
  /// A letter, without `_` and `:`.
  static func isLetter(_ scalar: UInt32) -> Bool {
    // The tables leave out what libxml2 knows by macros: the characters below 256.
    if scalar < 0x100 {
      return UInt8(scalar) | 0x20 >= 0x61 && UInt8(scalar) | 0x20 <= 0x7A
        || scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7
    }
    return isIn(scalar, xmlIsBaseCharGroup) || isIdeographic(scalar)
  }

  /// What may follow a letter besides letters, `.`, `-`, `_` and `:`.
  static func isDigitOrMark(_ scalar: UInt32) -> Bool {
    if scalar < 0x100 { return 0x30...0x39 ~= scalar || scalar == 0xB7 }
    return isIn(scalar, xmlIsDigitGroup) || isIn(scalar, xmlIsCombiningGroup) || isIn(scalar, xmlIsExtenderGroup)
  }

  private static func isIdeographic(_ scalar: UInt32) -> Bool {
    0x4E00...0x9FA5 ~= scalar || scalar == 0x3007 || 0x3021...0x3029 ~= scalar
  }

  private static func isIn(_ scalar: UInt32, _ group: xmlChRangeGroup) -> Bool {
    var group = group
    return xmlCharInRange(scalar, &group) == 1
  }
}
