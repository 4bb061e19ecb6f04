internal import XML

/// The number of a state; states are dense. 0 is the state in which nothing is allowed.
typealias StateID = Int32

/// The automaton of a schema, built as documents ask for it and shared by all threads.
///
/// A state is what an open element still allows. A start tag leads to the state of the child, and notes what states of the
/// parent may follow; an end tag leads to one of those. So states do not depend on what stands around an element, and
/// there are few. Each thread keeps the transitions that it has used (``TransitionCache``) and asks here, under a lock,
/// for those that it has not.
final class Automaton: @unchecked Sendable {
  /// What a start tag leads to.
  struct Opening: Sendable {
    var number: Int32
    var child: StateID
    /// The state of the parent behind the end tag, or -1 where it depends on how the child ends.
    var rest: StateID
  }

  /// What an attribute leads to: for each way to take it, what its value must be and the state behind it.
  final class AttributeStep: Sendable {
    let number: Int32
    let matchers: [ValueMatcher]
    let rests: [StateID]
    /// For attributes that identify, what their values are.
    init(number: Int32, matchers: [ValueMatcher], rests: [StateID]) {
      self.number = number
      self.matchers = matchers
      self.rests = rests
    }
  }

  /// What text means in a state.
  enum TextRule: Sendable {
    /// Any text leaves the state as it is.
    case ignored
    /// Any text leads to another state; 0 where none is allowed.
    case leads(StateID)
    /// It depends on the text.
    case matched(TextLeaves)
  }

  /// The data, values and lists of a state.
  final class TextLeaves: Sendable {
    let leaves: [(pattern: PatternID, matcher: ValueMatcher)]
    init(_ leaves: [(pattern: PatternID, matcher: ValueMatcher)]) { self.leaves = leaves }
  }

  let names: NameClassTable
  let start: StateID
  private let lock = Lock()
  private var store: PatternStore
  /// The pattern of each state.
  private var statePatterns: [PatternID] = []
  private var states: [PatternID: StateID] = [:]
  private var openings: [Opening] = []
  /// The patterns that may follow behind each opening, in the order of their labels.
  private var openingRests: [[PatternID]] = []
  private var openingNumbers = TransitionTable()
  private var attributeSteps: [AttributeStep] = []
  private var attributeRests: [[PatternID]] = []
  private var attributeNumbers = TransitionTable()
  /// A choice of all elements, for what stands where it is not allowed.
  private let anywhere: StateID

  init(_ base: PatternStore, _ names: NameClassTable, start: PatternID, anywhere: PatternID) {
    store = base
    self.names = names
    statePatterns = [PatternStore.notAllowed]
    states = [PatternStore.notAllowed: 0]
    var own: [PatternID: StateID] = states
    var patterns = statePatterns
    func enter(_ pattern: PatternID) -> StateID {
      if let known = own[pattern] { return known }
      own[pattern] = StateID(patterns.count)
      patterns.append(pattern)
      return own[pattern]!
    }
    self.start = enter(start)
    self.anywhere = enter(anywhere)
    states = own
    statePatterns = patterns
  }

  /// Whether a limit was reached: then no answer is one.
  var isExhausted: Bool { lock.withLock { store.isExhausted } }

  var size: (patterns: Int, states: Int) { lock.withLock { (store.patterns.count, statePatterns.count) } }

  private func state(_ pattern: PatternID) -> StateID {
    if let known = states[pattern] { return known }
    let state = StateID(statePatterns.count)
    statePatterns.append(pattern)
    states[pattern] = state
    return state
  }

  /// Runs `body` on the patterns, with the pattern of a state.
  func inspect<Result>(_ state: StateID, _ body: (inout PatternStore, PatternID) -> Result) -> Result {
    lock.withLock {
      store.beginWork()
      return body(&store, statePatterns[Int(state)])
    }
  }

  // MARK: Start and end tags

  private static let skipping: Int32 = 1 << 30

  /// Where a start tag leads, or nil where the element is not allowed.
  ///
  /// - Parameter isSkipping: Whether what is missing before it is passed over.
  func open(_ state: StateID, _ letter: Int32, isSkipping: Bool = false) -> Opening? {
    lock.withLock {
      let key = isSkipping ? letter | Self.skipping : letter
      if let known = openingNumbers.value(state, key) { return known < 0 ? nil : openings[Int(known)] }
      store.beginWork()
      let pairs = store.open(statePatterns[Int(state)], letter, names, isSkipping: isSkipping).pairs
      guard !pairs.isEmpty else {
        openingNumbers.set(state, key, -1)
        return nil
      }
      let opening = add(pairs)
      if !store.isExhausted { openingNumbers.set(state, key, opening.number) }
      return opening
    }
  }

  /// Where a start tag leads if elements could stand anywhere; nil for an element that the schema does not know.
  func openAnywhere(_ letter: Int32) -> Opening? { open(anywhere, letter) }

