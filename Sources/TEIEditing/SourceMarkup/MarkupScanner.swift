import ArticleModel
import XML

/// Walks through the bytes of a well-formed file, and compares what it meets with the table of its nodes.
struct MarkupScanner {
  static let sectionStart = Array("<![CDATA[".utf8)
  static let sectionEnd = Array("]]>".utf8)

  private(set) var elements: [Int32] = []
  private(set) var tags: [SourceMarkup.Tags] = []
  private(set) var stretches: [SourceMarkup.Stretch] = []
  private(set) var sections: [Range<Int>] = []

  private let bytes: [UInt8]
  private let table: XMLNodeTable
  private var index = 0
  /// How much of the table's character data has been met.
  private var text = 0
  /// The next node of the table that may be an element.
  private var node: Int32 = 1
  /// The ordinals of the open elements.
  private var open: [Int] = []

  init(_ bytes: [UInt8], _ table: XMLNodeTable) {
    self.bytes = bytes
    self.table = table
  }

  mutating func scan() throws(TEIEditError) {
    try checkEncoding()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        try markup()
      } else if open.isEmpty {
        index += 1
      } else {
        try characters()
      }
    }
    while node < table.count, table.kinds[Int(node)] != .element { node += 1 }
    guard open.isEmpty, node == table.count, text == table.text.count else { throw mismatch() }
  }

  // MARK: Encoding

  private func checkEncoding() throws(TEIEditError) {
    let wide: [[UInt8]] = [[0xFE, 0xFF], [0xFF, 0xFE], [0, 0x3C], [0x3C, 0], [0, 0, 0]]
    if let _ = wide.first(where: { bytes.starts(with: $0) }) { throw encoding("UTF-16 or UTF-32") }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), let declared = declaredEncoding() else { return }
    // A declaration of UTF-16 that can be read byte by byte is wrong, and read as UTF-8.
    if !["utf-8", "utf8", "utf-16"].contains(declared.lowercased()) { throw encoding(declared) }
  }

  private func encoding(_ name: String) -> TEIEditError {
    TEIEditError(
      "the file is in encoding \"\(name)\"; expected UTF-8 (iconv brings it to that)",
      position: SourcePosition(line: 1, column: 1))
  }

  private func declaredEncoding() -> String? {
    guard bytes.starts(with: Array("<?xml".utf8)), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let attributes = SourceAttributes.parse(bytes, in: 5..<end)
    return attributes.first { bytes[$0.name].elementsEqual("encoding".utf8) }
      .map { String(decoding: bytes[$0.value], as: UTF8.self) }
  }

  // MARK: Markup

  private mutating func markup() throws(TEIEditError) {
    guard index + 1 < bytes.count else { throw mismatch() }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"): try endTag()
    case UInt8(ascii: "?"): try skip(to: Array("?>".utf8), from: 2)
    case UInt8(ascii: "!"):
      if isAt("<!--") {
        try skip(to: Array("-->".utf8), from: 4)
      } else if isAt("<![CDATA[") {
        try section()
      } else {
        try documentType()
      }
    default: try startTag()
    }
  }

  private mutating func startTag() throws(TEIEditError) {
    let start = index
    var end = index + 1
    var quote: UInt8 = 0
    while end < bytes.count, quote != 0 || bytes[end] != UInt8(ascii: ">") {
      let byte = bytes[end]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      }
      end += 1
    }
    guard end < bytes.count else { throw mismatch() }
    index = end + 1
    while node < table.count, table.kinds[Int(node)] != .element { node += 1 }
    guard node < table.count, bytes[nameRange(at: start + 1)].elementsEqual(table.qualifiedName(node).utf8) else {
      throw mismatch(at: start)
    }
    let isEmpty = bytes[end - 1] == UInt8(ascii: "/")
    if !isEmpty { open.append(elements.count) }
    elements.append(node)
    tags.append(SourceMarkup.Tags(start: start..<index, end: index..<index))
    node += 1
  }

  private mutating func endTag() throws(TEIEditError) {
    let start = index
    guard let ordinal = open.popLast(), let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
      throw mismatch()
    }
    guard bytes[nameRange(at: start + 2)].elementsEqual(table.qualifiedName(elements[ordinal]).utf8) else {
      throw mismatch(at: start)
    }
    index = end + 1
    tags[ordinal].end = start..<index
  }

  private func nameRange(at start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, !SourceAttributes.isSpace(bytes[end]), bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "/")
    {
      end += 1
    }
    return start..<end
  }

  private func isAt(_ mark: StaticString) -> Bool {
    mark.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private mutating func skip(to mark: [UInt8], from offset: Int) throws(TEIEditError) {
    var end = index + offset
    while end + mark.count <= bytes.count {
      if bytes[end] == mark[0], bytes[end...].starts(with: mark) {
        index = end + mark.count
        return
      }
      end += 1
    }
    throw mismatch()
  }

  /// Goes over `<!DOCTYPE …>` with its internal subset.
  private mutating func documentType() throws(TEIEditError) {
    index += 2
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x22, 0x27:
        let quote = bytes[index]
        repeat { index += 1 } while index < bytes.count && bytes[index] != quote
        index += 1
      case UInt8(ascii: "<") where isAt("<!--"): try skip(to: Array("-->".utf8), from: 4)
      case UInt8(ascii: "<") where isAt("<?"): try skip(to: Array("?>".utf8), from: 2)
      case UInt8(ascii: "<"):
        depth += 1
        index += 1
      case UInt8(ascii: ">"):
        index += 1
        if depth == 0 { return }
        depth -= 1
      default: index += 1
      }
    }
    throw mismatch()
  }

  // MARK: Character data

  private mutating func characters() throws(TEIEditError) {
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

  private mutating func section() throws(TEIEditError) {
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

  // MARK: Faults

  private func mismatch() -> TEIEditError { mismatch(at: index) }

  private func mismatch(at byte: Int) -> TEIEditError {
    TEIEditError(
      "the file does not have here what was read from it; expected the same bytes", position: position(of: byte))
  }

  private func position(of byte: Int) -> SourcePosition {
    var (line, column) = (1, 1)
    for other in bytes[..<min(byte, bytes.count)] {
      if other == 0x0A {
        line += 1
        column = 1
      } else if other & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }
}
