extension UInt8 {
  /// Whether it is white space of XML (XML 1.0, production 3): space, tab, line feed or carriage return.
  @inlinable @inline(__always)
  package var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}

extension String {
  /// The parts between XML's white space. By bytes: the properties of characters are slow to ask.
  package var xmlWords: [String] { utf8.split(whereSeparator: \.isXMLSpace).map { String(Substring($0)) } }
}
