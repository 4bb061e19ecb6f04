import ArticleModel

/// Divides text into words, numbers and marks of punctuation, about as the treebanks of Universal Dependencies do.
///
/// Not the tokeniser of `EntityRecognition`: that one reads articles, parts every hyphen and keeps what its recognisers
/// want to know. White space alone stands between tokens: the text can be rebuilt from their ranges.
struct WordTokenizer {
  let text: UnsafeBufferPointer<UInt8>
  private let rules: TokenRules

  init(_ text: UnsafeBufferPointer<UInt8>, language: String) {
    self.text = text
    rules = TokenRules(language: language)
  }

  /// Adds the tokens of a range.
  ///
  /// - Parameter isSentenceEnd: Whether a full stop at its end is one.
  func append(_ range: Range<Int>, isSentenceEnd: Bool, to tokens: inout [StandoffToken]) {
    var index = range.lowerBound
    var isBehindSpace = true
    while index < range.upperBound {
      let next = VisibleText.skippingSpaces(index, to: range.upperBound, of: text)
      if next > index {
        index = next
        isBehindSpace = true
        continue
      }
      let end = self.end(of: index, to: range.upperBound, isBehindSpace, isSentenceEnd)
      tokens.append(StandoffToken(range: index..<end))
      index = end
      isBehindSpace = false
    }
  }

  private func scalar(_ index: Int, _ end: Int) -> (value: UInt32, length: Int) {
    index < end ? Characters.decode(text, at: index, end: end) : (0, 0)
  }

  private func end(of start: Int, to end: Int, _ isBehindSpace: Bool, _ isSentenceEnd: Bool) -> Int {
    if let address = AddressText.end(of: text, from: start, to: end) { return address }
    let first = scalar(start, end)
    if Characters.isApostrophe(first.value), !isBehindSpace, rules.hasClitics,
      let clitic = cliticEnd(behind: start + first.length, to: end)
    {
      return clitic
    }
    if rules.isWordByItself(first.value) { return markEnd(start + first.length, to: end) }
    if Self.isWordCharacter(first.value) { return wordEnd(from: start, to: end, isSentenceEnd) }
    if first.value == 0x2E {
      var index = start + 1
      while index < end, text[index] == 0x2E { index += 1 }
      return index
    }
    return symbolEnd(from: start, to: end)
  }

  static func isWordCharacter(_ value: UInt32) -> Bool {
    if Characters.isLetter(value) || Characters.isDigit(value) || value == 0x5F { return true }
    return value >= 0x80 && Unicode.Scalar(value)?.properties.numericType != nil
  }

  /// Where the marks end that belong to the character before.
  private func markEnd(_ start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let mark = scalar(index, end)
      guard Characters.isMark(mark.value) else { break }
      index += mark.length
    }
    return index
  }

  private func wordEnd(from start: Int, to end: Int, _ isSentenceEnd: Bool) -> Int {
    if let elision = rules.elisionEnd(text, from: start, to: end) { return elision }
    var index = start
    var last: UInt32 = 0
    while index < end {
      let current = scalar(index, end)
      if Self.isWordCharacter(current.value) {
        if rules.isWordByItself(current.value) { break }
        if rules.hasNegations, isNegation(at: index, from: start, to: end) { break }
      } else if !Characters.isMark(current.value) {
        let behind = index + current.length
        guard joins(current.value, between: last, and: scalar(behind, end).value, behind, end) else { break }
      }
      last = current.value
      index += current.length
    }
    return stopEnd(from: start, index, to: end, isSentenceEnd)
  }

  /// Whether a mark stands inside a word or a number: "O'Brien", "3.14", "well-known".
  private func joins(_ mark: UInt32, between last: UInt32, and next: UInt32, _ behind: Int, _ end: Int) -> Bool {
    switch mark {
    case 0x2E, 0x2C, 0x3A: return Characters.isDigit(last) && Characters.isDigit(next)
    case 0x2D, 0x2010, 0x2011: return rules.keepsHyphens && Self.isWordCharacter(next)
    case 0x27, 0x2019, 0x2BC:
      return Characters.isLetter(next) && !(rules.hasClitics && cliticEnd(behind: behind, to: end) != nil)
    default: return false
    }
  }

  /// The end of "s", "re", "ll" … behind an apostrophe.
  private func cliticEnd(behind start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, index - start < 3, Characters.isASCIILetter(text[index]) { index += 1 }
    guard index > start, !Self.isWordCharacter(scalar(index, end).value),
      rules.isClitic(text[start..<index])
    else { return nil }
    return index
  }

  /// Whether "n't" stands at an offset inside a word.
  private func isNegation(at index: Int, from start: Int, to end: Int) -> Bool {
    guard index > start, text[index] | 0x20 == 0x6E else { return false }
    let mark = scalar(index + 1, end)
    let t = index + 1 + mark.length
    return Characters.isApostrophe(mark.value) && t < end && text[t] | 0x20 == 0x74
      && !Self.isWordCharacter(scalar(t + 1, end).value)
  }

  /// Takes in the full stop of an abbreviation: "Dr.", "U.S.", "z.B.", in German that of an ordinal.
  private func stopEnd(from start: Int, _ end: Int, to limit: Int, _ isSentenceEnd: Bool) -> Int {
    guard end < limit, text[end] == 0x2E else { return end }
    var index = end
    // Single letters with a stop behind each.
    if end - start == 1, Characters.isASCIILetter(text[start]) {
      while index + 2 < limit, text[index] == 0x2E, Characters.isASCIILetter(text[index + 1]), text[index + 2] == 0x2E {
        index += 2
      }
      return index + 1
    }
    let isLast = isSentenceEnd && index + 1 == limit
    guard !isLast, index + 1 >= limit || !Self.isWordCharacter(scalar(index + 1, limit).value) else { return end }
    return rules.takesStop(text[start..<end]) ? end + 1 : end
  }

  /// A character with what belongs to it: emoji of several code points, flags.
  private func symbolEnd(from start: Int, to end: Int) -> Int {
    let first = scalar(start, end)
    var index = start + first.length
    if Self.isRegional(first.value), Self.isRegional(scalar(index, end).value) { index += scalar(index, end).length }
    while index < end {
      let next = scalar(index, end)
      if next.value == 0x200D {
        index += next.length
        let joined = scalar(index, end)
        if joined.length > 0, !Characters.isSpace(joined.value), !Self.isWordCharacter(joined.value) {
          index += joined.length
        }
      } else if Characters.isMark(next.value) || next.value &- 0x1F3FB < 5 || next.value &- 0xE0020 < 0x60 {
        index += next.length
      } else {
        break
      }
    }
    return index
  }

  private static func isRegional(_ value: UInt32) -> Bool { value &- 0x1F1E6 < 26 }
}
