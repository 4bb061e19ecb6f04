/// The `xml:id` of a document, made from the name of its file.
public enum DocumentIdentifier {
  /// A file stem as an NCName (Namespaces in XML 1.0, production 4; XML 1.0, fifth edition, productions 4 and 4a).
  ///
  /// Characters that a name does not admit become `_`; a first character that may not begin one gets `_` before it. A
  /// stem of more than 60 characters is cut there and ends in eight digits that stand for the whole of it.
  public static func ncName(stem: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in stem.unicodeScalars {
      let admitted = isNameCharacter(scalar) ? scalar : "_"
      if name.isEmpty, !isNameStart(admitted) { name.append("_") }
      name.append(admitted)
    }
    if name.isEmpty { return "_" }
    guard name.count > 60 else { return String(name) }
    var hash: UInt32 = 0x811C_9DC5
    for byte in stem.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(name.prefix(50)) + "-" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isNameStart(scalar)
    }
  }
}
