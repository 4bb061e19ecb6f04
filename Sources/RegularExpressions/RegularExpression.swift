/// A regular expression of XPath, searched for in a text in time proportional to its length (Pike's virtual machine; Russ
/// Cox, "Regular Expression Matching: the Virtual Machine Approach").
package struct RegularExpression: Sendable {
  /// The letters of a function's argument `flags`.
  package struct Flags: Sendable {
    var dotMatchesAll = false
    var isMultiline = false
    var ignoresCase = false
    var ignoresSpace = false
    /// `q`: every character stands for itself.
    package private(set) var isLiteral = false

    init(_ letters: String) throws(RegularExpressionError) {
      for letter in letters {
        switch letter {
        case "s": dotMatchesAll = true
        case "m": isMultiline = true
        case "i": ignoresCase = true
        case "x": ignoresSpace = true
        case "q": isLiteral = true
        default: throw RegularExpressionError("\"\(letter)\" is no flag of a regular expression")
        }
      }
    }
  }

  enum Instruction: Sendable {
    case character(CharacterSet)
    case lineStart, lineEnd
    /// Goes on at both, the first one preferred.
    case split(Int, Int)
    case jump(Int)
    case save(Int)
    case match
  }

  package let flags: Flags
  package let groupCount: Int
  let program: [Instruction]

  /// How many instructions it has: what compiling it took.
  package var length: Int { program.count }

  /// - Parameter flags: Letters among `s`, `m`, `i`, `x` and `q`.
  /// - Throws: ``RegularExpressionError`` where it is none, or has more than 20,000 instructions once its quantities are
  ///   spelled out.
  package init(_ pattern: String, flags letters: String = "") throws(RegularExpressionError) {
    flags = try Flags(letters)
    var builder = ProgramBuilder()
    if flags.isLiteral {
      groupCount = 0
      for scalar in pattern.unicodeScalars {
        let range = scalar.value...scalar.value
        try builder.emit(.character(flags.ignoresCase ? .ignoringCase(range) : .ranges([range])))
      }
    } else {
      var parser = RegularExpressionParser(pattern, .xpath(flags))
      let tree = try parser.parse()
      groupCount = parser.groupCount
      try builder.emit(tree)
    }
    program = builder.program + [.match]
  }
}

/// Writes a tree as a program.
private struct ProgramBuilder {
  private(set) var program: [RegularExpression.Instruction] = []
  private static let maximumLength = 20_000

  mutating func emit(_ node: RegularExpressionNode) throws(RegularExpressionError) {
    guard program.count < Self.maximumLength else {
      throw RegularExpressionError("it has more than \(Self.maximumLength) steps")
    }
    switch node {
    case .character(let characters): program.append(.character(characters))
    case .lineStart: program.append(.lineStart)
    case .lineEnd: program.append(.lineEnd)
    case .sequence(let parts): for part in parts { try emit(part) }
    case .alternatives(let parts): try emitAlternatives(parts)
    case .repetition(let part, let minimum, let maximum, let isGreedy):
      for _ in 0..<minimum {
        let before = program.count
        try emit(part)
        // Of nothing any number is nothing.
        if program.count == before { return }
      }
      try emitRest(part, maximum.map { $0 - minimum }, isGreedy)
    case .group(let part, let number):
      program.append(.save(2 * number))
      try emit(part)
      program.append(.save(2 * number + 1))
    }
  }

  private mutating func emitAlternatives(_ parts: [RegularExpressionNode]) throws(RegularExpressionError) {
    var exits: [Int] = []
    for part in parts.dropLast() {
      let split = program.count
      program.append(.split(split + 1, 0))
      try emit(part)
      exits.append(program.count)
      program.append(.jump(0))
      program[split] = .split(split + 1, program.count)
    }
    if let last = parts.last { try emit(last) }
    for exit in exits { program[exit] = .jump(program.count) }
  }

  /// What may be repeated beyond the minimum: so many times, or without end.
  private mutating func emitRest(
    _ part: RegularExpressionNode, _ count: Int?, _ isGreedy: Bool
  ) throws(RegularExpressionError) {
    func split(_ first: Int, _ second: Int) -> RegularExpression.Instruction {
      isGreedy ? .split(first, second) : .split(second, first)
    }
    guard let count else {
      let start = program.count
      program.append(.match)
      try emit(part)
      program.append(.jump(start))
      program[start] = split(start + 1, program.count)
      return
    }
    var splits: [Int] = []
    for _ in 0..<count {
      splits.append(program.count)
      program.append(.match)
      try emit(part)
    }
    for place in splits { program[place] = split(place + 1, program.count) }
  }
}
