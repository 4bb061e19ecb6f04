import ArticleModel

extension StopJudge {
  /// Whether a full stop at `dot` ends a sentence, by the word before it and what follows.
  func dotEnds(at dot: Int, _ following: FollowingText, from start: Int) -> Bool {
    let token = text.tokenStart(before: dot, from: start)..<dot
    let piece = text.lastPiece(of: token)
    guard !piece.isEmpty else { return true }
    let isFirst = piece.lowerBound == start || text.skippingOpening(start) == piece.lowerBound
    if text.isNumber(piece) { return numberEnds(piece, following, isFirst: isFirst, from: start) }
    let isLetter = text.letterCount(piece) == 1
    let followsNumber = text.followsNumber(piece, from: start)
    if followsNumber, isUnit(piece) { return true }
    if let abbreviation = abbreviation(at: piece, from: start) {
      // "It took 5 ms. Then": a unit that only looks like a title.
      if abbreviation == .never, followsNumber { return mayEnd(following) }
      // "p. 5" is a page, but in "Edwin P. Wilson" the same letter is an initial.
      if abbreviation != .beforeNumber || !isLetter { return ends(abbreviation, behind: piece, following) }
    }
    if isLetter { return initialEnds(following, isFirst: isFirst) }
    if text.isDotted(piece) { return !isFirst && mayEnd(following) }
    if text.isRoman(piece) {
      if isFirst { return false }
      return !vocabulary.isGerman || mayEnd(following)
    }
    return !text.lacksVowels(piece) || mayEnd(following)
  }

  /// The symbols of units have no full stop of their own.
  private static let units = Set(words: "m km cm mm g kg mg t l ml h s ha kw mw gw hz mb gb tb")

  private func isUnit(_ piece: Range<Int>) -> Bool { Self.units.contains(text.bytes[piece]) }

  private func ends(
    _ abbreviation: Vocabulary.Abbreviation, behind piece: Range<Int>, _ following: FollowingText
  ) -> Bool {
    switch abbreviation {
    case .never: false
    case .beforeNumber: following.kind != .digit && !(following.kind == .upper && isNumeral(following))
    case .beforeStarter: mayEnd(following)
    case .capitalBeforeStarter:
      if Characters.isUpper(text.scalar(at: piece.lowerBound).value) {
        mayEnd(following)
      } else {
        following.kind != .digit
      }
    case .beforeCapital: true
    }
  }

  /// Whether a sentence may end behind an abbreviation: a word follows that begins sentences.
  private func mayEnd(_ following: FollowingText) -> Bool {
    switch following.kind {
    case .upper: isStarter(following)
    case .caseless, .symbol: true
    case .lower, .digit, .punctuation: false
    }
  }

  /// Whether what follows is a Roman number or a letter that serves as one: "Fig. A", "No. IV".
  private func isNumeral(_ following: FollowingText) -> Bool {
    let isElided = Characters.isApostrophe(text.scalar(at: following.word.upperBound).value)
    return following.word.count == 1 ? !isElided && !isStarter(following) : text.isRoman(following.word)
  }

  /// Surnames begin with these as well as sentences: "J. Le Goff".
  private static let particles = Set(words: "le la de du da di von van el al")

  private func initialEnds(_ following: FollowingText, isFirst: Bool) -> Bool {
    guard !isFirst, mayEnd(following) else { return false }
    return !Self.particles.contains(text.bytes[following.word])
  }

  /// The abbreviation that ends with `piece`: itself, or itself with the letters before it ("z. B.", "p. ex.", "EE. UU.").
  private func abbreviation(at piece: Range<Int>, from start: Int) -> Vocabulary.Abbreviation? {
    var joined: [UInt8] = []
    var first = piece
    // The longest first: "i. d. R." before "R.".
    var parts = [piece]
    while parts.count < 4, text.letterCount(first) <= 3,
      let before = text.shortPiece(before: first.lowerBound, from: start)
    {
      parts.append(before)
      first = before
    }
    while parts.count > 1 {
      joined.removeAll(keepingCapacity: true)
      for part in parts.reversed() {
        if !joined.isEmpty { joined.append(UInt8(ascii: ".")) }
        joined.append(contentsOf: text.bytes[part])
      }
      if let known = vocabulary.abbreviation(joined) { return known }
      parts.removeLast()
    }
    if let known = vocabulary.abbreviation(text.bytes[piece]) { return known }
    // "Bahnhofstr."
    return vocabulary.isGerman && text.bytes[piece].suffix(3).elementsEqual("str".utf8) ? .beforeStarter : nil
  }

  // MARK: Numbers

  private func numberEnds(_ number: Range<Int>, _ following: FollowingText, isFirst: Bool, from start: Int) -> Bool {
    // A number that enumerates: "1. First of all", "two things: 1. The water; 2. The air".
    let before = text.scalar(before: text.trimmingSpaces(number.lowerBound, from: start)).value
    if isFirst || before == 0x3A || before == 0x3B { return number.count > 3 }
    guard vocabulary.isGerman, number.count <= 3, text.isInteger(number) else { return true }
    // "vom 6. – 7. März"
    if following.kind == .digit { return !following.isOpened }
    guard following.kind == .upper else { return true }
    if Vocabulary.afterOrdinal.contains(text.bytes[following.word]) { return false }
    if isStarter(following) { return true }
    let wordEnd = text.trimmingSpaces(number.lowerBound, from: start)
    let word = text.letterStart(wordEnd, from: start)..<wordEnd
    return !Vocabulary.beforeOrdinal.contains(text.bytes[word])
  }
}
