/// Which characters XML 1.0 admits (section 2.2).
public enum XMLCharacters {
  /// The offset of the first byte of a character that XML does not admit: a C0 control other than tab, LF and CR,
  /// U+FFFE or U+FFFF. The bytes are UTF-8, which holds no surrogates.
  public static func firstInadmissibleOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        if !holdsControl(word), !holdsEF(word) {
          index += 8
          continue
        }
      }
      let byte = bytes[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return index }
      if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return index }
      index += 1
    }
    return nil
  }

  /// Whether a byte of the word is below 0x20 (and perhaps where one follows such a byte: the caller looks again).
  private static func holdsControl(_ word: UInt64) -> Bool {
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
  }

  /// Whether a byte of the word is 0xEF, with which U+FFFE and U+FFFF begin.
  private static func holdsEF(_ word: UInt64) -> Bool {
    let difference = word ^ 0xEFEF_EFEF_EFEF_EFEF
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
  }

  /// A copy in which each inadmissible character is U+FFFD, the replacement character.
  static func replacingInadmissible(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    var rest = bytes[...]
    while let offset = firstInadmissibleOffset(in: UnsafeBufferPointer(rebasing: rest)) {
      let start = rest.startIndex + offset
      result.append(contentsOf: rest[..<start])
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      rest = rest[(start + (bytes[start] == 0xEF ? 3 : 1))...]
    }
    result.append(contentsOf: rest)
    return result
  }
}
