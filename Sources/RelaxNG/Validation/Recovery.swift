internal import ArticleModel
internal import XML

/// What is done about a fault: it is told once, and validation goes on as if it had not been made.
extension DocumentValidation {
  /// Finds out how to go on with an element that is not allowed where it stands.
  mutating func recover(from name: XMLNameID, _ letter: Int32, _ frame: inout Frame, _ place: XMLEventPlace) {
    let parent = frames.count - 1
    let state = frames[parent].state
    let known = openingOfKnown(letter)
    // Inside what is not known, elements that are known are still checked.
    guard state != 0 || parent == 0 else { return frame.enterContent(of: known) }
    if let opening = cache.automaton.open(state, letter, isSkipping: true) {
      // What was to stand before it may still come, and then what it was to stand before is no longer missing.
      if !frames[parent].isStray { tellMissing(before: name, place) }
      frame.alternative = state
      return frame.enter(opening)
    }
    if frames[parent].isStray || known != nil && goesOnInWrapper(letter) { return frame.enterContent(of: known) }
    if let opening = openingInMeantNamespace(name, state) { return frame.enter(opening) }
    let allowed = elementNames(cache.automaton.inspect(state) { store, pattern in store.nextElements(pattern) })
    if known == nil, let opening = tellMeant(name, allowed, ordinal: frame.ordinal, place) {
      return frame.enter(opening)
    }
    recover(fromStray: name, letter, known, allowed, &frame, place)
  }

  /// Tells of an element that the schema does not know and that stands for another; says where that one leads.
  private mutating func tellMeant(
    _ name: XMLNameID, _ allowed: [NameClassTable.Name], ordinal: Int32, _ place: XMLEventPlace
  ) -> Automaton.Opening? {
    guard let meant = nearest(to: name, among: allowed),
      let opening = cache.automaton.open(frames[frames.count - 1].state, letter(of: meant))
    else { return nil }
    tellNotAllowed(name, allowed, nil, ordinal: ordinal, place)
    if meant.local == documentNames.local(name) {
      meantNamespaces[documentNames.namespace(name) ?? ""] = meant.namespace
    }
    return opening
  }

  /// Goes on with an element that has no place here, and stands for no other.
  private mutating func recover(
    fromStray name: XMLNameID, _ letter: Int32, _ known: Automaton.Opening?, _ allowed: [NameClassTable.Name],
    _ frame: inout Frame, _ place: XMLEventPlace
  ) {
    let parent = frames.count - 1
    if frames[parent].toldMissing == letter {
      // Told already: it stands behind what it should stand before.
      frames[parent].toldMissing = -1
      return frame.enterContent(of: known)
    }
    let misplacement = known.map { _ in
      self.misplacement(of: name, ordinal: frame.ordinal, allowed: allowed.map(\.local))
    }
    tellNotAllowed(name, allowed, misplacement, ordinal: frame.ordinal, place)
    frames[parent].strays += 1
    // It has its place further up: what may follow it there may follow it here.
    if let opening = cache.automaton.open(frames[parent].content, letter, isSkipping: true) {
      if case .excluded = misplacement { frame.isStray = true }
      frame.alternative = frames[parent].state
      return frame.enter(opening)
    }
    frame.isStray = true
    if case .unwrapped(let wrappers) = misplacement { supposeWrapper(wrappers, around: letter, allowed) }
    frame.enterContent(of: known)
  }

  /// Where an element leads whose namespace was told to be wrong already.
  private func openingInMeantNamespace(_ name: XMLNameID, _ state: StateID) -> Automaton.Opening? {
    guard !meantNamespaces.isEmpty, let meant = meantNamespaces[documentNames.namespace(name) ?? ""] else { return nil }
    return cache.automaton.open(
      state, cache.automaton.names.letter(namespace: meant, local: documentNames.local(name)))
  }
}
