extension FunctionLibrary {
  /// Functions of strings. Positions and lengths count code points.
  static let strings: [String: Function] = [
    "string": Function(arity: 0...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      let value = try arguments.orContext(0, evaluation)
      guard value.count <= 1 || evaluation.isXPath1 else {
        throw EvaluationFault("\(value.count) values stand where one is expected")
      }
      return .item(.string(value.first.map(evaluation.string) ?? ""))
    },
    "concat": Function(arity: 2...1000, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      var text = ""
      for value in arguments.values { text += try evaluation.atomicString(value) }
      try evaluation.spend(text: text)
      return .item(.string(text))
    },
    "starts-with": test { $0.utf8.starts(with: $1.utf8) },
    "contains": test { $1.isEmpty || Search.first($1, in: $0) != nil },
    "ends-with": test(language: .xpath2) { $0.utf8.reversed().starts(with: $1.utf8.reversed()) },
    "substring-before": part { text, found in
      Search.first(found, in: text).map { String(Substring(text.utf8.prefix($0))) } ?? ""
    },
    "substring-after": part { text, found in
      Search.first(found, in: text).map { String(Substring(text.utf8.dropFirst($0 + found.utf8.count))) } ?? ""
    },
    "substring": Function(arity: 2...3, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      let text = try evaluation.text(arguments[0])
      let first = Rounding.half(try evaluation.number(arguments[1])?.double ?? .nan)
      let length = arguments.count > 2 ? Rounding.half(try evaluation.number(arguments[2])?.double ?? .nan) : .infinity
      var result = String.UnicodeScalarView()
      for (index, scalar) in text.unicodeScalars.enumerated() {
        let position = Double(index + 1)
        if position >= first, position < first + length { result.append(scalar) }
      }
      return .item(.string(String(result)))
    },
    "string-length": Function(arity: 0...1, language: .xpath1, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      evaluation.count(try evaluation.textOrContext(arguments).unicodeScalars.count)
    },
    "normalize-space": Function(arity: 0...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      .item(.string(Whitespace.collapsed(try evaluation.textOrContext(arguments))))
    },
    "translate": Function(arity: 3...3, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      let to = Array(try evaluation.text(arguments[2]).unicodeScalars)
      var table: [Unicode.Scalar: Unicode.Scalar?] = [:]
      for (index, scalar) in try evaluation.text(arguments[1]).unicodeScalars.enumerated() where table[scalar] == nil {
        table[scalar] = .some(index < to.count ? to[index] : nil)
      }
      var result = String.UnicodeScalarView()
      for scalar in try evaluation.text(arguments[0]).unicodeScalars {
        if let replacement = table[scalar] {
          if let replacement { result.append(replacement) }
        } else {
          result.append(scalar)
        }
      }
      return .item(.string(String(result)))
    },
    "lower-case": transformation { $0.lowercased() },
    "upper-case": transformation { $0.uppercased() },
    "encode-for-uri": transformation { text in
      PercentEncoding.encode(text) { byte in
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || "-_.~".utf8.contains(byte)
      }
    },
    "escape-html-uri": transformation { PercentEncoding.encode($0) { $0 >= 0x20 && $0 < 0x7F } },
    "iri-to-uri": transformation {
      PercentEncoding.encode($0) { $0 > 0x20 && $0 < 0x7F && !"<>\"{}|\\^`".utf8.contains($0) }
    },
    "string-join": Function(arity: 1...2, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      let separator = arguments.count > 1 ? try evaluation.text(arguments[1]) : ""
      var text = ""
      for (index, item) in try evaluation.atomized(arguments[0]).enumerated() {
        let piece = (index > 0 ? separator : "") + evaluation.string(item)
        try evaluation.spend(text: piece)
        text += piece
      }
      return .item(.string(text))
    },
    "string-to-codepoints": Function(arity: 1...1, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      Value(try evaluation.text(arguments[0]).unicodeScalars.map { .integer(Int($0.value)) })
    },
    "codepoints-to-string": Function(arity: 1...1, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      var result = String.UnicodeScalarView()
      for item in arguments[0].items {
        guard let code = try evaluation.integer(.item(item)), let value = UInt32(exactly: code),
          let scalar = Unicode.Scalar(value), Self.isCharacter(scalar)
        else { throw EvaluationFault("\(Casting.quoted(evaluation.string(item))) is not the code of a character") }
        result.append(scalar)
      }
      return .item(.string(String(result)))
    },
    "compare": Function(arity: 2...2, language: .xpath2, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      guard !arguments[0].isEmpty, !arguments[1].isEmpty else { return .empty }
      let first = try evaluation.text(arguments[0])
      let second = try evaluation.text(arguments[1])
      return .item(.integer(first.isSame(as: second) ? 0 : first.precedes(second) ? -1 : 1))
    },
    "codepoint-equal": Function(arity: 2...2, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      guard !arguments[0].isEmpty, !arguments[1].isEmpty else { return .empty }
      return .item(.boolean(try evaluation.text(arguments[0]).isSame(as: try evaluation.text(arguments[1]))))
    },
    "contains-token": Function(arity: 2...2, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      let token = String(Whitespace.trimmed(try evaluation.text(arguments[1])))
      for item in try evaluation.atomized(arguments[0]) {
        let tokens = Whitespace.tokens(try evaluation.text(.item(item)))
        if tokens.contains(where: { $0.isSame(as: token) }) { return .item(.boolean(true)) }
      }
      return .item(.boolean(false))
    },
  ]

