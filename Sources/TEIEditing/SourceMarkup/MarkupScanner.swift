import ArticleModel
import XML

/// Walks through the bytes of a well-formed file, and compares what it meets with the table of its nodes.
struct MarkupScanner {
  static let sectionStart = Array("<![CDATA[".utf8)
  static let sectionEnd = Array("]]>".utf8)

  private(set) var elements: [Int32] = []
  private(set) var tags: [SourceMarkup.Tags] = []
  var stretches: [SourceMarkup.Stretch] = []
  var sections: [Range<Int>] = []

  let bytes: [UInt8]
  let table: XMLNodeTable
  var index = 0
  /// How much of the table's character data has been met.
  var text = 0
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

  mutating func skip(to mark: [UInt8], from offset: Int) throws(TEIEditError) {
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

  // MARK: Faults

  func mismatch() -> TEIEditError { mismatch(at: index) }

  func mismatch(at byte: Int) -> TEIEditError {
    TEIEditError(
      "the file does not have here what was read from it; expected the same bytes", position: position(of: byte))
  }

  func position(of byte: Int) -> SourcePosition {
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
