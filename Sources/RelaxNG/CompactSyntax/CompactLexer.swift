internal import ArticleModel
internal import XML

/// Divides a schema in compact syntax into tokens. Comments are left out.
struct CompactLexer {
  private let file: String
  /// The characters, with escapes replaced.
  private var characters: [Character] = []
  private var index = 0

  /// A code point, where it stood, and whether it was written as an escape.
  private struct Character {
    var scalar: Unicode.Scalar
    var position: SourcePosition
    var isEscaped: Bool
  }

  static func tokens(_ source: SchemaSource) throws(SchemaError) -> [CompactToken] {
    var lexer = CompactLexer(file: source.name)
    try lexer.decode(source.bytes)
    var tokens: [CompactToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last!.kind != .end
    return tokens
  }

  private init(file: String) { self.file = file }

  private func fault(_ message: String, at position: SourcePosition) -> SchemaError {
    SchemaError(.syntax, message, file: file, position: position)
  }

  // MARK: Characters

  private mutating func decode(_ bytes: [UInt8]) throws(SchemaError) {
    let text: String
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      let high = bytes[0] == 0xFE ? 0 : 1
      var units: [UInt16] = []
      for index in stride(from: 2, to: bytes.count - 1, by: 2) {
        units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high]))
      }
      text = String(decoding: units, as: UTF16.self)
    } else {
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      text = String(decoding: body, as: UTF8.self)
      guard text.utf8.elementsEqual(body) else {
        throw SchemaError(
          .unreadable, "the file is not UTF-8; expected UTF-8, or UTF-16 with a byte-order mark", file: file)
      }
    }
    try number(Array(text.unicodeScalars))
  }

  /// Gives each character its place, and replaces `\x{…}`.
  private mutating func number(_ scalars: [Unicode.Scalar]) throws(SchemaError) {
    var position = SourcePosition(line: 1, column: 1)
    var index = 0
    characters.reserveCapacity(scalars.count)
    while index < scalars.count {
      let scalar = scalars[index]
      if let (escaped, length) = try escape(scalars, index, at: position) {
        characters.append(Character(scalar: escaped, position: position, isEscaped: true))
        position.column += length
        index += length
        continue
      }
      index += 1
      if scalar == "\r", index < scalars.count, scalars[index] == "\n" { continue }
      let isLineEnd = scalar == "\n" || scalar == "\r"
      characters.append(Character(scalar: isLineEnd ? "\n" : scalar, position: position, isEscaped: false))
      position = isLineEnd ? SourcePosition(line: position.line + 1, column: 1) : position
      if !isLineEnd { position.column += 1 }
    }
  }

  private func escape(_ scalars: [Unicode.Scalar], _ start: Int, at position: SourcePosition) throws(SchemaError)
    -> (Unicode.Scalar, Int)?
  {
    var index = start + 1
    guard scalars[start] == "\\", index < scalars.count, scalars[index] == "x" else { return nil }
    while index < scalars.count, scalars[index] == "x" { index += 1 }
    guard index < scalars.count, scalars[index] == "{" else { return nil }
    index += 1
    var value: UInt32 = 0
    while index < scalars.count, scalars[index] != "}" {
      guard let digit = Swift.Character(scalars[index]).hexDigitValue, value < 0x110000 else {
        throw fault("\"\\x{\" is not followed by a hexadecimal number and \"}\"", at: position)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    guard index < scalars.count, let scalar = Unicode.Scalar(value), Self.isCharacter(scalar) else {
      throw fault("\"\\x{…}\" is no character of XML", at: position)
    }
    return (scalar, index + 1 - start)
  }

  /// Whether XML 1.0 has it (production `Char`).
  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 ? scalar.value & ~1 != 0xFFFE : scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private var current: Unicode.Scalar? { index < characters.count ? characters[index].scalar : nil }

  private var position: SourcePosition {
    index < characters.count
      ? characters[index].position : characters.last?.position ?? SourcePosition(line: 1, column: 1)
  }

  // MARK: Tokens

  private mutating func next() throws(SchemaError) -> CompactToken {
    skipSpace()
    let start = position
    guard let scalar = current else { return CompactToken(kind: .end, position: start) }
    if scalar == "\"" || scalar == "'" { return CompactToken(kind: .literal(try literal()), position: start) }
    if scalar == "\\" {
      index += 1
      return CompactToken(kind: .quotedName(try name()), position: start)
    }
    if NameEdition.fourth.isStart(scalar.value) { return CompactToken(kind: try anyName(), position: start) }
    index += 1
    switch scalar {
    case "#":
      skipLine()
      return CompactToken(kind: .documentation, position: start)
    case ">" where current == ">":
      index += 1
      return CompactToken(kind: .symbol(">>"), position: start)
    case "|" where current == "=", "&" where current == "=":
      index += 1
      return CompactToken(kind: .symbol("\(scalar)="), position: start)
    case "{", "}", "(", ")", "[", "]", "=", ",", "|", "&", "?", "*", "+", "-", "~":
      return CompactToken(kind: .symbol(String(scalar)), position: start)
    default: throw fault("character \"\(scalar)\" not allowed here", at: start)
    }
  }

  private mutating func skipSpace() {
    while let scalar = current {
      if scalar == "#" {
        guard index + 1 >= characters.count || characters[index + 1].scalar != "#" else { return }
        skipLine()
      } else if scalar == " " || scalar == "\n" || scalar == "\t" {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func skipLine() { while let scalar = current, scalar != "\n" { index += 1 } }

  private mutating func name() throws(SchemaError) -> String {
    guard let first = current, NameEdition.fourth.isStart(first.value) else {
      throw fault("expected a name", at: position)
    }
    var name = String.UnicodeScalarView()
    while let scalar = current, NameEdition.fourth.isPart(scalar.value) {
      name.append(scalar)
      index += 1
    }
    return String(name)
  }

  private mutating func anyName() throws(SchemaError) -> CompactToken.Kind {
    let name = try name()
    guard current == ":", index + 1 < characters.count else { return .name(name) }
    if characters[index + 1].scalar == "*" {
      index += 2
      return .namespaceName(name)
    }
    guard NameEdition.fourth.isStart(characters[index + 1].scalar.value) else { return .name(name) }
    index += 1
    return .prefixedName(prefix: name, local: try self.name())
  }

  private mutating func literal() throws(SchemaError) -> String {
    let start = position
    let quote = current!
    var length = 1
    if index + 2 < characters.count, characters[index + 1].scalar == quote, characters[index + 2].scalar == quote {
      length = 3
    }
    index += length
    var text = String.UnicodeScalarView()
    while index < characters.count {
      let character = characters[index]
      if character.scalar == quote {
        let isEnd = length == 1 || characters[index...].prefix(3).filter { $0.scalar == quote }.count == 3
        if isEnd {
          index += length
          return String(text)
        }
      }
      if length == 1, character.scalar == "\n", !character.isEscaped { break }
      text.append(character.scalar)
      index += 1
    }
    throw fault("the text is not closed by \(quote)", at: start)
  }
}
