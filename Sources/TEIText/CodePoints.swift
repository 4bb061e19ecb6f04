/// Code points of UTF-8.
package enum CodePoints {
  package static func count(of bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

  /// The place of a code point from the beginning of a range; nil beyond its end.
  static func byte(_ offset: Int, in range: Range<Int>, of bytes: [UInt8]) -> Int? {
    var left = offset
    for index in range where bytes[index] & 0xC0 != 0x80 {
      if left == 0 { return index }
      left -= 1
    }
    return left == 0 ? range.upperBound : nil
  }
}
