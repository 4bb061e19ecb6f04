/// An element that is to be put around text: a TEI name with attributes.
public struct NewElement: Hashable, Sendable {
  public struct Attribute: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The local name, as `persName`.
  public var name: String
  public var attributes: [Attribute]

  public init(_ name: String, _ attributes: [Attribute] = []) {
    self.name = name
    self.attributes = attributes
  }
}

/// Text as it is written into markup.
enum MarkupText {
  /// With references for what an attribute value in double quotes cannot hold, or would not keep.
  static func attributeValue(_ text: String) -> [UInt8] {
    characters(text).flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\""): Array("&quot;".utf8)
      case 0x09, 0x0A, 0x0D: Array("&#\(byte);".utf8)
      default: character(byte)
      }
    }
  }

  /// With references for what character data cannot hold.
  static func content(_ text: String) -> [UInt8] {
    characters(text).flatMap { $0 == 0x0D ? Array("&#13;".utf8) : character($0) }
  }

  /// Two code points beyond the control characters are no characters of XML either (section 2.2).
  private static func characters(_ text: String) -> [UInt8] {
    guard text.unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF }) else {
      return Array(text.utf8)
    }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { kept.append(scalar.value & ~1 == 0xFFFE ? "\u{FFFD}" : scalar) }
    return Array(String(kept).utf8)
  }

  private static func character(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: ">"): Array("&gt;".utf8)
    // What XML has no place for (section 2.2) is left as the replacement character.
    case 0..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: Array("\u{FFFD}".utf8)
    default: [byte]
    }
  }
}
