/// Runs a regular expression on a text: all ways through the program side by side.
struct RegularExpressionMatcher {
  private let expression: RegularExpression
  private let text: [Unicode.Scalar]
  private var isListed: [Bool]

  /// A place in the program, with where the groups began and ended on the way to it.
  private struct Thread {
    var place: Int
    var captures: [Int]
  }

  init(_ expression: RegularExpression, _ text: [Unicode.Scalar]) {
    self.expression = expression
    self.text = text
    isListed = Array(repeating: false, count: expression.program.count)
  }

  /// The first match from a position on: where it begins and ends, then the same for each group, -1 where a group takes no
  /// part.
  mutating func first(from start: Int, _ evaluation: Evaluation) throws(EvaluationFault) -> [Int]? {
    try first(from: start) { (count) throws(EvaluationFault) in try evaluation.spend(count) }
  }

  /// The same; `spend` is told what it costs.
  mutating func first(
    from start: Int, spend: (Int) throws(EvaluationFault) -> Void
  ) throws(EvaluationFault) -> [Int]? {
    let empty = Array(repeating: -1, count: 2 * (expression.groupCount + 1))
    var threads: [Thread] = []
    var matched: [Int]?
    var position = start
    while position <= text.count {
      var following: [Thread] = []
      if matched == nil {
        // A match that begins earlier is preferred: the new thread comes last.
        for thread in threads { isListed[thread.place] = true }
        var captures = empty
        captures[0] = position
        add(Thread(place: 0, captures: captures), position, to: &threads)
      }
      if threads.isEmpty { break }
      try spend(threads.count)
      for place in isListed.indices where isListed[place] { isListed[place] = false }
      for thread in threads {
        switch expression.program[thread.place] {
        case .match:
          matched = thread.captures
          matched?[1] = position
        case .character(let characters):
          guard position < text.count, accepts(characters, text[position].value) else { continue }
          add(Thread(place: thread.place + 1, captures: thread.captures), position + 1, to: &following)
          continue
        default: continue
        }
        break
      }
      for place in isListed.indices where isListed[place] { isListed[place] = false }
      threads = following
      position += 1
    }
    return matched
  }

  private func accepts(_ characters: CharacterClass, _ value: UInt32) -> Bool {
    expression.flags.ignoresCase ? characters.containsAnyCase(value) : characters.contains(value)
  }

  /// Follows what takes no character, without recursion; the first way is preferred.
  private mutating func add(_ thread: Thread, _ position: Int, to threads: inout [Thread]) {
    var open = [thread]
    while var thread = open.popLast() {
      // What is listed already was reached by a better way. Places between are marked, too, so that no loop is endless.
      if isListed[thread.place] { continue }
      isListed[thread.place] = true
      switch expression.program[thread.place] {
      case .jump(let target):
        thread.place = target
        open.append(thread)
      case .split(let first, let second):
        open.append(Thread(place: second, captures: thread.captures))
        thread.place = first
        open.append(thread)
      case .save(let slot):
        thread.captures[slot] = position
        thread.place += 1
        open.append(thread)
      case .lineStart:
        guard position == 0 || (expression.flags.isMultiline && text[position - 1] == "\n" && position < text.count)
        else { continue }
        thread.place += 1
        open.append(thread)
      case .lineEnd:
        guard position == text.count || (expression.flags.isMultiline && text[position] == "\n") else { continue }
        thread.place += 1
        open.append(thread)
      case .character, .match: threads.append(thread)
      }
    }
  }
}
