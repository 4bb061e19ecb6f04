import ArticleModel

/// Whether a sentence looks ahead or back, as far as its words tell.
enum Tense {
  case past, future, unknown
}

extension DateGrammar {
  /// The tense of the words around the tokens from `index` to `end`, those before them first.
  ///
  /// The nearest word decides: "will meet on Tuesday" looks ahead, "will meet, he said on Tuesday" back.
  func tense(from index: Int, to end: Int) -> Tense {
    guard language != .other else { return .unknown }
    // "elections for December", "until May": what they hang on may well be past.
    let isGoal = isGoal(role(index - 1) == .the ? index - 2 : index - 1)
    var isBehind = false
    var place = index - 1
    while place >= max(reader.start, index - 40), !reader.tokens[place + 1].startsSentence,
      reader.punctuation(place) != 0x3B
    {
      if let tense = tense(of: place) {
        return (isGoal && tense == .past) || (isBehind && tense == .future) ? .unknown : tense
      }
      // "will rule after arguments on March 3"
      if reader.matches(place, "after") || reader.matches(place, "following") || reader.matches(place, "since") {
        isBehind = true
      }
      place -= 1
    }
    place = end
    while place < min(reader.end, end + 20), !reader.tokens[place].startsSentence, reader.punctuation(place) != 0x3B {
      if let tense = tense(of: place) { return tense }
      place += 1
    }
    return .unknown
  }

  private func isGoal(_ index: Int) -> Bool {
    for word in ["for", "until", "till", "by", "before"] as [StaticString] where reader.matches(index, word) {
      return true
    }
    return false
  }

  /// The tense that one word tells; nil where it tells none.
  private func tense(of index: Int) -> Tense? {
    guard reader.kind(index) == .word else { return nil }
    switch role(index) {
    case .future: return .future
    case .present: return .unknown
    // "il y a deux ans"
    case .past where language == .french && reader.matches(index - 1, "y"): return nil
    // "will be held", "is held"
    case .past where reader.matches(index - 1, "be") || role(index - 1) == .present: return nil
    case .past: return .past
    default: break
    }
    guard reader.shape(index) == .lower || reader.tokens[index].startsSentence else { return nil }
    if language != .english { return hasFutureEnding(index) ? .future : nil }
    // "is to run", "is to be held", "will be elected"
    if reader.matches(index, "to"), reader.matches(index - 1, "is") || reader.matches(index - 1, "are") {
      return .future
    }
    if reader.matches(index, "be") { return reader.matches(index - 1, "to") ? .future : nil }
    if reader.matches(index, "going"), reader.matches(index + 1, "to") { return .future }
    let range = reader.tokens[index].range
    guard range.count >= 5, reader.matches(SourceRange(start: range.end - 2, end: range.end), "ed"),
      reader.bytes[Int(range.end) - 3] != 0x65, !reader.matches(index - 1, "be"), role(index - 1) != .present
    else { return nil }
    return .past
  }

  /// Whether a verb of French or Spanish ends as in the future tense: "rouvrira", "rouvriront", "abrirá", "abrirán".
  private func hasFutureEnding(_ index: Int) -> Bool {
    let range = reader.tokens[index].range
    guard range.count >= 5 else { return false }
    func ends(_ word: StaticString) -> Bool {
      reader.matches(SourceRange(start: range.end - Int32(word.utf8CodeUnitCount), end: range.end), word)
    }
    switch language {
    case .french: return ends("ra") || ends("ront")
    case .spanish: return ends("rá") || ends("rán")
    case .english, .german, .other: return false
    }
  }

  /// Whether the words around a date look ahead.
  func isFuture(from index: Int, to end: Int) -> Bool { tense(from: index, to: end) == .future }
}
