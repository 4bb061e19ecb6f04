import ArticleModel

/// Finds where a URL or an e-mail address ends.
enum AddressScan {
  /// The end of an address that begins at `start`, or nil where none does.
  static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    // Only what could be one is looked at closely: a scheme, "www." or a word with an "@" behind it.
    if let prefix = urlPrefix(bytes, start, end) {
      return urlEnd(bytes, from: start, prefix: prefix, to: end)
    }
    return mailEnd(bytes, from: start, to: end)
  }

  private static let prefixes: [[UInt8]] = ["http://", "https://", "www.", "ftp://"].map { Array($0.utf8) }

  private static func urlPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    switch bytes[start] | 0x20 {
    case 0x68, 0x77, 0x66: break  // h, w, f
    default: return nil
    }
    for prefix in prefixes where start + prefix.count < end {
      var index = 0
      while index < prefix.count {
        let byte = bytes[start + index]
        guard (Characters.isASCIILetter(byte) ? byte | 0x20 : byte) == prefix[index] else { break }
        index += 1
      }
      if index == prefix.count { return index }
    }
    return nil
  }

  private static func urlEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, prefix: Int, to end: Int
  ) -> Int? {
    var index = start + prefix
    var depth = 0
    scan: while index < end {
      switch bytes[index] {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x60, 0x7B, 0x7C, 0x7D, 0x7F: break scan
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth < 0 { break scan }
      // NO-BREAK SPACE and the punctuation and spaces of U+2000…U+206F end an address.
      case 0xC2 where index + 1 < end && bytes[index + 1] <= 0xBB: break scan
      case 0xE2 where index + 1 < end && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81): break scan
      default: break
      }
      index += 1
    }
    while index > start + prefix, isTrailing(bytes[index - 1]) { index -= 1 }
    return index > start + prefix ? index : nil
  }

  /// Punctuation that ends the sentence rather than the address.
  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A: true
    default: false
    }
  }

  /// The most bytes before and behind the "@" (RFC 5321, 4.5.3.1): "a-a-a-…" is looked at no further from each word.
  private static let longestLocalPart = 64
  private static let longestDomain = 255

  private static func mailEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    let localEnd = min(end, start + longestLocalPart)
    while index < localEnd, isMailByte(bytes[index]) || bytes[index] == 0x2B { index += 1 }
    guard index > start, index < end, bytes[index] == 0x40 else { return nil }
    index += 1
    let domain = index
    while index < end, isMailByte(bytes[index]) {
      guard index - domain < longestDomain else { return nil }
      index += 1
    }
    while index > domain, !Characters.isASCIILetter(bytes[index - 1]) { index -= 1 }
    guard bytes[domain..<index].contains(0x2E), bytes[domain] != 0x2E else { return nil }
    return index
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    Characters.isASCIILetter(byte) || Characters.isDigit(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F
  }
}
