import ArticleModel

/// Finds URLs and e-mail addresses, each with the URI that it leads to.
public struct AddressRecognizer: EntityRecognizer {
  public init() {}

  public func mentions(in input: RecognitionInput) -> [Mention] {
    var mentions: [Mention] = []
    for token in input.tokens where token.kind == .address {
      let target = Self.target(of: input.source.bytes[token.range.bytes])
      mentions.append(
        Mention(
          token.range, .reference, method: .grammar, certainty: target == nil ? 0.6 : 0.98,
          value: target.map { .target($0) } ?? .none))
    }
    return mentions
  }

  /// The absolute URI (RFC 3986) that an address stands for; nil where it is none.
  static func target(of address: ArraySlice<UInt8>) -> String? {
    guard let first = address.first else { return nil }
    if let scheme = schemeEnd(address) {
      guard isAuthority(address[scheme...]) else { return nil }
      return encoded(address, prefix: "")
    }
    // "www.example.org"; anything else that the tokeniser calls an address has an "@".
    if first | 0x20 == 0x77, !address.prefix(while: { $0 != 0x2F && $0 != 0x3F }).contains(0x40) {
      return isAuthority(address) ? encoded(address, prefix: "http://") : nil
    }
    return address.contains(0x40) ? encoded(address, prefix: "mailto:") : nil
  }

  /// The index after "://".
  private static func schemeEnd(_ address: ArraySlice<UInt8>) -> Int? {
    guard let colon = address.prefix(8).firstIndex(of: 0x3A), colon + 2 < address.endIndex, address[colon + 1] == 0x2F,
      address[colon + 2] == 0x2F
    else { return nil }
    return colon + 3
  }

  /// Whether a host stands at the beginning, alone or with a colon and a port of one to five figures.
  private static func isAuthority(_ rest: ArraySlice<UInt8>) -> Bool {
    let authority = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    let afterUser = authority.lastIndex(of: 0x40).map { authority[($0 + 1)...] } ?? authority
    let host = afterUser.prefix { $0 != 0x3A }
    guard let first = host.first, first != 0x2E, first != 0x2D else { return false }
    guard
      host.allSatisfy({
        Characters.isASCIILetter($0) || Characters.isDigit($0) || $0 == 0x2E || $0 == 0x2D || $0 >= 0x80
      })
    else { return false }
    let port = afterUser.dropFirst(host.count)
    guard port.isEmpty || (2...6).contains(port.count), port.dropFirst().allSatisfy(Characters.isDigit) else {
      return false
    }
    let user = authority.dropLast(afterUser.count)
    return user.dropLast().allSatisfy { $0 != 0x40 }
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  /// The address with every byte that a URI may not hold percent-encoded.
  private static func encoded(_ address: ArraySlice<UInt8>, prefix: String) -> String {
    var bytes = Array(prefix.utf8)
    bytes.reserveCapacity(bytes.count + address.count)
    var hasFragment = false
    for index in address.indices {
      let byte = address[index]
      var isKept: Bool
      switch byte {
      case 0x25:
        isKept = index + 2 < address.endIndex && isHexadecimal(address[index + 1]) && isHexadecimal(address[index + 2])
      case 0x23:
        isKept = !hasFragment
        hasFragment = true
      default: isKept = isURIByte(byte)
      }
      if isKept {
        bytes.append(byte)
      } else {
        bytes += [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool { Characters.isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }

  /// The unreserved and reserved characters of RFC 3986, without the brackets, which only an IPv6 host may hold.
  private static func isURIByte(_ byte: UInt8) -> Bool {
    if Characters.isASCIILetter(byte) || Characters.isDigit(byte) { return true }
    switch byte {
    case 0x2D, 0x2E, 0x5F, 0x7E, 0x3A, 0x2F, 0x3F, 0x40, 0x21, 0x24, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x3B,
      0x3D:
      return true
    default: return false
    }
  }
}
