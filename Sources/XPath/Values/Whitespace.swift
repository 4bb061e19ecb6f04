internal import XML

/// XML's white space: space, tab, line feed, carriage return.
package enum Whitespace {
  /// The text without white space at its ends, and with one space for each run inside.
  package static func collapsed(_ text: String) -> String { collapsed(bytes: text.utf8) }

  /// The same of UTF-8.
  package static func collapsed(_ text: ArraySlice<UInt8>) -> String { collapsed(bytes: text) }

  private static func collapsed(bytes text: some Collection<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for byte in text {
      if !byte.isXMLSpace { bytes.append(byte) } else if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func trimmed(_ text: String) -> Substring {
    var utf8 = text.utf8[...]
    while let first = utf8.first, first.isXMLSpace { utf8 = utf8.dropFirst() }
    while let last = utf8.last, last.isXMLSpace { utf8 = utf8.dropLast() }
    return Substring(utf8)
  }

  /// The parts between white space.
  package static func tokens(_ text: String) -> [String] { text.xmlWords }
}
