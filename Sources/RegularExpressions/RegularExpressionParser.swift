internal import XML

/// Reads regular expressions of XML Schema and of XPath, which differ in little.
struct RegularExpressionParser {
  private let scalars: [Unicode.Scalar]
  private let dialect: RegularExpressionDialect
  private var index = 0
  private var depth = 0
  /// How many groups remember what they matched.
  private(set) var groupCount = 0

  private static let maximumDepth = 100

  init(_ text: String, _ dialect: RegularExpressionDialect) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = dialect.flags?.ignoresSpace == true ? Self.withoutSpace(scalars) : scalars
    self.dialect = dialect
  }

  /// Without the white space outside classes of characters.
  private static func withoutSpace(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var depth = 0
    var isEscaped = false
    return scalars.filter { scalar in
      if depth == 0, CharacterSet.space.contains(scalar.value) { return false }
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "[" {
        depth += 1
      } else if scalar == "]", depth > 0 {
        depth -= 1
      }
      return true
    }
  }

  mutating func parse() throws(RegularExpressionError) -> RegularExpressionNode {
    let node = try alternatives()
    guard index == scalars.count else { throw fault("\")\" closes no group") }
    return node
  }

  private func fault(_ message: String) -> RegularExpressionError {
    RegularExpressionError("\(message), at character \(min(index, scalars.count - 1) + 1)")
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func nested<Result>(
    _ body: (inout Self) throws(RegularExpressionError) -> Result
  ) throws(RegularExpressionError) -> Result {
    guard depth < Self.maximumDepth else { throw fault("it nests more than \(Self.maximumDepth) levels deep") }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  // MARK: Branches, pieces and quantifiers

  private mutating func alternatives() throws(RegularExpressionError) -> RegularExpressionNode {
    try nested { (parser) throws(RegularExpressionError) in
      var branches = [try parser.sequence()]
      while parser.take("|") { branches.append(try parser.sequence()) }
      return branches.count == 1 ? branches[0] : .alternatives(branches)
    }
  }

  private mutating func sequence() throws(RegularExpressionError) -> RegularExpressionNode {
    var pieces: [RegularExpressionNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let atom = try atom()
      pieces.append(try quantified(atom))
    }
    return pieces.count == 1 ? pieces[0] : .sequence(pieces)
  }

  private mutating func quantified(_ atom: RegularExpressionNode) throws(RegularExpressionError)
    -> RegularExpressionNode
  {
    let minimum: Int
    var maximum: Int?
    if take("?") {
      (minimum, maximum) = (0, 1)
    } else if take("*") {
      minimum = 0
    } else if take("+") {
      minimum = 1
    } else if take("{") {
      minimum = try number()
      maximum = minimum
      if take(",") { maximum = next == "}" ? nil : try number() }
      guard take("}"), maximum.map({ $0 >= minimum }) ?? true else {
        throw fault("a quantity is not of the form \"{2,3}\"")
      }
    } else {
      return atom
    }
    let isReluctant = dialect.isXPath && take("?")
    return .repetition(atom, minimum: minimum, maximum: maximum, isGreedy: !isReluctant)
  }

  private mutating func number() throws(RegularExpressionError) -> Int {
    var value = 0
    let start = index
    while let scalar = next, "0"..."9" ~= scalar {
      value = min(value * 10 + Int(scalar.value - 0x30), 1_000_000)
      index += 1
    }
    guard index > start else { throw fault("a quantity is not of the form \"{2,3}\"") }
    return value
  }

  private mutating func atom() throws(RegularExpressionError) -> RegularExpressionNode {
    guard let scalar = next else { throw fault("it ends too soon") }
    index += 1
    switch scalar {
    case "(": return try group()
    case "[": return .character(try characterClass())
    case ".": return .character(dialect.flags?.dotMatchesAll == true ? .any : .notLineEnd)
    case "\\": return .character(try escape())
    case "^" where dialect.isXPath: return .lineStart
    case "$" where dialect.isXPath: return .lineEnd
    case "?", "*", "+", "{", "}", "]":
      index -= 1
      throw fault("\"\(scalar)\" stands where a character is expected")
    default: return .character(literal(scalar.value...scalar.value))
    }
  }

  /// Behind the parenthesis.
  private mutating func group() throws(RegularExpressionError) -> RegularExpressionNode {
    var number: Int?
    if dialect.isXPath {
      if take("?") {
        guard take(":") else { throw fault("\"(?\" is not followed by \":\"") }
      } else {
        groupCount += 1
        number = groupCount
      }
    }
    let inner = try alternatives()
    guard take(")") else { throw fault("\"(\" is not closed") }
    return number.map { .group(inner, number: $0) } ?? inner
  }

  private func literal(_ range: ClosedRange<UInt32>) -> CharacterSet {
    dialect.flags?.ignoresCase == true ? .ignoringCase(range) : .ranges([range])
  }

  // MARK: Escapes

  /// Behind the backslash.
  private mutating func escape() throws(RegularExpressionError) -> CharacterSet {
    if let single = escapedCharacter() { return literal(single...single) }
    guard let scalar = next else { throw fault("it ends with \"\\\"") }
    let edition = dialect.isXPath ? NameEdition.fifth : .fourth
    index += 1
    switch scalar {
    case "s": return .space
    case "S": return .not(.space)
    case "d": return .digit
    case "D": return .not(.digit)
    case "w": return .not(.notWord)
    case "W": return .notWord
    case "i": return .nameStart(edition)
    case "I": return .not(.nameStart(edition))
    case "c": return .namePart(edition)
    case "C": return .not(.namePart(edition))
    case "p": return try property()
    case "P": return .not(try property())
    case "0"..."9" where dialect.isXPath:
      index -= 1
      throw fault("back-references are not supported")
    default:
      index -= 1
      throw fault("\"\\\(scalar)\" is no escape")
    }
  }

  /// The character that the escape behind the backslash stands for, which is taken; nil where it stands for several, or for none.
  private mutating func escapedCharacter() -> UInt32? {
    let single: UInt32
    switch next {
    case "n": single = 0x0A
    case "r": single = 0x0D
    case "t": single = 0x09
    case "$" where dialect.isXPath: single = 0x24
    case "\\", "|", ".", "-", "^", "?", "*", "+", "{", "}", "(", ")", "[", "]": single = scalars[index].value
    default: return nil
    }
    index += 1
    return single
  }

  private mutating func property() throws(RegularExpressionError) -> CharacterSet {
    guard take("{") else { throw fault("\"\\p\" has no \"{\"") }
    guard let close = scalars[index...].firstIndex(of: "}") else { throw fault("\"\\p{\" is not closed") }
    let name = String(String.UnicodeScalarView(scalars[index..<close]))
    if name.hasPrefix("Is") {
      guard let ranges = UnicodeBlocks.ranges(named: String(name.dropFirst(2))) else {
        throw fault("\"\(name)\" is no block of characters")
      }
      index = close + 1
      return .ranges(ranges)
    }
    guard let bits = UnicodeCategory.bits(named: name) else { throw fault("\"\(name)\" is no category of characters") }
    index = close + 1
    return .categories(bits)
  }

  // MARK: Classes of characters

  /// Behind the bracket.
  private mutating func characterClass() throws(RegularExpressionError) -> CharacterSet {
    try nested { (parser) throws(RegularExpressionError) in try parser.membersOfClass() }
  }

  private mutating func membersOfClass() throws(RegularExpressionError) -> CharacterSet {
    let isNegative = take("^")
    var parts: [CharacterSet] = []
    var taken: CharacterSet?
    while let scalar = next, scalar != "]" {
      if scalar == "-", index + 1 < scalars.count, scalars[index + 1] == "[", !parts.isEmpty {
        index += 2
        taken = try characterClass()
        break
      }
      parts.append(try member())
    }
    guard take("]"), !parts.isEmpty else { throw fault("a class of characters is empty or not closed") }
    var set = parts.count == 1 ? parts[0] : .union(parts)
    if isNegative { set = .not(set) }
    if let taken { set = .difference(set, taken) }
    return set
  }

  private mutating func member() throws(RegularExpressionError) -> CharacterSet {
    guard let start = try character() else { return try escape() }
    guard next == "-", index + 1 < scalars.count, scalars[index + 1] != "]", scalars[index + 1] != "[" else {
      return literal(start...start)
    }
    index += 1
    guard let end = try character(), end >= start else { throw fault("a range of characters is not in order") }
    return literal(start...end)
  }

  /// A single character in a class; nil behind the backslash of an escape for several.
  private mutating func character() throws(RegularExpressionError) -> UInt32? {
    guard let scalar = next else { throw fault("a class of characters is not closed") }
    if scalar == "[" { throw fault("\"[\" stands in a class of characters without \"\\\"") }
    index += 1
    return scalar == "\\" ? escapedCharacter() : scalar.value
  }
}
