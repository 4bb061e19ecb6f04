internal import XML

/// Why a known element is not allowed where it stands, and where it belongs.
enum Misplacement {
  /// Its place is before this sibling.
  case late(before: String)
  /// It may stand there once.
  case repeated
  /// It and this sibling exclude each other.
  case excluded(by: String)
  /// Elements that may stand here would hold it.
  case unwrapped([String])
  /// It may stand behind the end of an open element.
  case nested(in: String, parent: String)
  /// Elements hold it that have no place here.
  case astray([String])
  /// Nothing is known of it that would help.
  case unknown
}

extension DocumentValidation {
  /// More parents than that tell nothing of where an element belongs.
  private static let mostTellingParents = 8
  /// So many parents are surely what is missing around an element.
  private static let fewParents = 4
  private static let mostLevels = 4

  /// - Parameter allowed: What may stand there, by local name.
  func misplacement(of name: XMLNameID, ordinal: Int32, allowed: [String]) -> Misplacement {
    let letter = knownLetter(name)
    let parent = frames.count - 1
    guard parent > 0 else { return .unknown }
    if let reason = conflict(of: letter, name, ordinal, in: frames[parent]) { return reason }
    let parents = schema.parents(of: letter)
    if parents.contains(elementName) { return .unknown }
    let wrappers = schema.advice.ranked(parents.filter(Set(allowed).contains))
    if 1...Self.fewParents ~= wrappers.count { return .unwrapped(wrappers) }
    var depth = parent
    while depth > 1, depth > parent - Self.mostLevels {
      guard frames[depth].opening >= 0, frames[depth].alternative == 0 else { break }
      let behind = frames[depth].rest >= 0 ? frames[depth].rest : cache.automaton.endForgiving(frames[depth].opening)
      if behind > 0, cache.automaton.open(behind, letter) != nil {
        return .nested(
          in: documentNames.local(frames[depth].name), parent: documentNames.local(frames[depth - 1].name))
      }
      depth -= 1
    }
    if !wrappers.isEmpty { return .unwrapped(wrappers) }
    if 1...Self.mostTellingParents ~= parents.count { return .astray(schema.advice.ranked(parents)) }
    return .unknown
  }

  /// With what sibling an element does not get on that the parent allows at first.
  private func conflict(of letter: Int32, _ name: XMLNameID, _ ordinal: Int32, in parent: Frame) -> Misplacement? {
    let automaton = cache.automaton
    guard automaton.open(parent.content, letter, isSkipping: true) != nil else { return nil }
    var state = parent.content
    for sibling in siblings(in: parent) where ordinal > 1 || sibling != name {
      guard let step = automaton.open(state, knownLetter(sibling), isSkipping: true) else { continue }
      let behind = self.state(behind: step)
      if automaton.open(behind, letter, isSkipping: true) != nil {
        state = behind
        continue
      }
      if sibling == name { return .repeated }
      let local = documentNames.local(sibling)
      guard let own = automaton.open(state, letter, isSkipping: true),
        automaton.open(self.state(behind: own), knownLetter(sibling), isSkipping: true) != nil
      else { return .excluded(by: local) }
      return .late(before: local)
    }
    return nil
  }
}
