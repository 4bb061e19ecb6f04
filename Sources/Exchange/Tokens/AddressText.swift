import ArticleModel

/// URLs and e-mail addresses, each a token.
enum AddressText {
  private static let prefixes: [[UInt8]] = ["http://", "https://", "ftp://", "www."].map { Array($0.utf8) }

  /// The end of an address that begins at an offset.
  static func end(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    guard Characters.isASCIILetter(text[start]) || Characters.isDigit(text[start]) else { return nil }
    for prefix in prefixes where end - start > prefix.count && text[start] | 0x20 == prefix[0] {
      if (0..<prefix.count).allSatisfy({ lowercase(text[start + $0]) == prefix[$0] }) {
        return urlEnd(of: text, from: start + prefix.count, to: end)
      }
    }
    return mailEnd(of: text, from: start, to: end)
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 { Characters.isASCIILetter(byte) ? byte | 0x20 : byte }

  private static func urlEnd(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      let scalar = Characters.decode(text, at: index, end: end)
      if Characters.isSpace(scalar.value) || "\"<>`{|}".utf8.contains(where: { UInt32($0) == scalar.value })
        || (0x2018...0x201F).contains(scalar.value) || scalar.value == 0xBB
      {
        break
      }
      index += scalar.length
    }
    // What ends the sentence or the bracket around it is no part of an address.
    while index > start, ".,;:!?'*)]".utf8.contains(text[index - 1]) {
      if text[index - 1] == UInt8(ascii: ")"), text[start..<index].contains(UInt8(ascii: "(")) { break }
      index -= 1
    }
    return index > start ? index : nil
  }

  /// The most bytes before and behind the "@" (RFC 5321, 4.5.3.1).
  private static let longestLocalPart = 64
  private static let longestDomain = 255

  private static func mailEnd(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    func isPart(_ byte: UInt8) -> Bool {
      Characters.isASCIILetter(byte) || Characters.isDigit(byte) || "._-".utf8.contains(byte)
    }
    var index = start
    while index < min(end, start + longestLocalPart), isPart(text[index]) || text[index] == 0x2B { index += 1 }
    guard index < end, text[index] == 0x40 else { return nil }
    index += 1
    let domain = index
    while index < min(end, domain + longestDomain), isPart(text[index]) { index += 1 }
    while index > domain, !Characters.isASCIILetter(text[index - 1]) { index -= 1 }
    guard index > domain, text[domain] != 0x2E, text[domain..<index].contains(0x2E) else { return nil }
    return index
  }
}