  private static func test(
    language: QueryLanguage = .xpath1, _ body: @escaping @Sendable (String, String) -> Bool
  ) -> Function {
    Function(arity: 2...2, language: language) { evaluation, arguments throws(EvaluationFault) in
      .item(.boolean(body(try evaluation.text(arguments[0]), try evaluation.text(arguments[1]))))
    }
  }

  private static func part(_ body: @escaping @Sendable (String, String) -> String) -> Function {
    Function(arity: 2...2, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      .item(.string(body(try evaluation.text(arguments[0]), try evaluation.text(arguments[1]))))
    }
  }

  /// XML 1.0, section 2.2.
  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case let code: code >= 0x20 && code & ~1 != 0xFFFE
    }
  }

  private static func transformation(_ body: @escaping @Sendable (String) -> String) -> Function {
    Function(arity: 1...1, language: .xpath2) { evaluation, arguments throws(EvaluationFault) in
      .item(.string(body(try evaluation.text(arguments[0]))))
    }
  }
}

extension Evaluation {
  /// The first argument, or the string value of the context item.
  func textOrContext(_ arguments: FunctionArguments) throws(EvaluationFault) -> String {
    arguments.count > 0 ? try text(arguments[0]) : string(try contextItem(arguments.focus))
  }
}

/// Finding bytes in bytes.
enum Search {
  /// Where a text first stands in another, in bytes; 0 for an empty one.
  static func first(_ wanted: String, in text: String) -> Int? {
    var wanted = wanted
    var text = text
    return wanted.withUTF8 { wanted in
      text.withUTF8 { text in
        guard let head = wanted.first else { return 0 }
        guard text.count >= wanted.count else { return nil }
        for start in 0...(text.count - wanted.count) where text[start] == head {
          var length = 1
          while length < wanted.count, text[start + length] == wanted[length] { length += 1 }
          if length == wanted.count { return start }
        }
        return nil
      }
    }
  }
}

enum PercentEncoding {
  static func encode(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if isKept(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

enum Rounding {
  /// To the nearest whole number, halves upwards (the function `round`).
  static func half(_ number: Double) -> Double {
    guard number.isFinite, abs(number) < 4e15 else { return number }
    let floor = number.rounded(.down)
    let result = number - floor >= 0.5 ? floor + 1 : floor
    return result == 0 && number < 0 ? -0.0 : result
  }
}
