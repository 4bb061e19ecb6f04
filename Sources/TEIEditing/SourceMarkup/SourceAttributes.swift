/// An attribute in the bytes of a start tag.
public struct SourceAttribute: Hashable, Sendable {
  public var name: Range<Int>
  /// Without the quotes.
  public var value: Range<Int>
  /// With the white space before it and the quotes: what goes when the attribute goes.
  public var whole: Range<Int>
}

/// The attributes of start tags.
enum SourceAttributes {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  /// The attributes in a stretch of bytes that begins behind the element's name.
  static func parse(_ bytes: [UInt8], in range: Range<Int>) -> [SourceAttribute] {
    var attributes: [SourceAttribute] = []
    var index = range.lowerBound
    while true {
      let start = index
      while index < range.upperBound, isSpace(bytes[index]) { index += 1 }
      let name = index
      while index < range.upperBound, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
      let nameEnd = index
      while index < range.upperBound, bytes[index] != 0x22, bytes[index] != 0x27 { index += 1 }
      guard nameEnd > name, index < range.upperBound else { return attributes }
      let quote = bytes[index]
      let value = index + 1
      repeat { index += 1 } while index < range.upperBound && bytes[index] != quote
      guard index < range.upperBound else { return attributes }
      attributes.append(
        SourceAttribute(name: name..<nameEnd, value: value..<index, whole: start..<(index + 1)))
      index += 1
    }
  }
}

extension SourceMarkup {
  /// The name in an element's start tag.
  public func nameRange(of element: Int32) -> Range<Int> {
    let start = tags(of: element).start.lowerBound + 1
    return start..<(start + table.qualifiedName(element).utf8.count)
  }

  /// The attributes of an element as they are written, with declarations of namespaces.
  public func attributes(of element: Int32) -> [SourceAttribute] {
    let tag = tags(of: element).start
    return SourceAttributes.parse(bytes, in: nameRange(of: element).upperBound..<(tag.upperBound - 1))
  }
}
