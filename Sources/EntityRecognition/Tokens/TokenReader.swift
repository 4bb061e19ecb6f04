import ArticleModel

/// The tokens of one run, as a grammar reads them: every question may be asked of any index, inside the run or not.
struct TokenReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  /// The indices of the run's tokens.
  let start: Int
  let end: Int
  let context: TokenizedRun.Context

  @inline(__always)
  func contains(_ index: Int) -> Bool { index >= start && index < end }

  @inline(__always)
  func kind(_ index: Int) -> Token.Kind? { contains(index) ? tokens[index].kind : nil }

  func shape(_ index: Int) -> Token.Shape? { contains(index) ? tokens[index].shape : nil }

  /// Whether the token stands directly after the one before it.
  func isGlued(_ index: Int) -> Bool { contains(index) && !tokens[index].followsSpace }

  func startByte(_ index: Int) -> Int32 { tokens[index].range.start }
  func endByte(_ index: Int) -> Int32 { tokens[index].range.end }

  /// The code point of a mark of punctuation; 0 for anything else.
  func punctuation(_ index: Int) -> UInt32 {
    guard contains(index), tokens[index].kind == .punctuation else { return 0 }
    let range = tokens[index].range
    return Characters.decode(bytes, at: Int(range.start), end: Int(range.end)).value
  }

  func isDash(_ index: Int) -> Bool { Self.isDash(punctuation(index)) }

  static func isDash(_ value: UInt32) -> Bool { value == 0x2D || value &- 0x2010 < 6 || value == 0x2212 }

  /// Whether a word begins with a capital.
  func isCapitalised(_ index: Int) -> Bool {
    guard contains(index), tokens[index].kind == .word else { return false }
    switch tokens[index].shape {
    case .capitalised, .upper: return true
    case .mixed: return bytes[Int(tokens[index].range.start)] &- 0x41 < 26
    case .lower, .caseless: return false
    }
  }

  /// Whether the token is a word or begins with a letter or digit.
  func isWordLike(_ index: Int) -> Bool {
    switch kind(index) {
    case .word, .number, .mixed: true
    default: false
    }
  }

  /// The value and the number of digits of a token that is nothing but digits, nine at most.
  func integer(_ index: Int) -> (value: Int, digits: Int)? {
    guard contains(index), tokens[index].kind == .number, tokens[index].range.count <= 9 else { return nil }
    var value = 0
    for byte in bytes[tokens[index].range.bytes] {
      guard Characters.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return (value, tokens[index].range.count)
  }

  /// The digits that begin a token such as "21st" or "1990s", and where its letters begin.
  func leadingInteger(_ index: Int) -> (value: Int, digits: Int, rest: SourceRange)? {
    guard contains(index), tokens[index].kind == .mixed else { return nil }
    let range = tokens[index].range
    var value = 0
    var place = Int(range.start)
    while place < Int(range.end), Characters.isDigit(bytes[place]) {
      guard place - Int(range.start) < 9 else { return nil }
      value = value * 10 + Int(bytes[place] &- 0x30)
      place += 1
    }
    guard place > Int(range.start) else { return nil }
    return (value, place - Int(range.start), SourceRange(start: Int32(place), end: range.end))
  }

  /// Whether the bytes of `range` are `word`, ASCII and in lower case, whatever their own case.
  func matches(_ range: SourceRange, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    for offset in 0..<range.count {
      var byte = bytes[Int(range.start) + offset]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      if byte != expected[offset] { return false }
    }
    return true
  }

  func matches(_ index: Int, _ word: StaticString) -> Bool {
    contains(index) && matches(tokens[index].range, word)
  }

  /// "-st", "-nd", "-rd" or "-th" of English, "-er", "-e", "-ème" of French, "º" and "ª" of Spanish.
  func isOrdinalSuffix(_ range: SourceRange, _ language: GrammarLanguage) -> Bool {
    switch language {
    case .english, .other:
      return matches(range, "st") || matches(range, "nd") || matches(range, "rd") || matches(range, "th")
    case .french:
      if matches(range, "er") || matches(range, "e") || matches(range, "re") || matches(range, "eme") { return true }
      return range.count == 4 && matches(SourceRange(start: range.end - 2, end: range.end), "me")
    case .spanish:
      return range.count == 2 && bytes[Int(range.start)] == 0xC2 || matches(range, "o") || matches(range, "er")
    case .german: return false
    }
  }

  /// The value of "21st".
  func ordinal(_ index: Int, _ language: GrammarLanguage) -> Int? {
    guard let leading = leadingInteger(index), leading.digits <= 2, isOrdinalSuffix(leading.rest, language) else {
      return nil
    }
    return leading.value
  }
}

/// The languages that the grammars of dates and quantities have words for.
enum GrammarLanguage: Sendable {
  case english, german, french, spanish
  /// Numerals and ISO 8601 only.
  case other

  /// - Parameter tag: a BCP 47 tag, of which the primary subtag counts.
  init(tag: String) {
    switch tag.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
    case "en", "": self = .english
    case "de": self = .german
    case "fr": self = .french
    case "es": self = .spanish
    default: self = .other
    }
  }
}
