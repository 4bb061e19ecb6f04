/// Reads JSON (RFC 8259) with the lines of its values, which the decoders of Foundation do not keep.
package struct JSONReader {
  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line: Int
  private var depth = 0
  /// Values nest so deep at most: the reader calls itself, and threads have small stacks.
  private static let maximumDepth = 64

  private init(_ bytes: [UInt8], file: String, line: Int) {
    self.bytes = bytes
    self.file = file
    self.line = line
  }

  /// Reads a text that is one value. A byte order mark before it is left out.
  ///
  /// - Parameters:
  ///   - file: What to call it in errors.
  ///   - line: The line of `file` at which the text begins, from 1.
  /// - Throws: ``ExchangeError`` with the line.
  package static func read(_ bytes: [UInt8], file: String, line: Int = 1) throws(ExchangeError) -> JSONNode {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw ExchangeError("the file is not UTF-8; expected JSON in UTF-8", file: file)
    }
    var reader = JSONReader(bytes, file: file, line: line)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    let value = try reader.value()
    reader.skipSpace()
    guard reader.index == bytes.count else { throw reader.fault("expected the end of the file behind the value") }
    return value
  }

  private func fault(_ message: String) -> ExchangeError {
    guard index < bytes.count else {
      return ExchangeError("the file ends too early; \(message)", file: file, line: line)
    }
    let rest = String(decoding: bytes[index..<min(bytes.count, index + 40)], as: UTF8.self)
    let found = rest.unicodeScalars.prefix { $0.value >= 0x20 && $0 != "\u{7F}" }.prefix(20)
    return ExchangeError(
      "\"\(String(String.UnicodeScalarView(found)))\" is no JSON; \(message)", file: file, line: line)
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: break
      case 0x0A: line += 1
      default: return
      }
      index += 1
    }
  }

  private mutating func take(_ byte: Character) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte.asciiValue else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(ExchangeError) -> JSONNode {
    skipSpace()
    var node = JSONNode(content: .null, file: file, line: line)
    guard index < bytes.count else { throw fault("expected a value") }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw ExchangeError("values nest more than \(Self.maximumDepth) deep", file: file, line: line)
    }
    switch bytes[index] {
    case UInt8(ascii: "{"): node.content = .object(try members())
    case UInt8(ascii: "["): node.content = .array(try items())
    case UInt8(ascii: "\""): node.content = .string(try string())
    case UInt8(ascii: "-"), 0x30...0x39: node.content = .number(try number())
    default: node.content = try word()
    }
    return node
  }

  private mutating func members() throws(ExchangeError) -> [(name: String, value: JSONNode)] {
    index += 1
    var members: [(name: String, value: JSONNode)] = []
    if take("}") { return members }
    repeat {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw fault("expected a name in quotes") }
      let name = try string()
      guard take(":") else { throw fault("expected \":\"") }
      members.append((name, try value()))
    } while take(",")
    guard take("}") else { throw fault("expected \",\" or \"}\"") }
    return members
  }

  private mutating func items() throws(ExchangeError) -> [JSONNode] {
    index += 1
    var items: [JSONNode] = []
    if take("]") { return items }
    repeat { items.append(try value()) } while take(",")
    guard take("]") else { throw fault("expected \",\" or \"]\"") }
    return items
  }

  private mutating func word() throws(ExchangeError) -> JSONNode.Content {
    let words: [(String, JSONNode.Content)] = [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
    for (word, content) in words where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return content
    }
    throw fault("expected a value")
  }

  private mutating func number() throws(ExchangeError) -> String {
    let start = index
    func isDigit(_ place: Int) -> Bool { place < bytes.count && (0x30...0x39).contains(bytes[place]) }
    while index < bytes.count, isDigit(index) || "+-.eE".utf8.contains(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard isDigit(index - 1), Double(text) != nil else {
      index = start
      throw fault("expected a number")
    }
    return text
  }

  private mutating func string() throws(ExchangeError) -> String {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw fault("expected no control character in a string")
      case let byte:
        text.append(byte)
        index += 1
      }
    }
    throw fault("expected the end of a string")
  }

  private mutating func escape(into text: inout [UInt8]) throws(ExchangeError) {
    index += 1
    guard index < bytes.count else { throw fault("expected the end of a string") }
    let simple: [Character: UInt8] = [
      "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 0x08, "f": 0x0C, "n": 0x0A, "r": 0x0D, "t": 0x09,
    ]
    if let byte = simple[Character(Unicode.Scalar(bytes[index]))] {
      text.append(byte)
      index += 1
      return
    }
    guard bytes[index] == UInt8(ascii: "u") else { throw fault("expected an escape of JSON") }
    var unit = try codeUnit()
    if (0xD800..<0xDC00).contains(unit), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 1
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low) else { throw fault("expected the second half of a surrogate pair") }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    // A half alone is no character: what stands for one that cannot be read.
    text.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
  }

  /// Reads `uXXXX`.
  private mutating func codeUnit() throws(ExchangeError) -> UInt32 {
    let digits = bytes[min(index + 1, bytes.count)..<min(index + 5, bytes.count)]
    guard digits.count == 4, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw fault("expected four hexadecimal digits")
    }
    index += 5
    return unit
  }
}
