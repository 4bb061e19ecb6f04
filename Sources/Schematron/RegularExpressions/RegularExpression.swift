/// A compiled regular expression. It is matched in time proportional to the text (Pike's virtual machine; Russ Cox,
/// "Regular Expression Matching: the Virtual Machine Approach").
struct RegularExpression: Sendable {
  /// The letters of a function's argument `flags`.
  struct Flags: Sendable {
    var dotMatchesAll = false
    var isMultiline = false
    var ignoresCase = false
    var ignoresSpace = false
    var isLiteral = false

    init(_ letters: String) throws(EvaluationFault) {
      for letter in letters {
        switch letter {
        case "s": dotMatchesAll = true
        case "m": isMultiline = true
        case "i": ignoresCase = true
        case "x": ignoresSpace = true
        case "q": isLiteral = true
        default: throw EvaluationFault("\"\(letter)\" is no flag of a regular expression")
        }
      }
    }
  }

  enum Instruction: Sendable {
    case character(CharacterClass)
    case lineStart, lineEnd
    /// Goes on at both, the first one preferred.
    case split(Int, Int)
    case jump(Int)
    case save(Int)
    case match
  }

  let flags: Flags
  let groupCount: Int
  private(set) var program: [Instruction] = []

  private static let programLimit = 20_000

  init(_ pattern: String, flags letters: String) throws(EvaluationFault) {
    flags = try Flags(letters)
    if flags.isLiteral {
      groupCount = 0
      for scalar in pattern.unicodeScalars { program.append(.character(.scalar(scalar.value))) }
    } else {
      var parser = RegularExpressionParser(pattern, flags)
      let tree = try parser.parse()
      groupCount = parser.groupCount
      try emit(tree)
    }
    program.append(.match)
  }

  private mutating func emit(_ node: RegularExpressionNode) throws(EvaluationFault) {
    guard program.count < Self.programLimit else { throw EvaluationFault("a regular expression is too large") }
    switch node {
    case .empty: break
    case .character(let characters): program.append(.character(characters))
    case .lineStart: program.append(.lineStart)
    case .lineEnd: program.append(.lineEnd)
    case .sequence(let parts): for part in parts { try emit(part) }
    case .alternatives(let parts):
      var exits: [Int] = []
      for (index, part) in parts.enumerated() {
        guard index < parts.count - 1 else {
          try emit(part)
          break
        }
        let split = program.count
        program.append(.split(split + 1, 0))
        try emit(part)
        exits.append(program.count)
        program.append(.jump(0))
        program[split] = .split(split + 1, program.count)
      }
      for exit in exits { program[exit] = .jump(program.count) }
    case .repetition(let part, let minimum, let maximum, let isGreedy):
      for _ in 0..<minimum { try emit(part) }
      try emitRest(part, maximum.map { $0 - minimum }, isGreedy)
    case .group(let part, let number):
      program.append(.save(2 * number))
      try emit(part)
      program.append(.save(2 * number + 1))
    }
  }

  /// What may be repeated beyond the minimum: so many times, or without end.
  private mutating func emitRest(
    _ part: RegularExpressionNode, _ count: Int?, _ isGreedy: Bool
  ) throws(EvaluationFault) {
    func split(_ first: Int, _ second: Int) -> Instruction { isGreedy ? .split(first, second) : .split(second, first) }
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