  private func add(_ pairs: [PatternStore.Pair]) -> Opening {
    var labels: [PatternID: Int] = [:]
    var rests: [PatternID] = []
    var contents: [[PatternID]] = []
    for pair in pairs {
      let label = labels[pair.rest] ?? rests.count
      if label == rests.count {
        labels[pair.rest] = label
        rests.append(pair.rest)
        contents.append([])
      }
      contents[label].append(pair.content)
    }
    let number = Int32(openings.count)
    let opening: Opening
    if rests.count == 1 {
      opening = Opening(number: number, child: state(store.choice(contents[0])), rest: state(rests[0]))
    } else {
      let alternatives = contents.enumerated().map { store.after(store.choice($1), Int32($0)) }
      opening = Opening(number: number, child: state(store.choice(alternatives)), rest: -1)
    }
    openings.append(opening)
    openingRests.append(rests)
    return opening
  }

  /// The state of the parent behind an end tag; 0 where the content is not complete.
  func end(_ opening: Int32, _ state: StateID) -> StateID {
    lock.withLock {
      store.beginWork()
      let rests = openingRests[Int(opening)]
      let pattern = statePatterns[Int(state)]
      if rests.count == 1 { return store.isNullable(pattern) ? openings[Int(opening)].rest : 0 }
      var possible: [PatternID] = []
      let afters = store[pattern].kind == .choice ? Array(store.parts(store[pattern])) : [pattern]
      for id in afters where store[id].kind == .after && store.isNullable(store[id].first) {
        possible.append(rests[Int(store[id].second)])
      }
      return self.state(store.choice(possible))
    }
  }

  /// The state of the parent behind an end tag whatever the content was.
  func endForgiving(_ opening: Int32) -> StateID {
    lock.withLock { state(store.choice(openingRests[Int(opening)])) }
  }

  /// Whether the content may end here.
  func mayEnd(_ state: StateID) -> Bool { lock.withLock { store.isNullable(statePatterns[Int(state)]) } }

  // MARK: Attributes

  /// Where an attribute leads, or nil where it is not allowed.
  func attribute(_ state: StateID, _ letter: Int32) -> AttributeStep? {
    lock.withLock {
      if let known = attributeNumbers.value(state, letter) { return known < 0 ? nil : attributeSteps[Int(known)] }
      store.beginWork()
      let pairs = store.attribute(statePatterns[Int(state)], letter, names).pairs
      guard !pairs.isEmpty else {
        attributeNumbers.set(state, letter, -1)
        return nil
      }
      let step = AttributeStep(
        number: Int32(attributeSteps.count), matchers: pairs.map { ValueMatcher($0.content, in: store) },
        rests: pairs.map { self.state($0.rest) })
      attributeSteps.append(step)
      attributeRests.append(pairs.map(\.rest))
      if !store.isExhausted { attributeNumbers.set(state, letter, step.number) }
      return step
    }
  }

  /// The state behind an attribute whose value matches in these ways.
  func attributeEnd(_ step: AttributeStep, matching accepted: [Int]) -> StateID {
    lock.withLock {
      store.beginWork()
      return state(store.choice(accepted.map { attributeRests[Int(step.number)][$0] }))
    }
  }

  /// The state behind the start tag; 0 where attributes are missing.
  func close(_ state: StateID) -> StateID {
    inspectState(state) { store, pattern in store.close(pattern) }
  }

  func closeForgiving(_ state: StateID) -> StateID {
    inspectState(state) { store, pattern in store.closeForgiving(pattern) }
  }

  private func inspectState(_ state: StateID, _ derive: (inout PatternStore, PatternID) -> PatternID) -> StateID {
    lock.withLock {
      store.beginWork()
      return self.state(derive(&store, statePatterns[Int(state)]))
    }
  }

  // MARK: Text

  func textRule(_ state: StateID) -> TextRule {
    lock.withLock {
      store.beginWork()
      let pattern = statePatterns[Int(state)]
      var leaves: [PatternID] = []
      store.textLeaves(pattern, into: &leaves)
      if !leaves.isEmpty { return .matched(TextLeaves(leaves.map { ($0, ValueMatcher($0, in: store)) })) }
      let next = store.text(pattern, matching: [])
      return next == pattern ? .ignored : .leads(self.state(next))
    }
  }

  /// The state behind a text that matches these data, values and lists.
  func text(_ state: StateID, matching accepted: [PatternID]) -> StateID {
    inspectState(state) { store, pattern in store.text(pattern, matching: accepted) }
  }

  /// The state in which what stands is either there or not: white space alone may be left out.
  func either(_ first: StateID, _ second: StateID) -> StateID {
    lock.withLock { state(store.choice(statePatterns[Int(first)], statePatterns[Int(second)])) }
  }
}
