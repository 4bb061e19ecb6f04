internal import XML

/// Text: it counts when the tag behind it comes, since it may come in pieces.
extension DocumentValidation {
  /// Takes the text before a child into account.
  mutating func settleText(_ place: XMLEventPlace) {
    guard hasPendingText || !pendingText.isEmpty else { return }
    let frame = frames.count - 1
    defer {
      hasPendingText = false
      pendingText.removeAll(keepingCapacity: true)
    }
    guard frames[frame].state != 0 else { return }
    let code = cache.text(frames[frame].state)
    if code > 0 {
      frames[frame].state = code
    } else if code <= TransitionCache.TextCode.matched {
      if pendingText.withUnsafeBufferPointer(\.isAllSpace) { return }
      let leaves = cache.leaves(code)
      let next = state(behind: leaves, place)
      if next != 0 {
        frames[frame].state = next
      } else {
        tellContent(leaves, place)
        frames[frame].isForgiven = true
      }
    }
  }

  /// Takes the text before an end tag into account; without children, it is the whole content.
  mutating func settleFinalText(_ place: XMLEventPlace) {
    let frame = frames[frames.count - 1]
    guard frame.state != 0 else {
      hasPendingText = false
      pendingText.removeAll(keepingCapacity: true)
      return
    }
    if frame.hasChild { return settleText(place) }
    let code = cache.text(frame.state)
    guard code <= TransitionCache.TextCode.matched else { return settleText(place) }
    let leaves = cache.leaves(code)
    let next = state(behind: leaves, place)
    let isSpace = pendingText.withUnsafeBufferPointer(\.isAllSpace)
    if isSpace {
      // White space may be left out: both hold.
      if next != 0 { frames[frames.count - 1].state = cache.either(frame.state, next) }
    } else if next != 0 {
      frames[frames.count - 1].state = next
    } else {
      tellContent(leaves, place)
      frames[frames.count - 1].isForgiven = true
    }
    hasPendingText = false
    pendingText.removeAll(keepingCapacity: true)
  }

  private mutating func state(behind leaves: Automaton.TextLeaves, _ place: XMLEventPlace) -> StateID {
    let accepted = pendingText.withUnsafeBufferPointer { text in
      leaves.leaves.filter { $0.matcher.matchesPiece(text) { place.namespace(ofPrefix: $0) } }.map(\.pattern)
    }
    return cache.text(frames[frames.count - 1].state, matching: accepted)
  }

  var contentText: [UInt8] { pendingText }
}
