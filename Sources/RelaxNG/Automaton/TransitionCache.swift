/// The transitions that one thread has used, so that it asks the shared automaton for each of them once.
struct TransitionCache {
  let automaton: Automaton
  private var openings = TransitionTable()
  private var openingList: [Automaton.Opening] = []
  private var attributes = TransitionTable()
  private var attributeList: [AttributeEntry] = []
  private var ends = TransitionTable()
  private var texts = TransitionTable()
  private var states: [StateEntry] = []
  /// Whether the automaton reached its limits: then what was asked is of no use.
  private(set) var isSpoiled = false

  struct AttributeEntry {
    let step: Automaton.AttributeStep
    /// Where there is one way only to take the attribute: the state behind it, or -1.
    let rest: StateID
    let allowsEverything: Bool
  }

  /// What is known of a state; parts are asked for when they are wanted.
  private struct StateEntry {
    var closed: StateID = -1
    var mayEnd: Int8 = -1
    var text: Automaton.TextRule?
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
      step: step, rest: isSingle ? step.rests[0] : -1, allowsEverything: isSingle && step.matchers[0].allowsEverything)
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

  @inline(__always)
  mutating func textRule(_ state: StateID) -> Automaton.TextRule {
    reserve(state)
    if let known = states[Int(state)].text { return known }
    let rule = ask { $0.textRule(state) }
    states[Int(state)].text = rule
    return rule
  }

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
