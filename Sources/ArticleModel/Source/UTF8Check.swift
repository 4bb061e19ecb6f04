/// Where bytes stop being UTF-8 (the Unicode Standard, table 3-7).
public enum UTF8Check {
  /// The offset of the first byte that belongs to no well-formed sequence, or nil where all do.
  public static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      let count = buffer.count
      while index < count {
        // Eight ASCII bytes at a time: most of most texts.
        while index + 8 <= count {
          let word = UnsafeRawPointer(buffer.baseAddress! + index).loadUnaligned(as: UInt64.self)
          guard word & 0x8080_8080_8080_8080 == 0 else { break }
          index += 8
        }
        guard index < count else { return nil }
        let length = sequenceLength(buffer, at: index)
        if length == 0 { return index }
        index += length
      }
      return nil
    }
  }

  /// The length of the well-formed sequence at `index`, or 0 where there is none.
  private static func sequenceLength(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = buffer[index]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= buffer.count, second.contains(buffer[index + 1]) else { return 0 }
    for next in (index + 2)..<max(index + 2, index + length) where buffer[next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
