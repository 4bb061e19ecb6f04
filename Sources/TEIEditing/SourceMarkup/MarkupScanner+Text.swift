import XML

/// Character data: as it is, in references and in CDATA sections.
extension MarkupScanner {
  mutating func characters() throws(TEIEditError) {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<"), bytes[index] != UInt8(ascii: "&"),
      bytes[index] != 0x0D
    { index += 1 }
    if index > start { try add(start..<index, section: -1) }
    guard index < bytes.count else { return }
    if bytes[index] == UInt8(ascii: "&") {
      try reference()
    } else if bytes[index] == 0x0D {
      try lineEnd(section: -1)
    }
  }

  mutating func section() throws(TEIEditError) {
    let start = index
    try skip(to: Self.sectionEnd, from: Self.sectionStart.count)
    let whole = start..<index
    let end = index - Self.sectionEnd.count
    index = start + Self.sectionStart.count
    while index < end {
      let from = index
      while index < end, bytes[index] != 0x0D { index += 1 }
      if index > from { try add(from..<index, section: sections.count) }
      if index < end { try lineEnd(section: sections.count) }
    }
    index = whole.upperBound
    sections.append(whole)
  }

  private mutating func lineEnd(section: Int) throws(TEIEditError) {
    let count = index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    try add([0x0A], byteCount: count, section: section)
  }

  private mutating func reference() throws(TEIEditError) {
    guard let end = bytes[index...].prefix(64).firstIndex(of: UInt8(ascii: ";")) else { throw mismatch() }
    let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    let character: String
    switch name {
    case "amp": character = "&"
    case "lt": character = "<"
    case "gt": character = ">"
    case "apos": character = "'"
    case "quot": character = "\""
    default:
      guard name.hasPrefix("#") else {
        throw TEIEditError(
          "entity \"\(name)\" stands in the text; expected no entities but those of XML (xmllint --noent replaces them)",
          position: position(of: index))
      }
      let digits = name.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let scalar = value.flatMap(Unicode.Scalar.init) else { throw mismatch() }
      character = String(Character(scalar))
    }
    try add(Array(character.utf8), byteCount: end + 1 - index, section: -1)
  }

  /// Adds bytes that read as they are written.
  private mutating func add(_ range: Range<Int>, section: Int) throws(TEIEditError) {
    guard text + range.count <= table.text.count,
      table.text[text..<(text + range.count)].elementsEqual(bytes[range])
    else { throw mismatch(at: range.lowerBound) }
    stretches.append(
      SourceMarkup.Stretch(
        text: text, byte: range.lowerBound, textCount: range.count, byteCount: range.count, section: section))
    text += range.count
  }

  /// Adds what is written otherwise than it reads, and goes on behind it.
  private mutating func add(_ read: [UInt8], byteCount: Int, section: Int) throws(TEIEditError) {
    guard table.text[min(text, table.text.count)...].starts(with: read) else { throw mismatch() }
    stretches.append(
      SourceMarkup.Stretch(text: text, byte: index, textCount: read.count, byteCount: byteCount, section: section))
    text += read.count
    index += byteCount
  }
}
