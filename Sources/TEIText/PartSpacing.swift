/// Whether a space is read between two parts of a name, or two statements of a register, between which none is written.
enum PartSpacing {
  /// - Parameters:
  ///   - before: UTF-8, the text up to the end of the one.
  ///   - after: UTF-8, the text from the beginning of the other.
  static func isDivided(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    guard let last = lastScalar(before), let first = firstScalar(after) else { return false }
    if isUnspaced(last), isUnspaced(first) { return false }
    return !binding.contains(last) && !binding.contains(first) && !closing.contains(first) && !opening.contains(last)
  }

  /// Apostrophes, hyphens, dashes and slashes: "d'" before a surname, "-" before the second part of a double one.
  private static let binding: Set<UInt32> = [0x27, 0x2019, 0x2D, 0x2010, 0x2011, 0x2013, 0x2F]
  private static let closing = Set(".,;:!?)]}»”".unicodeScalars.map(\.value))
  private static let opening = Set("([{«“".unicodeScalars.map(\.value))

  /// Whether words of the script are written without spaces: East and South-East Asian ones, by blocks of Unicode.
  private static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0xA4CF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
      0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func firstScalar(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    var iterator = bytes.prefix(4).makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar.value }
    return nil
  }

  private static func lastScalar(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    var start = bytes.endIndex
    while start > bytes.startIndex, bytes.endIndex - start < 4 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { break }
    }
    return firstScalar(bytes[start...])
  }
}
