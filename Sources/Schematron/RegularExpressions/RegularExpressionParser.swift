/// Parses the regular expressions of XPath (Functions and Operators 3.1, section 5.6; XML Schema Part 2, appendix F).
/// Back-references are refused: they cannot be matched in bounded time.
struct RegularExpressionParser {
  private let scalars: [Unicode.Scalar]
  private let flags: RegularExpression.Flags
  private var index = 0
  private var depth = 0
  private(set) var groupCount = 0

  init(_ pattern: String, _ flags: RegularExpression.Flags) {
    scalars = Array(pattern.unicodeScalars)
    self.flags = flags
  }

  mutating func parse() throws(EvaluationFault) -> RegularExpressionNode {
    let node = try alternatives()
    guard index == scalars.count else { throw fault("expected no \")\"") }
    return node
  }

  private func fault(_ message: String) -> EvaluationFault {
    let pattern = String(String.UnicodeScalarView(scalars))
    return EvaluationFault("\(Casting.quoted(pattern)) is no regular expression: \(message) at character \(index + 1)")
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    guard flags.ignoresSpace else { return }
    while let scalar = current, CharacterClass.space.contains(scalar.value) { index += 1 }
  }

  private mutating func alternatives() throws(EvaluationFault) -> RegularExpressionNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50 else { throw fault("groups nest more than 50 levels deep") }
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  private mutating func sequence() throws(EvaluationFault) -> RegularExpressionNode {
    var parts: [RegularExpressionNode] = []
    while true {
      skipSpace()
      guard let scalar = current, scalar != "|", scalar != ")" else { break }
      let part = try atom()
      skipSpace()
      parts.append(try quantified(part))
    }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func quantified(_ part: RegularExpressionNode) throws(EvaluationFault) -> RegularExpressionNode {
    let minimum: Int
    var maximum: Int?
    if take("*") {
      minimum = 0
    } else if take("+") {
      minimum = 1
    } else if take("?") {
      (minimum, maximum) = (0, 1)
    } else if take("{") {
      guard let first = number() else { throw fault("expected a number") }
      minimum = first
      maximum = first
      if take(",") { maximum = number() }
      guard take("}"), maximum ?? minimum >= minimum else { throw fault("expected \"}\"") }
      guard max(minimum, maximum ?? 0) <= 1000 else { throw fault("more than 1000 repetitions") }
    } else {
      return part
    }
    return .repetition(part, minimum: minimum, maximum: maximum, isGreedy: !take("?"))
  }

  private mutating func number() -> Int? {
    var text = ""
    while let scalar = current, scalar.value >= 0x30, scalar.value <= 0x39 {
      text.unicodeScalars.append(scalar)
      index += 1
    }
    return Int(text)
  }

  private mutating func atom() throws(EvaluationFault) -> RegularExpressionNode {
    guard let scalar = current else { return .empty }
    index += 1
    switch scalar {
    case "(":
      if take("?") {
        guard take(":") else { throw fault("expected \":\"") }
        let inner = try alternatives()
        guard take(")") else { throw fault("expected \")\"") }
        return inner
      }
      groupCount += 1
      let number = groupCount
      let inner = try alternatives()
      guard take(")") else { throw fault("expected \")\"") }
      return .group(inner, number: number)
    case "^": return .lineStart
    case "$": return .lineEnd
    case ".": return .character(flags.dotMatchesAll ? .any : .notLineEnd)
    case "[": return .character(try characterClass())
    case "\\": return .character(try escape())
    case "*", "+", "?", "{", "}", "]":
      index -= 1
      throw fault("expected no \"\(scalar)\"")
    default: return .character(.scalar(scalar.value))
    }
  }

  private mutating func characterClass() throws(EvaluationFault) -> CharacterClass {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50 else { throw fault("classes nest more than 50 levels deep") }
    let isNegated = take("^")
    var parts: [CharacterClass] = []
    var subtracted: CharacterClass?
    while true {
      guard let scalar = current else { throw fault("expected \"]\"") }
      if scalar == "]", !parts.isEmpty {
        index += 1
        break
      }
      if scalar == "-", index + 1 < scalars.count, scalars[index + 1] == "[", !parts.isEmpty {
        index += 2
        subtracted = try characterClass()
        guard take("]") else { throw fault("expected \"]\"") }
        break
      }
      parts.append(try classPart())
    }
    let whole = isNegated ? CharacterClass.not(.either(parts)) : .either(parts)
    return subtracted.map { .subtracting(whole, $0) } ?? whole
  }

  private mutating func classPart() throws(EvaluationFault) -> CharacterClass {
    skipSpace()
    guard let scalar = current else { throw fault("expected \"]\"") }
    index += 1
    var first = CharacterClass.scalar(scalar.value)
    if scalar == "\\" { first = try escape() }
    if scalar == "[" || scalar == "]" {
      index -= 1
      throw fault("expected no \"\(scalar)\"")
    }
    guard case .scalar(let low) = first, current == "-", index + 1 < scalars.count, scalars[index + 1] != "]",
      scalars[index + 1] != "["
    else { return first }
    index += 1
    guard let end = current else { throw fault("expected a character") }
    index += 1
    var last = CharacterClass.scalar(end.value)
    if end == "\\" { last = try escape() }
    guard case .scalar(let high) = last, high >= low else { throw fault("expected the end of a range") }
    return .range(low, high)
  }

  private mutating func escape() throws(EvaluationFault) -> CharacterClass {
    guard let scalar = current else { throw fault("expected a character after \"\\\"") }
    index += 1
    switch scalar {
    case "n": return .scalar(0x0A)
    case "r": return .scalar(0x0D)
    case "t": return .scalar(0x09)
    case "s": return .space
    case "S": return .not(.space)
    case "d": return .digit
    case "D": return .not(.digit)
    case "w": return .word
    case "W": return .not(.word)
    case "i": return .nameStart
    case "I": return .not(.nameStart)
    case "c": return .namePart
    case "C": return .not(.namePart)
    case "p": return try property()
    case "P": return .not(try property())
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$": return .scalar(scalar.value)
    case "0"..."9": throw fault("back-references are not supported")
    default: throw fault("expected no \"\\\(scalar)\"")
    }
  }

  private mutating func property() throws(EvaluationFault) -> CharacterClass {
    guard take("{"), let close = scalars[index...].firstIndex(of: "}") else { throw fault("expected \"{\"") }
    let name = String(String.UnicodeScalarView(scalars[index..<close]))
    index = close + 1
    if CharacterClass.categories.contains(name) { return .category(name) }
    if name.hasPrefix("Is"), let block = CharacterClass.blocks[String(name.dropFirst(2))] {
      return .range(block.lowerBound, block.upperBound)
    }
    throw fault("the property \"\(name)\" is not known")
  }
}
