/// Reads regular expressions of XML Schema and of XPath, which differ in little.
struct RegularExpressionParser {
  let scalars: [Unicode.Scalar]
  let dialect: RegularExpressionDialect
  var index = 0
  private var depth = 0
  /// How many groups remember what they matched.
  private(set) var groupCount = 0

  private static let maximumDepth = 100
  /// Each way through an expression keeps where every one of them began and ended.
  private static let maximumGroups = 500

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

  func fault(_ message: String) -> RegularExpressionError {
    RegularExpressionError("\(message), at character \(min(index, scalars.count - 1) + 1)")
  }

  var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  mutating func nested<Result>(
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
        guard groupCount < Self.maximumGroups else { throw fault("it has more than \(Self.maximumGroups) groups") }
        groupCount += 1
        number = groupCount
      }
    }
    let inner = try alternatives()
    guard take(")") else { throw fault("\"(\" is not closed") }
    return number.map { .group(inner, number: $0) } ?? inner
  }

  func literal(_ range: ClosedRange<UInt32>) -> CharacterSet {
    dialect.flags?.ignoresCase == true ? .ignoringCase(range) : .ranges([range])
  }
}
