internal import ArticleModel
internal import XML

/// What is done about a fault: it is told once, and validation goes on as if it had not been made.
extension DocumentValidation {
  /// Finds out how to go on with an element that is not allowed where it stands.
  mutating func recover(from name: XMLNameID, _ letter: Int32, _ frame: inout Frame, _ place: XMLEventPlace) {
    let automaton = cache.automaton
    let parent = frames.count - 1
    let state = frames[parent].state
    let known = openingOfKnown(letter)
    guard state != 0 || parent == 0 else {
      // Inside what is not known, elements that are known are still checked.
      if let known, known.rest >= 0 { frame.state = known.child }
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
    if known != nil, goesOnInWrapper(letter) {
      if let known, known.rest >= 0 { frame.state = known.child }
      return
    }
    if let opening = openingInMeantNamespace(name, state) {
      frame.state = opening.child
      frame.opening = opening.number
      frame.rest = opening.rest
      return
    }
    let allowed = elementNames(automaton.inspect(state) { store, pattern in store.nextElements(pattern) })
    let misplacement = known.map { _ in
      self.misplacement(of: name, ordinal: frame.ordinal, allowed: allowed.map(\.local))
    }
    if known == nil, let meant = nearest(to: name, among: allowed),
      let opening = automaton.open(state, automaton.names.letter(namespace: meant.namespace, local: meant.local))
    {
      tellNotAllowed(name, allowed, misplacement, ordinal: frame.ordinal, place)
      if meant.local == documentNames.local(name) {
        meantNamespaces[documentNames.namespace(name) ?? ""] = meant.namespace
      }
      frame.state = opening.child
      frame.opening = opening.number
      frame.rest = opening.rest
      return
    }
    if frames[parent].toldMissing == letter {
      // Told already: it stands behind what it should stand before.
      frames[parent].toldMissing = -1
    } else {
      tellNotAllowed(name, allowed, misplacement, ordinal: frame.ordinal, place)
      frames[parent].strays += 1
      // It has its place further up: what may follow it there may follow it here.
      if let opening = automaton.open(frames[parent].content, letter, isSkipping: true) {
        if case .excluded = misplacement { frame.isStray = true }
        frame.alternative = state
        frame.state = opening.child
        frame.opening = opening.number
        frame.rest = opening.rest
        return
      }
      frame.isStray = true
      if case .unwrapped(let wrappers) = misplacement { supposeWrapper(wrappers, around: letter, allowed) }
    }
    // The content of a known element is that of its name, if all agree about how it ends.
    if let known, known.rest >= 0 { frame.state = known.child }
  }
  /// Where an element leads whose namespace was told to be wrong already.
  private func openingInMeantNamespace(_ name: XMLNameID, _ state: StateID) -> Automaton.Opening? {
    guard !meantNamespaces.isEmpty, let meant = meantNamespaces[documentNames.namespace(name) ?? ""] else { return nil }
    return cache.automaton.open(
      state, cache.automaton.names.letter(namespace: meant, local: documentNames.local(name)))
  }
}
