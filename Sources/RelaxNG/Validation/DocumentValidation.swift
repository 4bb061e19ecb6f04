internal import ArticleModel
internal import XML

/// The validation of one document after the other: what ``DocumentValidator`` does at each event.
struct DocumentValidation {
  /// An element that is open.
  struct Frame {
    /// What is still allowed in it; 0 where nothing is checked.
    var state: StateID
    /// The opening that led here, or -1 for an element that does not count in its parent.
    var opening: Int32
    /// The state of the parent behind the end tag, or -1 where it depends.
    var rest: StateID
    var name: XMLNameID
    /// What was allowed in it at first, behind its start tag.
    var content: StateID = 0
    /// Another state that the parent may be in behind the end tag: as if the element did not stand there. 0 for none.
    var alternative: StateID = 0
    /// How many elements of its name stand before it among its siblings, and it.
    var ordinal: Int32
    /// Where the counts of its children begin.
    var countBase: Int
    var hasChild = false
    var isTextTold = false
    /// The number of the states of a missing element that its last children should stand in, or -1.
    var supposed: Int32 = -1
    /// Elements that were not allowed: each may stand for one that is missing.
    var strays = 0
    /// Whether what is missing at the end is told already.
    var isForgiven = false
    /// Whether the element itself is not allowed where it stands: then it is no wonder that what it holds does not fit it.
    var isStray = false
    /// The letter of an element that was told to be missing, or -1: it may come later, out of order.
    var toldMissing: Int32 = -1

    /// Goes on where an opening leads.
    @inline(__always)
    mutating func enter(_ opening: Automaton.Opening) {
      state = opening.child
      self.opening = opening.number
      rest = opening.rest
    }

    /// Goes on in the content of an element that counts for nothing where it stands: that of its name, if all agree about
    /// how it ends.
    mutating func enterContent(of opening: Automaton.Opening?) {
      if let opening, opening.rest >= 0 { state = opening.child }
    }
  }

  let schema: CompiledSchema
  let documentNames: XMLNameTable
  /// Whether prefixes stand in the place of namespaces, as for a DTD.
  var isLexical = false
  var cache: TransitionCache
  var frames: [Frame] = []
  /// How many children of each name the open elements have so far.
  private var counts = SiblingCounts()
  /// The letter of each name of the documents, or -1 where it is not known yet.
  private var letters: [Int32] = []
  /// The text since the last tag.
  var pendingText: [UInt8] = []
  var hasPendingText = false
  var identifiers: IdentifierCheck
  var faults: [ValidationFault] = []
  var maximumFaults: Int
  /// The states of each missing element that something should stand in, for each element that it may be.
  var supposedStates: [[StateID]] = []
  /// Namespaces that were told to be wrong, each with the one that was meant.
  var meantNamespaces: [String: String] = [:]

  init(_ schema: CompiledSchema, names: XMLNameTable, maximumFaults: Int) {
    self.schema = schema
    documentNames = names
    cache = TransitionCache(schema.automaton())
    identifiers = IdentifierCheck(schema)
    self.maximumFaults = max(1, maximumFaults)
  }

  mutating func finish() -> [ValidationFault] {
    if cache.isSpoiled { tellLimit() }
    let found = faults
    frames.removeAll(keepingCapacity: true)
    counts.close(to: 0)
    pendingText.removeAll(keepingCapacity: true)
    hasPendingText = false
    meantNamespaces.removeAll()
    supposedStates.removeAll()
    faults = []
    identifiers.reset()
    if cache.isSpoiled { cache = TransitionCache(schema.automaton()) }
    return found
  }

  var wantsMore: Bool { faults.count < maximumFaults && !cache.isSpoiled }

  // MARK: Events

  mutating func startElement(
    _ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace
  ) {
    if frames.isEmpty {
      frames.append(
        Frame(
          state: cache.automaton.start, opening: -1, rest: -1, name: XMLNameID(rawValue: -1), ordinal: 0, countBase: 0))
    }
    settleText(place)
    let letter = letter(name)
    let parent = frames.count - 1
    frames[parent].hasChild = true
    let ordinal = counts.count(name, from: frames[parent].countBase)
    let state = frames[parent].state
    var frame = Frame(state: 0, opening: -1, rest: -1, name: name, ordinal: ordinal, countBase: counts.end)
    if state != 0, let opening = cache.open(state, letter) {
      frame.enter(opening)
      frames[parent].supposed = -1
    } else {
      recover(from: name, letter, &frame, place)
    }
    frames.append(frame)
    if attributes.count > 0 { check(attributes, letter, place) }
    let open = frames[parent + 1].state
    if open != 0 {
      let closed = cache.close(open)
      frames[parent + 1].state = closed
      if closed == 0 { recoverFromMissingAttributes(open, place) }
      frames[parent + 1].content = frames[parent + 1].state
    }
  }

  mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {
    settleFinalText(place)
    let frame = frames[frames.count - 1]
    counts.close(to: frame.countBase)
    if frame.opening >= 0 {
      var next: StateID = frame.state == 0 ? 0 : cache.end(frame.opening, rest: frame.rest, frame.state)
      if next == 0 {
        if frame.state != 0, !frame.isForgiven { tellIncomplete(place) }
        next = frame.rest >= 0 ? frame.rest : cache.automaton.endForgiving(frame.opening)
      }
      if frame.alternative > 0, next > 0 { next = cache.either(next, frame.alternative) }
      frames.removeLast()
      frames[frames.count - 1].state = next
    } else {
      if frame.state != 0, !frame.isForgiven, !cache.mayEnd(frame.state) { tellIncomplete(place) }
      frames.removeLast()
    }
    if frames.count == 1 { tellDanglingReferences(place) }
  }

  mutating func characters(_ text: Span<UInt8>, _ place: XMLEventPlace) {
    let frame = frames.count - 1
    guard frame > 0, frames[frame].state != 0 else { return }
    let code = cache.text(frames[frame].state)
    if code == TransitionCache.TextCode.ignored { return }
    text.withUnsafeBufferPointer { text in
      if code <= TransitionCache.TextCode.matched {
        pendingText.append(contentsOf: text)
      } else if !hasPendingText, !text.isAllSpace {
        hasPendingText = true
        if code == 0 { tellText(text, place) }
      }
    }
  }

  // MARK: Names

  @inline(__always)
  mutating func letter(_ name: XMLNameID) -> Int32 {
    let index = Int(name.rawValue)
    if index < letters.count, letters[index] >= 0 { return letters[index] }
    return learn(name)
  }

  private mutating func learn(_ name: XMLNameID) -> Int32 {
    let index = Int(name.rawValue)
    while letters.count <= index { letters.append(-1) }
    let letter = cache.automaton.names.letter(
      namespace: documentNames.namespace(name) ?? "", local: documentNames.local(name))
    letters[index] = letter
    return letter
  }

  /// The names of the children that an element has so far, in the order of their first.
  func siblings(in parent: Frame) -> [XMLNameID] { counts.names(from: parent.countBase) }

  // MARK: Attributes

  private mutating func check(_ attributes: XMLEventAttributes, _ element: Int32, _ place: XMLEventPlace) {
    let frame = frames.count - 1
    for index in 0..<attributes.count {
      let name = attributes.name(index)
      let letter = letter(name)
      if identifiers.concerns(letter), let kind = identifiers.kind(element, letter) {
        checkIdentifier(attributes.bytes(index), kind, name, place)
      }
      let state = frames[frame].state
      if state == 0 { continue }
      guard let entry = cache.attribute(state, letter) else {
        recover(fromAttribute: name, place)
        continue
      }
      if entry.allowsEverything {
        frames[frame].state = entry.rest
        continue
      }
      let value = attributes.bytes(index)
      let next = self.state(behind: entry, value, place)
      if next != 0 {
        frames[frame].state = next
      } else {
        let step = cache.steps[Int(entry.index)]
        tellValue(value, of: name, step, place)
        frames[frame].state = cache.attributeEnd(step, matching: Array(step.rests.indices))
      }
    }
  }

  @inline(__always)
  private mutating func state(
    behind entry: TransitionCache.AttributeEntry, _ value: Bytes, _ place: XMLEventPlace
  ) -> StateID {
    guard entry.isRemembered, value.count <= ValueCache.maximumLength else {
      return computedState(behind: entry, value, place)
    }
    let hash = ValueCache.hash(value, entry.index)
    let known = cache.values.state(value, entry.index, hash)
    if known >= 0 { return known }
    let state = computedState(behind: entry, value, place)
    cache.values.set(value, entry.index, hash, state)
    return state
  }

  private mutating func computedState(
    behind entry: TransitionCache.AttributeEntry, _ value: Bytes, _ place: XMLEventPlace
  ) -> StateID {
    let step = cache.steps[Int(entry.index)]
    let namespaces: PrefixLookup = { place.namespace(ofPrefix: $0) }
    if entry.rest >= 0 { return step.matchers[0].matches(value, namespaces) ? entry.rest : 0 }
    let accepted = step.matchers.indices.filter { step.matchers[$0].matches(value, namespaces) }
    return accepted.isEmpty ? 0 : cache.attributeEnd(step, matching: accepted)
  }
}
