import ArticleModel

/// What follows a stop, as far as it tells whether a sentence begins there.
struct FollowingText {
  enum Kind {
    case upper, lower, digit
    /// A letter of a script without case.
    case caseless
    /// A comma or another stop: the sentence goes on, or does not end before that.
    case punctuation
    case symbol
  }

  var kind: Kind
  /// The letters that it begins with.
  var word: Range<Int>
  /// Whether quotation marks, brackets or dashes stand before ``word``.
  var isOpened = false
}

extension TextCursor {
  /// What stands at `index`, behind the white space after a stop.
  func following(at index: Int) -> FollowingText {
    var first = index
    var isOpened = false
    scan: while first < end {
      let (value, length) = scalar(at: first)
      switch value {
      // - – — and what else divides or opens
      case 0x2D, 0x2013, 0x2014, 0x2015, 0x3E, 0x2A, 0x23, 0x5F: first = skippingSpaces(first + length)
      case 0x7B, 0x201A, 0x201D, 0x201F, 0x2039, 0x203A, 0xBB, 0x300C, 0x300E, 0xFF08: first += length
      case 0x2E, 0x2026:
        // An ellipsis that begins a sentence: "… and so on", "...and so on".
        let dots = skippingDots(first)
        guard dots > first + 1, Characters.isLetter(scalar(at: skippingBrackets(dots)).value) else { break scan }
        first = dots
      case 0x29, 0x5D:
        guard isOpened else { break scan }
        first = skippingSpaces(first + length)
      default:
        guard Characters.isOpening(value) else { break scan }
        first += length
      }
      isOpened = true
    }
    let wordEnd = skippingLetters(first)
    return FollowingText(kind: kind(at: first, wordEnd), word: first..<wordEnd, isOpened: isOpened)
  }

  /// Whether a letter or a digit stands near: no sentence is made of an ornament.
  func hasWord(near index: Int) -> Bool {
    var index = index
    let limit = min(end, index + 64)
    while index < limit {
      let (value, length) = scalar(at: index)
      if Characters.isLetter(value) || Characters.isDigit(value) { return true }
      index += length
    }
    return false
  }

  private func skippingDots(_ index: Int) -> Int {
    var index = index
    while index < end {
      let (value, length) = scalar(at: index)
      guard value == 0x2E || value == 0x2026 else { break }
      index += length
    }
    return index
  }

  /// Behind the bracket and the space that may end "[…] ".
  private func skippingBrackets(_ index: Int) -> Int {
    let value = scalar(at: index).value
    return value == 0x5D || value == 0x29 ? skippingSpaces(index + 1) : index
  }

  private func kind(at index: Int, _ wordEnd: Int) -> FollowingText.Kind {
    let (value, length) = scalar(at: index)
    if Characters.isDigit(value) || Self.isCurrency(value) { return .digit }
    if Characters.isLetter(value) {
      if Characters.isUpper(value) { return .upper }
      guard Characters.isLower(value) else {
        return Unicode.Scalar(value)?.properties.generalCategory == .titlecaseLetter ? .upper : .caseless
      }
      // "iPhone", "eBay": a name that begins small.
      if Characters.isUpper(scalar(at: index + length).value) { return .upper }
      let isEnumeration = wordEnd == index + 1 && scalar(at: wordEnd).value == 0x29
      return isEnumeration || isAddress(index..<wordEnd) ? .symbol : .lower
    }
    switch value {
    case 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x2E, 0x2026, 0x29, 0x5D, 0x26, 0x2F, 0x60C, 0x61B, 0x3001, 0xFF0C:
      return .punctuation
    default: return .symbol
    }
  }

  private static func isCurrency(_ value: UInt32) -> Bool {
    value == 0x24 || value == 0xA3 || value == 0xA5 || value &- 0x20A0 < 0x30
  }

  /// The beginning of a web address.
  private func isAddress(_ word: Range<Int>) -> Bool {
    let rest = bytes[word.lowerBound..<min(end, word.upperBound + 3)]
    return rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) || rest.starts(with: "www.".utf8)
  }
}
