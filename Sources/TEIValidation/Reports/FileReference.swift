/// Paths of files as URI references (RFC 3986).
enum FileReference {
  /// The reference for a path: a `file:` URI for an absolute one, a relative reference for the others.
  static func uri(of path: String) -> String {
    if path.hasPrefix("/") { return "file://" + escaped(path) }
    // What stands before a colon in the first segment would be a scheme (section 4.2).
    let first = path.prefix { $0 != "/" }
    return (first.contains(":") ? "./" : "") + escaped(path)
  }

  private static func escaped(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a byte may stand in the path of a reference as it is: `pchar` or a slash.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~!$&'()*+,;=:@/".utf8.contains(byte)
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { Array("0123456789ABCDEF".utf8)[Int(value)] }
}
