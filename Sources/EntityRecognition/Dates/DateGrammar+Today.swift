import ArticleModel

/// "Today" that is the day of the article, and "today" that is our time.
extension DateGrammar {
  /// Whether "today" means nowadays: "is still in use today", "today’s world".
  ///
  /// In an article without a date it means a day only where something happened on it.
  func isNowadays(_ index: Int) -> Bool {
    guard language == .english, reader.matches(index, "today") else { return false }
    for word in ["of", "until", "to", "till", "even", "than", "still", "is", "are", "known"] as [StaticString]
    where reader.matches(index - 1, word) { return true }
    if reader.matches(index + 1, "than") { return true }
    for word in ["earlier", "later", "speaking", "announced", "said", "has", "have"] as [StaticString]
    where reader.matches(index - 1, word) { return false }
    if reader.kind(index + 1) == .clitic {
      if isNowadaysOwn(index + 2) { return true }
      for word in [
        "announcement", "attack", "attacks", "statement", "decision", "ruling", "vote", "news", "hearing", "meeting",
        "proceeding", "session", "game", "match", "debate", "report", "speech", "summit", "verdict", "agreement",
      ] as [StaticString] where reader.matches(index + 2, word) { return false }
    }
    var hasSpeaker = false
    for place in sentence(around: index) where reader.kind(place) == .word {
      for word in [
        "still", "remain", "remains", "known", "exist", "exists", "modern", "nowadays", "survive", "survives",
      ] as [StaticString] where reader.matches(place, word) { return true }
      if reader.matches(place, "i") || reader.matches(place, "we") || reader.matches(place, "our") { hasSpeaker = true }
    }
    return today == nil && !hasSpeaker && tense(from: index, to: index + 1) == .unknown
  }

  /// Whether a noun is one that a time has, not a day: "today’s society".
  private func isNowadaysOwn(_ index: Int) -> Bool {
    for word in [
      "world", "society", "generation", "youth", "young", "standards", "technology", "money", "economy", "climate",
      "culture", "children", "kids", "students", "modern", "consumers", "market", "digital", "terms", "prices",
    ] as [StaticString] where reader.matches(index, word) { return true }
    // "today’s Germany"
    return reader.isCapitalised(index)
  }

  /// The tokens of the sentence around one, no more than thirty to each side.
  private func sentence(around index: Int) -> Range<Int> {
    var start = index
    while start > max(reader.start, index - 30), !reader.tokens[start].startsSentence { start -= 1 }
    var end = index + 1
    while end < min(reader.end, index + 30), !reader.tokens[end].startsSentence { end += 1 }
    return start..<end
  }
}
