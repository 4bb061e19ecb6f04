import ArticleModel

/// The bytes under which a name is stored, built a token at a time, and their hash.
///
/// Words are joined by one space where the source has any white space, and typographic apostrophes and hyphens become
/// ASCII ones, so that one name has one key however it is typed.
struct PhraseKey {
  /// No name has a longer key; longer ones are not found and not accepted.
  static let maximumLength = 255

  private let buffer: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  /// FNV-1a (Fowler, Noll, Vo), 64 bits.
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// - Parameter buffer: room for ``maximumLength`` bytes, which lives longer than the key.
  init(buffer: UnsafeMutablePointer<UInt8>) { self.buffer = buffer }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buffer, count: count) }

  /// Appends a token; false where the key would grow too long.
  @inline(__always)
  mutating func append(_ token: Token, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = Int(token.range.start)
    let end = Int(token.range.end)
    guard count + end - index < Self.maximumLength else { return false }
    if token.followsSpace, count > 0 { push(0x20) }
    while index < end {
      let byte = bytes[index]
      if byte >= 0xCA, let plain = Self.plain(bytes, at: index, end: end) {
        push(plain.byte)
        index += plain.length
      } else {
        push(byte)
        index += 1
      }
    }
    return true
  }

  /// Appends a word in lower case, as the table of words has it: ASCII letters only are changed.
  @inline(__always)
  mutating func appendLowercased(_ range: SourceRange, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count < Self.maximumLength else { return false }
    for index in range.bytes {
      let byte = bytes[index]
      push(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return true
  }

  @inline(__always)
  private mutating func push(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The ASCII apostrophe or hyphen for which the character at `index` is a typographic one.
  private static func plain(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int
  ) -> (byte: UInt8, length: Int)? {
    if bytes[index] == 0xCA, index + 1 < end, bytes[index + 1] == 0xBC { return (0x27, 2) }
    guard bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80 else { return nil }
    switch bytes[index + 2] {
    case 0x98, 0x99: return (0x27, 3)
    case 0x90...0x93: return (0x2D, 3)
    default: return nil
    }
  }
}
