/// An edition of XML 1.0, by the characters that it allows in names; the colon is left to who asks.
package enum NameEdition: Sendable {
  /// Appendix B: with it RELAX NG and XML Schema define their names.
  case fourth
  /// Productions 4 and 4a: with it documents are read.
  case fifth

  package func isStart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case ..<0x80: false
    default: self == .fourth ? NameCharacters.isLetter(scalar) : Self.isFifthStart(scalar)
    }
  }

  package func isPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2E, 0x30...0x39: true
    case ..<0x80: isStart(scalar)
    case _ where self == .fourth: NameCharacters.isLetter(scalar) || NameCharacters.isDigitOrMark(scalar)
    default: scalar == 0xB7 || 0x300...0x36F ~= scalar || 0x203F...0x2040 ~= scalar || Self.isFifthStart(scalar)
    }
  }

  private static func isFifthStart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
      0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }
}
