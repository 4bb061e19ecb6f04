/// What the readers of text ask of a code point: by ranges for the scripts that newsrooms write, by Unicode's tables beyond.
public enum Characters {
  /// The code point that begins at `index` of valid UTF-8, and its length in bytes.
  @inlinable @inline(__always)
  public static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> (
    value: UInt32, length: Int
  ) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead < 0xE0, index + 1 < end { return (UInt32(lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2) }
    if lead < 0xF0, index + 2 < end {
      return (
        UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F), 3
      )
    }
    guard index + 3 < end else { return (0xFFFD, end - index) }
    return (
      UInt32(lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
        | UInt32(bytes[index + 3] & 0x3F), 4
    )
  }

  @inlinable @inline(__always)
  public static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inlinable @inline(__always)
  public static func isDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }

  @inlinable @inline(__always)
  public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inlinable @inline(__always)
  public static func isSpace(_ value: UInt32) -> Bool {
    value == 0x20 || value &- 9 < 5 || value == 0xA0 || value == 0x3000 || value == 0xFEFF || value == 0x1680
      || value &- 0x2000 < 12 || value == 0x202F || value == 0x205F || value == 0x2028 || value == 0x2029
      || value == 0x85
  }

  @inlinable @inline(__always)
  public static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (value | 0x20) &- 0x61 < 26 }
    if value < 0x250 {
      return value >= 0xC0 ? value != 0xD7 && value != 0xF7 : value == 0xAA || value == 0xB5 || value == 0xBA
    }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  @inlinable @inline(__always)
  public static func isUpper(_ value: UInt32) -> Bool {
    if value < 0x80 { return value &- 0x41 < 26 }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  @inlinable @inline(__always)
  public static func isLower(_ value: UInt32) -> Bool {
    if value < 0x80 { return value &- 0x61 < 26 }
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }

  /// A combining mark, or a joiner that shapes the letters around it.
  public static func isMark(_ value: UInt32) -> Bool {
    guard value >= 0x300 else { return false }
    if value == 0x200C || value == 0x200D || value == 0xAD { return true }
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  @inlinable @inline(__always)
  public static func isApostrophe(_ value: UInt32) -> Bool { value == 0x27 || value == 0x2019 || value == 0x2BC }

  /// Space, tab or another control character that only lays text out.
  @inlinable @inline(__always)
  public static func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  /// An opening quotation mark or bracket.
  @inlinable @inline(__always)
  public static func isOpening(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x5B, 0x2018, 0x201C, 0x201E, 0xAB, 0xBF, 0xA1: true
    default: false
    }
  }
}
