/// Runs a regular expression on a text: all ways through the program side by side.
package struct RegularExpressionSearch {
  private let expression: RegularExpression
  private let text: [Unicode.Scalar]
  /// The round in which each place of the program was last listed.
  private var listed: [Int]
  private var round = 0

  /// A place in the program, with where the groups began and ended on the way to it.
  private struct Thread {
    var place: Int
    var captures: [Int]
  }

  package init(_ expression: RegularExpression, in text: [Unicode.Scalar]) {
    self.expression = expression
    self.text = text
    listed = Array(repeating: 0, count: expression.program.count)
  }

  /// The first match from a position on: where it begins and ends, then the same for each group, -1 where a group takes no
  /// part.
  ///
  /// - Parameter spend: Called with each step's work; it may end the search by throwing.
  package mutating func first<Fault: Error>(
    from start: Int, spending spend: (_ steps: Int) throws(Fault) -> Void
  ) throws(Fault) -> [Int]? {
    let empty = Array(repeating: -1, count: 2 * (expression.groupCount + 1))
    var threads: [Thread] = []
    var matched: [Int]?
    var position = start
    round += 1
    while position <= text.count {
      var following: [Thread] = []
      if matched == nil {
        // A match that begins earlier is preferred: the new thread comes last.
        for thread in threads { listed[thread.place] = round }
        var captures = empty
        captures[0] = position
        add(Thread(place: 0, captures: captures), position, to: &threads)
      }
      // With anchors there may be no way on from here, and one from a later line.
      if threads.isEmpty, matched != nil { break }
      try spend(threads.count + 1)
      round += 1
      for thread in threads {
        switch expression.program[thread.place] {
        case .match:
          matched = thread.captures
          matched?[1] = position
        case .character(let characters):
          guard position < text.count, characters.contains(text[position].value) else { continue }
          add(Thread(place: thread.place + 1, captures: thread.captures), position + 1, to: &following)
          continue
        default: continue
        }
        break
      }
      round += 1
      threads = following
      position += 1
    }
    return matched
  }

  /// Follows what takes no character, without recursion; the first way is preferred.
  private mutating func add(_ thread: Thread, _ position: Int, to threads: inout [Thread]) {
    var open = [thread]
    while var thread = open.popLast() {
      // What is listed already was reached by a better way. Places between are marked, too, so that no loop is endless.
      if listed[thread.place] == round { continue }
      listed[thread.place] = round
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
