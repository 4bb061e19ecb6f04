internal import XML

/// Elements and text that an element should hold which is not there: they are one mistake, not one each.
extension DocumentValidation {
  private static let mostTried = 8

  /// Notes what could be missing around an element that was told not to be allowed.
  ///
  /// - Parameter wrappers: Elements that may stand there and would hold it.
  mutating func supposeWrapper(_ wrappers: [String], around letter: Int32, _ allowed: [NameClassTable.Name]) {
    let contents = contents(of: wrappers.compactMap { local in allowed.first { $0.local == local } })
    suppose(
      contents.compactMap { content in
        cache.automaton.open(content, letter, isSkipping: true).map(state(behind:))
      })
  }

  /// The same for text.
  mutating func supposeWrapper(aroundTextBy holders: [NameClassTable.Name]) {
    var states = contents(of: holders)
    states.removeAll { cache.text($0) == 0 }
    suppose(states)
  }

  /// What the elements would hold if they stood there.
  private func contents(of wrappers: [NameClassTable.Name]) -> [StateID] {
    wrappers.prefix(Self.mostTried).compactMap { wrapper in
      cache.automaton.open(frames[frames.count - 1].state, letter(of: wrapper)).map {
        cache.automaton.closeForgiving($0.child)
      }
    }
  }

  private mutating func suppose(_ states: [StateID]) {
    guard !states.isEmpty else { return }
    frames[frames.count - 1].supposed = Int32(supposedStates.count)
    supposedStates.append(states)
  }

  /// Whether an element goes on in the missing one that siblings before it stand in.
  mutating func goesOnInWrapper(_ letter: Int32) -> Bool {
    let supposed = Int(frames[frames.count - 1].supposed)
    guard supposed >= 0 else { return false }
    let states = supposedStates[supposed].compactMap { state in
      cache.automaton.open(state, letter, isSkipping: true).map(self.state(behind:))
    }
    guard !states.isEmpty else { return false }
    supposedStates[supposed] = states
    return true
  }

  /// Whether text belongs into the missing element that siblings before it stand in.
  mutating func textGoesOnInWrapper() -> Bool {
    let supposed = Int(frames[frames.count - 1].supposed)
    guard supposed >= 0 else { return false }
    for state in supposedStates[supposed] where cache.text(state) != 0 { return true }
    return false
  }
}
