internal import ArticleModel
internal import XML

/// What is likely to be meant or missing, from what the schema allows.
extension DocumentValidation {
  /// More names than that are not tried out one by one.
  private static let mostTried = 400

  func elementNames(_ classes: Set<Int32>) -> [NameClassTable.Name] {
    let names = cache.automaton.names
    return Set(classes.flatMap { names.listed($0).names }).sorted {
      ($0.local, $0.namespace) < ($1.local, $1.namespace)
    }
  }

  func letter(of name: NameClassTable.Name) -> Int32 {
    cache.automaton.names.letter(namespace: name.namespace, local: name.local)
  }

  func knownLetter(_ name: XMLNameID) -> Int32 {
    cache.automaton.names.letter(namespace: documentNames.namespace(name) ?? "", local: documentNames.local(name))
  }

  /// Where an element leads by its name alone, wherever it stands; nil where the schema does not write this name.
  func openingOfKnown(_ letter: Int32) -> Automaton.Opening? {
    cache.automaton.names.name(of: letter) == nil ? nil : cache.automaton.openAnywhere(letter)
  }

  /// Local names without repetition, the common ones first.
  func ranked(_ names: [NameClassTable.Name]) -> [String] { schema.advice.ranked(Set(names.map(\.local))) }

  /// The state of the parent behind an element, whatever is in it.
  func state(behind opening: Automaton.Opening) -> StateID {
    opening.rest >= 0 ? opening.rest : cache.automaton.endForgiving(opening.number)
  }

  // MARK: Missing elements

  /// The elements that are missing in a state so that its content may go on with `next`, or end where that is nil.
  ///
  /// - Returns: Their names, the likeliest first, and whether all of them are missing or one of them.
  func missing(in state: StateID, before next: Int32?) -> (names: [NameClassTable.Name], areAllRequired: Bool) {
    let automaton = cache.automaton
    let (required, possible) = automaton.inspect(state) { store, pattern in
      (store.required(pattern, .element), store.nextElements(pattern))
    }
    let wanted = inOrder(elementNames(required), from: state, before: next)
    if !wanted.isEmpty { return (wanted, true) }
    // What leads nowhere, as a page break, is not what is missing.
    var leading: [NameClassTable.Name] = []
    var completing: [NameClassTable.Name] = []
    let names = elementNames(possible)
    for name in names.prefix(Self.mostTried) {
      guard let opening = automaton.open(state, letter(of: name)) else { continue }
      let behind = self.state(behind: opening)
      if behind != state { leading.append(name) }
      if next.map({ automaton.open(behind, $0) != nil }) ?? automaton.mayEnd(behind) { completing.append(name) }
    }
    return (completing.isEmpty ? leading.isEmpty ? names : leading : completing, false)
  }

  /// Those of the names that a content wants next, in order, until `next` may stand.
  private func inOrder(
    _ names: [NameClassTable.Name], from state: StateID, before next: Int32?
  ) -> [NameClassTable.Name] {
    var left = names
    var ordered: [NameClassTable.Name] = []
    var state = state
    while !left.isEmpty, next.map({ cache.automaton.open(state, $0) == nil }) ?? true {
      guard let index = left.firstIndex(where: { cache.automaton.open(state, letter(of: $0)) != nil }),
        let opening = cache.automaton.open(state, letter(of: left[index]))
      else { return next == nil ? ordered + left : ordered }
      state = self.state(behind: opening)
      ordered.append(left.remove(at: index))
    }
    return ordered
  }

  // MARK: Misspelt names

  /// The element of those allowed that a name was meant for.
  func nearest(to name: XMLNameID, among allowed: [NameClassTable.Name]) -> NameClassTable.Name? {
    let local = documentNames.local(name)
    // The same name in another namespace is meant, too.
    if let same = allowed.first(where: { $0.local == local }) { return same }
    // One of another namespace is no slip of writing.
    let namespace = documentNames.namespace(name) ?? ""
    guard namespace.isEmpty || allowed.contains(where: { $0.namespace == namespace }) else { return nil }
    if let meant = schema.advice.meantElements[local], let known = allowed.first(where: { $0.local == meant }) {
      return known
    }
    // Of one or two letters any name of an element is near to any other.
    guard local.utf8.count > 2 || allowed.contains(where: { $0.local.lowercased() == local.lowercased() }),
      let nearest = NearestName.to(local, among: ranked(allowed), isRanked: true)
    else { return nil }
    return allowed.first { $0.local == nearest }
  }

  /// The attribute of those allowed that a name was meant for.
  func nearestAttribute(to name: XMLNameID, among allowed: [NameClassTable.Name]) -> NameClassTable.Name? {
    let local = documentNames.local(name)
    if let same = allowed.first(where: { $0.local == local }) { return same }
    if let meant = schema.advice.meantAttributes[local], let known = allowed.first(where: { prefixed($0) == meant }) {
      return known
    }
    let names = schema.advice.rankedAttributes(allowed.map(\.local))
    guard let nearest = NearestName.to(local, among: names, isRanked: true) else { return nil }
    return allowed.first { $0.local == nearest }
  }

  // MARK: Text

  /// The elements allowed in a state that may hold text, the common ones first.
  func textHolders(in state: StateID) -> [NameClassTable.Name] {
    let classes = cache.automaton.inspect(state) { store, pattern in store.nextTextHolders(pattern) }
    let names = elementNames(classes)
    return ranked(names).compactMap { local in names.first { $0.local == local } }
  }
}
