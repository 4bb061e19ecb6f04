internal import ArticleModel
internal import XML

/// What is done about a fault: it is told once, and validation goes on as if it had not been made.
extension DocumentValidation {
  /// Finds out how to go on with an element that is not allowed where it stands.
  mutating func recover(from name: XMLNameID, _ letter: Int32, _ frame: inout Frame, _ place: XMLEventPlace) {
    let automaton = cache.automaton
    let parent = frames.count - 1
    let state = frames[parent].state
    let known = automaton.openAnywhere(letter)
    guard state != 0 || parent == 0 else {
      // Inside what is not known, elements that are known are still checked.
      frame.state = known?.child ?? 0
      if known != nil, known!.rest < 0 { frame.state = 0 }
      return
    }
    if let opening = automaton.open(state, letter, isSkipping: true) {
      // What was to stand before it may still come, and then what it was to stand before is no longer missing.
      if !frames[parent].isStray { tellMissing(before: name, place) }
      frame.alternative = state
      frame.state = opening.child
      frame.opening = opening.number
      frame.rest = opening.rest
      return
    }
    if frames[parent].isStray {
      if let known, known.rest >= 0 { frame.state = known.child }
      return
    }
    let allowed = elementNames(automaton.inspect(state) { store, pattern in store.nextElements(pattern) })
    if known == nil, let meant = nearest(to: name, among: allowed),
      // Of one or two letters any name of an element is near to any other.
      meant.local == documentNames.local(name) || documentNames.local(name).utf8.count > 2,
      let opening = automaton.open(state, automaton.names.letter(namespace: meant.namespace, local: meant.local))
    {
      let namespace = documentNames.namespace(name) ?? ""
      let isToldOfAll = meant.local == documentNames.local(name) && meantNamespaces[namespace] == meant.namespace
      if !isToldOfAll { tellNotAllowed(name, allowed, ordinal: frame.ordinal, place) }
      if meant.local == documentNames.local(name) { meantNamespaces[namespace] = meant.namespace }
      frame.state = opening.child
      frame.opening = opening.number
      frame.rest = opening.rest
      return
    }
    if frames[parent].toldMissing == letter {
      // Told already: it stands behind what it should stand before.
      frames[parent].toldMissing = -1
    } else {
      tellNotAllowed(name, allowed, ordinal: frame.ordinal, place)
      frames[parent].strays += 1
      // It has its place further up: what may follow it there may follow it here.
      if let opening = automaton.open(frames[parent].content, letter, isSkipping: true) {
        frame.alternative = state
        frame.state = opening.child
        frame.opening = opening.number
        frame.rest = opening.rest
        return
      }
      frame.isStray = true
    }
    // The content of a known element is that of its name, if all agree about how it ends.
    if let known, known.rest >= 0 { frame.state = known.child }
  }

  private func nearest(to name: XMLNameID, among allowed: [NameClassTable.Name]) -> NameClassTable.Name? {
    let local = documentNames.local(name)
    // The same name in another namespace is meant, too.
    if let same = allowed.first(where: { $0.local == local }) { return same }
    guard let nearest = NearestName.to(local, among: allowed.map(\.local)) else { return nil }
    return allowed.first { $0.local == nearest }
  }

  func elementNames(_ classes: Set<Int32>) -> [NameClassTable.Name] {
    let names = cache.automaton.names
    return Set(classes.flatMap { names.listed($0).names }).sorted {
      ($0.local, $0.namespace) < ($1.local, $1.namespace)
    }
  }

  /// An attribute that is not allowed: where it is another one misspelt, that one counts as given.
  mutating func recover(fromAttribute name: XMLNameID, _ place: XMLEventPlace) {
    let frame = frames.count - 1
    if frames[frame].isStray { return }
    let state = frames[frame].state
    let possible = elementNames(cache.automaton.inspect(state) { store, pattern in store.attributes(pattern) })
    let meant = nearest(to: name, among: possible)
    let local = documentNames.local(name)
    let suggestion = meant.map { "; did you mean \"\(prefixed($0))\"?" } ?? ""
    tell(
      .attributeNotAllowed, found: local, expected: meant.map { [prefixed($0)] } ?? [],
      "attribute \"\(prefixed(name))\" not allowed on element \"\(elementName)\"\(suggestion)", place,
      path: path + "/@" + prefixed(name))
    guard let meant,
      let step = cache.automaton.attribute(
        state, cache.automaton.names.letter(namespace: meant.namespace, local: meant.local))
    else { return }
    frames[frame].state = cache.automaton.attributeEnd(step, matching: Array(step.rests.indices))
  }

  /// - Parameter open: The state before the end of the start tag.
  mutating func recoverFromMissingAttributes(_ open: StateID, _ place: XMLEventPlace) {
    let automaton = cache.automaton
    let (required, possible) = automaton.inspect(open) { store, pattern in
      (store.required(pattern, .attribute), store.attributes(pattern))
    }
    frames[frames.count - 1].state = automaton.closeForgiving(open)
    if frames[frames.count - 1].isStray { return }
    let missing = elementNames(required)
    for name in missing {
      let step = automaton.attribute(open, automaton.names.letter(namespace: name.namespace, local: name.local))
      let values = step.map { ValuePhrase.expected($0.matchers, found: "") }?.filter { $0.hasPrefix("\"") } ?? []
      let expected = values.isEmpty ? "" : "; expected \(Phrase.list(values))"
      tell(
        .attributeMissing, found: "", expected: [prefixed(name)],
        "element \"\(elementName)\" has no attribute \"\(prefixed(name))\"\(expected)", place)
    }
    if missing.isEmpty {
      let names = elementNames(possible).map(prefixed)
      tell(
        .attributeMissing, found: "", expected: Array(names.prefix(Phrase.longestList)),
        "element \"\(elementName)\" has no attribute that says enough; expected \(Phrase.list(names.map { "\"\($0)\"" }))",
        place)
    }
  }
}
