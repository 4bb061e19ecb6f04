import ArticleModel

/// Judges whether a stop ends a sentence.
struct StopJudge {
  let text: TextCursor
  let vocabulary: Vocabulary

  init(text: TextCursor, _ vocabulary: Vocabulary) {
    self.text = text
    self.vocabulary = vocabulary
  }

  /// Where the next sentence begins if the one that began at `start` ends with `stop`; nil where it goes on, or where
  /// the text ends.
  func nextSentence(behind stop: Stop, from start: Int) -> Int? {
    let next = text.skippingSpaces(stop.end)
    guard next < text.end else { return nil }
    let following = text.following(at: next)
    if following.kind == .punctuation || following.kind == .symbol && !text.hasWord(near: next) { return nil }
    if stop.kind == .wide { return isQuotedInJapanese(stop, next) ? nil : next }
    let hasSpace = next > stop.end
    guard hasSpace || following.kind == .caseless || lacksSpace(stop, following, from: start) else { return nil }
    return ends(stop, following, from: start) ? next : nil
  }

  private func ends(_ stop: Stop, _ following: FollowingText, from start: Int) -> Bool {
    switch stop.kind {
    case .wide, .full: return true
    case .dot:
      guard following.kind != .lower else { return false }
      return dotEnds(at: stop.start, following, from: start)
    case .ellipsis:
      guard following.kind != .lower else { return false }
      // "[…] Then": what is left out may begin a sentence, or end one.
      if isOpening(before: stop.start) { return stop.start - 1 > start && isStarter(following) }
      // One that stands by itself may be a pause: "and then … Berlin".
      let isPause =
        !stop.closesQuotation && !following.isOpened && Characters.isSpace(text.scalar(before: stop.start).value)
      return !isPause || following.kind != .upper || isStarter(following)
    case .mark:
      guard following.kind != .lower, !isOpening(before: stop.start) else { return false }
      if stop.closesQuotation, saysWho(following) { return false }
      return isStarter(following) || !isExclaimingName(before: stop.start, from: start)
    }
  }

  /// Whether an opening bracket stands before a mark: "(!)", "[…]".
  private func isOpening(before index: Int) -> Bool {
    let value = text.scalar(before: index).value
    return value == 0x28 || value == 0x5B
  }

  // MARK: What follows

  /// Whether a word follows that begins sentences and is no name.
  func isStarter(_ following: FollowingText) -> Bool {
    let word = following.word
    guard following.kind == .upper, let key = WordKey(text.bytes[word]) else { return false }
    let next = text.scalar(at: word.upperBound)
    if Characters.isApostrophe(next.value), vocabulary.elisions.contains(key) { return true }
    // One letter and a full stop is an initial.
    if word.count == 1, next.value == 0x2E { return false }
    return vocabulary.starters.contains(key)
  }

  private static let verbsOfSaying = Set(
    words: """
      said says asked asks replied replies wondered wonders shouted cried added told wrote writes exclaimed whispered \
      answered yelled quipped joked inquired demanded remarked screamed laughed
      """)

  /// Whether up to four words say who spoke: "“Why?” Mary Smith asked."
  private func saysWho(_ following: FollowingText) -> Bool {
    guard following.kind == .upper, !following.isOpened, !isStarter(following) else { return false }
    var word = following.word
    for _ in 0..<4 {
      let next = text.skippingSpaces(word.upperBound)
      guard next > word.upperBound else { return false }
      word = next..<text.skippingLetters(next)
      if Self.verbsOfSaying.contains(text.bytes[word]) { return true }
      guard Characters.isUpper(text.scalar(at: next).value) else { return false }
    }
    return false
  }

  /// A particle that goes on after a quotation: 「…！」と.
  private func isQuotedInJapanese(_ stop: Stop, _ next: Int) -> Bool {
    stop.closesQuotation && text.scalar(at: next).value == 0x3068
  }

  /// Whether a space is missing behind a stop, as often in scraped text: "at the end.The next". A word in small letters
  /// before, a capital behind (behind a full stop, of a word that begins sentences), and nothing that an address or a
  /// program has.
  private func lacksSpace(_ stop: Stop, _ following: FollowingText, from start: Int) -> Bool {
    guard following.kind == .upper, following.word.count > 1, stop.kind == .mark || isStarter(following) else {
      return false
    }
    let tokenStart = text.tokenStart(before: stop.start, from: start)
    let isNoun = vocabulary.isGerman && Characters.isASCIILetter(text.bytes[tokenStart])
    guard stop.kind == .mark && tokenStart == stop.start || stop.start - tokenStart > 2,
      text.bytes[(isNoun ? tokenStart + 1 : tokenStart)..<stop.start].allSatisfy(Self.isSmallLetter)
    else { return false }
    let next = text.scalar(at: following.word.upperBound).value
    return Characters.isSpace(next) || next == 0x2C || Characters.isApostrophe(next)
  }

  /// Or a byte of another letter, a hyphen or an apostrophe.
  private static func isSmallLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x61 < 26 || byte == 0x2D || byte == 0x27
  }

  // MARK: What stands before

  private static let exclaimingNames = Set(words: "yahoo jeopardy joomla wham kahoot yum")

  private func isExclaimingName(before index: Int, from start: Int) -> Bool {
    let first = text.letterStart(index, from: start)
    return Characters.isUpper(text.scalar(at: first).value) && Self.exclaimingNames.contains(text.bytes[first..<index])
  }
}
