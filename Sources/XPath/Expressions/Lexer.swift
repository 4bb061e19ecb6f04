internal import XML

/// Splits an XPath expression into tokens (XPath 3.1, appendix A.2).
struct Lexer {
  private let bytes: [UInt8]
  private var index = 0
  private var tokens: [Token] = []

  private init(_ expression: String) { bytes = Array(expression.utf8) }

  /// The tokens of an expression, the last one of kind `end`.
  static func tokens(of expression: String) throws(ExpressionFault) -> [Token] {
    var lexer = Lexer(expression)
    try lexer.skipSpace()
    while lexer.index < lexer.bytes.count {
      try lexer.next()
      try lexer.skipSpace()
    }
    lexer.tokens.append(Token(kind: .end, offset: lexer.bytes.count, text: ""))
    return lexer.tokens
  }

  private mutating func next() throws(ExpressionFault) {
    let start = index
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): add(.literal(try literal(byte)), from: start)
    case 0x30...0x39: try number(from: start)
    case UInt8(ascii: ".") where isDigit(peek(1)): try number(from: start)
    case UInt8(ascii: "$"):
      index += 1
      try skipSpace()
      guard let name = qualifiedName() else { throw fault("expected a variable's name") }
      add(.variable(prefix: name.prefix, local: name.local), from: start)
    case UInt8(ascii: "Q") where peek(1) == UInt8(ascii: "{"): try expandedName(from: start)
    case UInt8(ascii: "*") where peek(1) == UInt8(ascii: ":") && isNameStart(peek(2)):
      index += 2
      add(.anyNamespace(local: ncName()), from: start)
    default:
      if isNameStart(byte) { return name(from: start) }
      try symbol(from: start)
    }
  }

  private mutating func name(from start: Int) {
    guard let name = qualifiedName() else { return }
    if name.prefix == nil, peek(0) == UInt8(ascii: ":"), peek(1) == UInt8(ascii: "*") {
      index += 2
      add(.anyLocal(prefix: name.local), from: start)
    } else {
      add(.name(prefix: name.prefix, local: name.local), from: start)
    }
  }

  private mutating func expandedName(from start: Int) throws(ExpressionFault) {
    guard let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else { throw fault("expected a closing }") }
    let namespace = Whitespace.collapsed(String(decoding: bytes[(index + 2)..<close], as: UTF8.self))
    index = close + 1
    if peek(0) == UInt8(ascii: "*") {
      index += 1
      return add(.anyLocalIn(namespace: namespace), from: start)
    }
    guard isNameStart(peek(0)) else { throw fault("expected a name") }
    add(.expandedName(namespace: namespace, local: ncName()), from: start)
  }

  private mutating func literal(_ quote: UInt8) throws(ExpressionFault) -> String {
    var content: [UInt8] = []
    let start = index
    index += 1
    while index < bytes.count {
      if bytes[index] == quote {
        guard peek(1) == quote else {
          index += 1
          return String(decoding: content, as: UTF8.self)
        }
        index += 1
      }
      content.append(bytes[index])
      index += 1
    }
    throw ExpressionFault(kind: .syntax, message: "a string without its end; expected a closing quote", offset: start)
  }

  private mutating func number(from start: Int) throws(ExpressionFault) {
    while isDigit(peek(0)) { index += 1 }
    var isInteger = true
    if peek(0) == UInt8(ascii: "."), peek(1) != UInt8(ascii: ".") {
      isInteger = false
      index += 1
      while isDigit(peek(0)) { index += 1 }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if peek(0) | 0x20 == UInt8(ascii: "e"), isDigit(peek(1)) || "+-".utf8.contains(peek(1)) && isDigit(peek(2)) {
      index += 2
      while isDigit(peek(0)) { index += 1 }
      let digits = String(decoding: bytes[start..<index], as: UTF8.self)
      return add(.double(Double(digits) ?? .nan), from: start)
    }
    if isInteger, let value = Int(text) {
      add(.integer(value), from: start)
    } else if let value = DecimalNumber(text) {
      add(.decimal(value), from: start)
    } else {
      add(.longNumber(Double(text) ?? .nan), from: start)
    }
  }

  private static let symbols = [
    "::", "//", "..", "!=", "<=", ">=", "<<", ">>", "||", "=>", "/", "(", ")", "[", "]", ".", "@", ",", "|", "+", "-",
    "=",
    "<", ">", "*", "?", "!", "{", "}", "#", ":",
  ].map { ($0, Array($0.utf8)) }

  private mutating func symbol(from start: Int) throws(ExpressionFault) {
    for (symbol, letters) in Self.symbols where bytes[start...].starts(with: letters) {
      index += letters.count
      return add(.symbol(symbol), from: start)
    }
    let character = String(decoding: bytes[start...], as: UTF8.self).first.map(String.init) ?? ""
    throw fault("expected no \"\(character)\"")
  }

  private mutating func qualifiedName() -> (prefix: String?, local: String)? {
    guard isNameStart(peek(0)) else { return nil }
    let first = ncName()
    guard peek(0) == UInt8(ascii: ":"), isNameStart(peek(1)) else { return (nil, first) }
    index += 1
    return (first, ncName())
  }

  private mutating func ncName() -> String {
    let start = index
    while isNameStart(peek(0)) || isDigit(peek(0)) || peek(0) == UInt8(ascii: "-") || peek(0) == UInt8(ascii: ".") {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Skips white space and comments `(: … :)`, which may nest.
  private mutating func skipSpace() throws(ExpressionFault) {
    while true {
      while peek(0).isXMLSpace { index += 1 }
      guard peek(0) == UInt8(ascii: "("), peek(1) == UInt8(ascii: ":") else { return }
      let start = index
      var depth = 0
      repeat {
        if peek(0) == UInt8(ascii: "("), peek(1) == UInt8(ascii: ":") {
          depth += 1
          index += 2
        } else if peek(0) == UInt8(ascii: ":"), peek(1) == UInt8(ascii: ")") {
          depth -= 1
          index += 2
        } else {
          index += 1
        }
        if index > bytes.count || (depth > 0 && index == bytes.count) {
          throw ExpressionFault(kind: .syntax, message: "a comment without its end; expected \":)\"", offset: start)
        }
      } while depth > 0
    }
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, offset: start, text: String(decoding: bytes[start..<index], as: UTF8.self)))
  }

  private func fault(_ message: String) -> ExpressionFault {
    ExpressionFault(kind: .syntax, message: message, offset: index)
  }

  private func peek(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
