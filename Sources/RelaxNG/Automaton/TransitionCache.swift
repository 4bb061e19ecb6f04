/// The transitions that one thread has used, so that it asks the shared automaton for each of them once.
struct TransitionCache {
  let automaton: Automaton
  private var openings = TransitionTable()
  private var openingList: [Automaton.Opening] = []
  private var attributes = TransitionTable()
  private var attributeList: [AttributeEntry] = []
  private(set) var steps: [Automaton.AttributeStep] = []
  private var leafList: [Automaton.TextLeaves] = []
  private var ends = TransitionTable()
  private var texts = TransitionTable()
  var values = ValueCache()
  private var states: [StateEntry] = []
  /// Whether the automaton reached its limits: then what was asked is of no use.
  var isSpoiled = false

  struct AttributeEntry {
    /// Where there is one way only to take the attribute: the state behind it, or -1.
    var rest: StateID
    var allowsEverything: Bool
    /// Whether values that came once may be remembered: not identifiers, which come once, nor what namespaces decide.
    var isRemembered: Bool
    /// Which of the steps it is.
    var index: Int32
  }

  /// What is known of a state; -1 where it was not asked for yet. Nothing here is counted by reference: this is read at
  /// every event.
  private struct StateEntry {
    var closed: StateID = -1
    var text: Int32 = -1
    var mayEnd: Int8 = -1
  }

  /// What ``text(_:)`` answers besides states.
  enum TextCode {
    static let ignored: Int32 = -2
    /// And below: the data, values and lists are in ``leaves(_:)``.
    static let matched: Int32 = -3
  }

  init(_ automaton: Automaton) { self.automaton = automaton }

  /// Asks the shared automaton.
  private mutating func ask<Answer>(_ question: (Automaton) -> Answer) -> Answer {
    let answer = question(automaton)
    if automaton.isExhausted { isSpoiled = true }
    return answer
  }

  @inline(__always)
  mutating func open(_ state: StateID, _ letter: Int32) -> Automaton.Opening? {
    if let known = openings.value(state, letter) { return known < 0 ? nil : openingList[Int(known)] }
    let opening = ask { $0.open(state, letter) }
    openings.set(state, letter, opening == nil ? -1 : Int32(openingList.count))
    if let opening { openingList.append(opening) }
    return opening
  }

  @inline(__always)
  mutating func attribute(_ state: StateID, _ letter: Int32) -> AttributeEntry? {
    if let known = attributes.value(state, letter) { return known < 0 ? nil : attributeList[Int(known)] }
    let step = ask { $0.attribute(state, letter) }
    attributes.set(state, letter, step == nil ? -1 : Int32(attributeList.count))
    guard let step else { return nil }
    let isSingle = step.rests.count == 1
    let entry = AttributeEntry(
      rest: isSingle ? step.rests[0] : -1, allowsEverything: isSingle && step.matchers[0].allowsEverything,
      isRemembered: step.matchers.allSatisfy(\.isWorthRemembering),
      index: Int32(steps.count))
    steps.append(step)
    attributeList.append(entry)
    return entry
  }

  @inline(__always)
  private mutating func reserve(_ state: StateID) {
    while states.count <= Int(state) { states.append(StateEntry()) }
  }

  @inline(__always)
  mutating func close(_ state: StateID) -> StateID {
    reserve(state)
    let known = states[Int(state)].closed
    if known >= 0 { return known }
    let closed = ask { $0.close(state) }
    states[Int(state)].closed = closed
    return closed
  }

  @inline(__always)
  mutating func mayEnd(_ state: StateID) -> Bool {
    reserve(state)
    let known = states[Int(state)].mayEnd
    if known >= 0 { return known == 1 }
    let mayEnd = automaton.mayEnd(state)
    states[Int(state)].mayEnd = mayEnd ? 1 : 0
    return mayEnd
  }

  /// What text means in a state: the state that it leads to, or one of ``TextCode``.
  @inline(__always)
  mutating func text(_ state: StateID) -> Int32 {
    reserve(state)
    let known = states[Int(state)].text
    return known == -1 ? learnText(state) : known
  }

  private mutating func learnText(_ state: StateID) -> Int32 {
    let code: Int32
    switch ask({ $0.textRule(state) }) {
    case .ignored: code = TextCode.ignored
    case .leads(let next): code = next
    case .matched(let leaves):
      code = TextCode.matched - Int32(leafList.count)
      leafList.append(leaves)
    }
    states[Int(state)].text = code
    return code
  }

  func leaves(_ code: Int32) -> Automaton.TextLeaves { leafList[Int(TextCode.matched - code)] }

  @inline(__always)
  mutating func end(_ opening: Int32, rest: StateID, _ state: StateID) -> StateID {
    if rest >= 0 { return mayEnd(state) ? rest : 0 }
    if let known = ends.value(opening, state) { return known }
    let next = ask { $0.end(opening, state) }
    ends.set(opening, state, next)
    return next
  }

  /// The state behind a text that matches these data, values and lists.
  mutating func text(_ state: StateID, matching accepted: [PatternID]) -> StateID {
    guard accepted.count <= 1 else { return ask { $0.text(state, matching: accepted) } }
    let letter = accepted.first ?? -1
    if let known = texts.value(state, letter) { return known }
    let next = ask { $0.text(state, matching: accepted) }
    texts.set(state, letter, next)
    return next
  }

  mutating func attributeEnd(_ step: Automaton.AttributeStep, matching accepted: [Int]) -> StateID {
    ask { $0.attributeEnd(step, matching: accepted) }
  }

  mutating func either(_ first: StateID, _ second: StateID) -> StateID { ask { $0.either(first, second) } }
}
