/// Splits an XPath 1.0 expression into tokens, with the rules of section 3.7 that tell names from operators.
struct XPathLexer {
  private let bytes: [UInt8]
  private var index = 0
  private var tokens: [XPathToken] = []

  private init(_ expression: String) { bytes = Array(expression.utf8) }

  /// The tokens of an expression, the last one of kind `end`.
  static func tokens(of expression: String) throws(XPathFault) -> [XPathToken] {
    var lexer = XPathLexer(expression)
    while try lexer.next() {}
    lexer.add(.end, from: lexer.bytes.count)
    return lexer.tokens
  }

  private mutating func next() throws(XPathFault) -> Bool {
    skipSpace()
    guard index < bytes.count else { return false }
    let start = index
    let byte = bytes[index]
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      try literal(byte, from: start)
    } else if isDigit(byte) || (byte == UInt8(ascii: ".") && isDigit(peek(1))) {
      number(from: start)
    } else if byte == UInt8(ascii: "$") {
      index += 1
      guard readQName() else { throw XPathFault(message: "expected a variable's name", offset: index) }
      add(.variable, from: start)
    } else if isNameStart(byte) {
      try name(from: start)
    } else if byte == UInt8(ascii: "*") {
      index += 1
      add(followsOperand ? .operatorName : .name, from: start)
    } else {
      try symbol(from: start)
    }
    return true
  }

  /// "If there is a preceding token and it is not one of @, ::, (, [, , or an operator": then an operator comes.
  private var followsOperand: Bool {
    guard let last = tokens.last else { return false }
    switch last.kind {
    case .operatorName: return false
    case .symbol: return [")", "]", ".", ".."].contains(last.text)
    default: return true
    }
  }

  private mutating func name(from start: Int) throws(XPathFault) {
    if followsOperand {
      readNCName()
      guard ["and", "or", "div", "mod"].contains(text(from: start)) else {
        throw XPathFault(message: "expected an operator, found \"\(text(from: start))\"", offset: start)
      }
      return add(.operatorName, from: start)
    }
    _ = readQName()
    let end = index
    skipSpace()
    let opensParenthesis = peek(0) == UInt8(ascii: "(")
    let namesAxis = peek(0) == UInt8(ascii: ":") && peek(1) == UInt8(ascii: ":")
    index = end
    guard opensParenthesis else { return add(namesAxis ? .axis : .name, from: start) }
    let nodeTypes = ["comment", "text", "processing-instruction", "node"]
    add(nodeTypes.contains(text(from: start)) ? .nodeType : .functionName, from: start)
  }

  private mutating func literal(_ quote: UInt8, from start: Int) throws(XPathFault) {
    guard let close = bytes[(start + 1)...].firstIndex(of: quote) else {
      throw XPathFault(
        message: "expected a closing \(quote == UInt8(ascii: "'") ? "'" : "\"")", offset: bytes.count)
    }
    index = close + 1
    add(.literal, from: start)
  }

  private mutating func number(from start: Int) {
    while isDigit(peek(0)) { index += 1 }
    if peek(0) == UInt8(ascii: ".") {
      index += 1
      while isDigit(peek(0)) { index += 1 }
    }
    add(.number, from: start)
  }

  private mutating func symbol(from start: Int) throws(XPathFault) {
    for symbol in ["::", "//", "..", "!=", "<=", ">="] where bytes[start...].starts(with: symbol.utf8) {
      index += 2
      return add(.symbol, from: start)
    }
    guard "/()[].@,|+-=<>".utf8.contains(bytes[start]) else {
      let character = String(decoding: bytes[start...], as: UTF8.self).first.map(String.init) ?? ""
      throw XPathFault(message: "expected no \"\(character)\"", offset: start)
    }
    index += 1
    add(.symbol, from: start)
  }

  /// Reads a QName, or `prefix:*`; false where no name begins.
  private mutating func readQName() -> Bool {
    guard isNameStart(peek(0)) else { return false }
    readNCName()
    guard peek(0) == UInt8(ascii: ":") else { return true }
    if isNameStart(peek(1)) {
      index += 1
      readNCName()
    } else if peek(1) == UInt8(ascii: "*") {
      index += 2
    }
    return true
  }

  private mutating func readNCName() {
    while isNameStart(peek(0)) || isDigit(peek(0)) || peek(0) == UInt8(ascii: "-") || peek(0) == UInt8(ascii: ".") {
      index += 1
    }
  }

  private mutating func skipSpace() {
    while [0x20, 0x09, 0x0A, 0x0D].contains(peek(0)) { index += 1 }
  }

  private mutating func add(_ kind: XPathToken.Kind, from start: Int) {
    tokens.append(XPathToken(kind: kind, text: text(from: start), start: start, end: index))
  }

  private func text(from start: Int) -> String { String(decoding: bytes[start..<max(start, index)], as: UTF8.self) }

  private func peek(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Letters beyond ASCII are left for libxml2 to judge.
  private func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
