internal import XML

/// Escapes and classes of characters.
extension RegularExpressionParser {
  /// Behind the backslash.
  mutating func escape() throws(RegularExpressionError) -> CharacterSet {
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
  mutating func characterClass() throws(RegularExpressionError) -> CharacterSet {
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
