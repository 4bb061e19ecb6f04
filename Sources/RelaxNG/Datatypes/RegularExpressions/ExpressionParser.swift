/// The structure of a regular expression of XML Schema (Part 2, appendix F).
indirect enum ExpressionNode {
  case set(CharacterSet)
  case sequence([ExpressionNode])
  case alternatives([ExpressionNode])
  case repetition(ExpressionNode, minimum: Int, maximum: Int?)
}

/// Why a regular expression is none.
struct ExpressionError: Error {
  var message: String
}

/// Reads the regular expressions of XML Schema.
struct ExpressionParser {
  private let scalars: [UInt32]
  private var index = 0
  private var depth = 0

  private static let maximumDepth = 100

  static func parse(_ text: String) throws(ExpressionError) -> ExpressionNode {
    var parser = ExpressionParser(text)
    let node = try parser.alternatives()
    guard parser.index == parser.scalars.count else { throw ExpressionError(message: "\")\" closes no group") }
    return node
  }

  private init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }

  private var next: Unicode.Scalar? { index < scalars.count ? Unicode.Scalar(scalars[index]) : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func alternatives() throws(ExpressionError) -> ExpressionNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw ExpressionError(message: "it nests too deep") }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(ExpressionError) -> ExpressionNode {
    var pieces: [ExpressionNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let atom = try atom()
      pieces.append(try quantified(atom))
    }
    return pieces.count == 1 ? pieces[0] : .sequence(pieces)
  }

  private mutating func quantified(_ atom: ExpressionNode) throws(ExpressionError) -> ExpressionNode {
    switch next {
    case "?":
      index += 1
      return .repetition(atom, minimum: 0, maximum: 1)
    case "*":
      index += 1
      return .repetition(atom, minimum: 0, maximum: nil)
    case "+":
      index += 1
      return .repetition(atom, minimum: 1, maximum: nil)
    case "{":
      index += 1
      let minimum = try number()
      var maximum: Int? = minimum
      if take(",") { maximum = next == "}" ? nil : try number() }
      guard take("}"), maximum == nil || maximum! >= minimum else {
        throw ExpressionError(message: "a quantity is not of the form \"{2,3}\"")
      }
      return .repetition(atom, minimum: minimum, maximum: maximum)
    default: return atom
    }
  }

  private mutating func number() throws(ExpressionError) -> Int {
    var value = 0
    let start = index
    while let scalar = next, "0"..."9" ~= scalar {
      value = min(value * 10 + Int(scalar.value - 48), 1_000_000)
      index += 1
    }
    guard index > start else { throw ExpressionError(message: "a quantity is not of the form \"{2,3}\"") }
    return value
  }

  private mutating func atom() throws(ExpressionError) -> ExpressionNode {
    guard let scalar = next else { throw ExpressionError(message: "it ends too soon") }
    index += 1
    switch scalar {
    case "(":
      let inner = try alternatives()
      guard take(")") else { throw ExpressionError(message: "\"(\" is not closed") }
      return inner
    case "[": return .set(try characterClass())
    case ".": return .set(.not(.ranges([0x0A...0x0A, 0x0D...0x0D])))
    case "\\": return .set(try escape())
    case "?", "*", "+", "{", "}", "]":
      throw ExpressionError(message: "\"\(scalar)\" stands where a character is expected")
    default: return .set(.ranges([scalar.value...scalar.value]))
    }
  }

  /// Behind the backslash.
  private mutating func escape() throws(ExpressionError) -> CharacterSet {
    guard let scalar = next else { throw ExpressionError(message: "it ends with \"\\\"") }
    index += 1
    switch scalar {
    case "n": return .ranges([0x0A...0x0A])
    case "r": return .ranges([0x0D...0x0D])
    case "t": return .ranges([0x09...0x09])
    case "\\", "|", ".", "-", "^", "?", "*", "+", "{", "}", "(", ")", "[", "]":
      return .ranges([scalar.value...scalar.value])
    case "s": return .space
    case "S": return .not(.space)
    case "d": return .digit
    case "D": return .not(.digit)
    case "w": return .not(.notWord)
    case "W": return .notWord
    case "i": return .nameStart
    case "I": return .not(.nameStart)
    case "c": return .nameCharacter
    case "C": return .not(.nameCharacter)
    case "p": return try property()
    case "P": return .not(try property())
    default: throw ExpressionError(message: "\"\\\(scalar)\" is no escape")
    }
  }

  private mutating func property() throws(ExpressionError) -> CharacterSet {
    guard take("{") else { throw ExpressionError(message: "\"\\p\" has no \"{\"") }
    var name = ""
    while let scalar = next, scalar != "}" {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard take("}") else { throw ExpressionError(message: "\"\\p{\" is not closed") }
    if name.hasPrefix("Is") {
      guard let ranges = UnicodeBlocks.ranges(named: String(name.dropFirst(2))) else {
        throw ExpressionError(message: "\"\(name)\" is no block of characters")
      }
      return .ranges(ranges)
    }
    guard let bits = UnicodeCategory.bits(named: name) else {
      throw ExpressionError(message: "\"\(name)\" is no category of characters")
    }
    return .categories(bits)
  }

  /// Behind the bracket.
  private mutating func characterClass() throws(ExpressionError) -> CharacterSet {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw ExpressionError(message: "it nests too deep") }
    let isNegative = take("^")
    var parts: [CharacterSet] = []
    var taken: CharacterSet?
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst && false {
      if scalar == "-", index + 1 < scalars.count, scalars[index + 1] == 0x5B, !isFirst {
        index += 2
        taken = try characterClass()
        break
      }
      parts.append(try member())
      isFirst = false
    }
    guard take("]"), !parts.isEmpty else {
      throw ExpressionError(message: "a class of characters is empty or not closed")
    }
    var set = parts.count == 1 ? parts[0] : .union(parts)
    if isNegative { set = .not(set) }
    if let taken { set = .difference(set, taken) }
    return set
  }

  private mutating func member() throws(ExpressionError) -> CharacterSet {
    guard let start = try character() else { return try escapeInClass() }
    guard next == "-", index + 1 < scalars.count, scalars[index + 1] != 0x5D, scalars[index + 1] != 0x5B else {
      return .ranges([start...start])
    }
    index += 1
    guard let end = try character(), end >= start else {
      throw ExpressionError(message: "a range of characters is not in order")
    }
    return .ranges([start...end])
  }

  private mutating func escapeInClass() throws(ExpressionError) -> CharacterSet {
    index += 1
    return try escape()
  }

  /// A single character in a class; nil where an escape for several stands there.
  private mutating func character() throws(ExpressionError) -> UInt32? {
    guard let scalar = next else { throw ExpressionError(message: "a class of characters is not closed") }
    if scalar == "[" { throw ExpressionError(message: "\"[\" stands in a class of characters without \"\\\"") }
    guard scalar == "\\" else {
      index += 1
      return scalar.value
    }
    guard index + 1 < scalars.count else { throw ExpressionError(message: "it ends with \"\\\"") }
    let single: UInt32? =
      switch Unicode.Scalar(scalars[index + 1]) {
      case "n": 0x0A
      case "r": 0x0D
      case "t": 0x09
      case "\\", "|", ".", "-", "^", "?", "*", "+", "{", "}", "(", ")", "[", "]": scalars[index + 1]
      default: nil
      }
    if single != nil { index += 2 }
    return single
  }
}
