extension UnsafeBufferPointer<UInt8> {
  /// The code point at an index, which moves behind it. The text is valid UTF-8.
  @inlinable @inline(__always)
  package func scalar(at index: inout Int) -> UInt32 {
    let first = UInt32(self[index])
    index += 1
    if first < 0x80 { return first }
    let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var value = first & (0x3F >> UInt32(length))
    for _ in 0..<length where index < count {
      value = value << 6 | UInt32(self[index] & 0x3F)
      index += 1
    }
    return value
  }
}
