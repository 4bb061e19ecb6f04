import ArticleModel

/// What languages do with apostrophes, hyphens and full stops.
struct TokenRules {
  /// "’s", "’ll" are words of their own.
  let hasClitics: Bool
  /// "n’t" is one.
  let hasNegations: Bool
  /// "well-known" is one word; English treebanks part it.
  let keepsHyphens: Bool
  private let isGerman: Bool
  private let elides: Bool

  private static let clitics = Set<WordKey>(words: "s re ve ll d m")
  private static let elisions = Set<WordKey>(
    words: "l d j m n s t c qu lorsqu puisqu quoiqu dell all dall nell sull un quest quell")
  private static let abbreviations = Set<WordKey>(
    words: """
      mr mrs ms dr prof st gen col lt sgt capt maj adm sen rep gov hon rev pres vs etc inc ltd co corp jr sr jan feb mar \
      apr jun jul aug sep sept oct nov dec bzw ca usw nr mme mlle dipl ing str abs art vgl ggf inkl evtl sra dra av fig \
      approx dept est
      """)

  init(language: String) {
    let primary = language.lowercased().prefix { $0 != "-" }
    hasClitics = primary == "en" || primary == "und" || primary == "de"
    hasNegations = primary == "en" || primary == "und"
    keepsHyphens = primary != "en"
    isGerman = primary == "de"
    elides = primary == "fr" || primary == "it" || primary == "ca"
  }

  func isClitic(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    isGerman ? letters.elementsEqual([0x73]) : Self.clitics.contains(letters)
  }

  /// Whether a full stop behind a word inside a sentence belongs to it.
  func takesStop(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if isGerman, word.count <= 4, word.allSatisfy({ Characters.isDigit($0) }) { return true }
    return Self.abbreviations.contains(word)
  }

  /// The end of "l'" or "dell'", where a letter follows.
  func elisionEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    guard elides else { return nil }
    var index = start
    while index < end, index - start < 7, Characters.isASCIILetter(text[index]) { index += 1 }
    guard index > start, index < end else { return nil }
    let mark = Characters.decode(text, at: index, end: end)
    let next = index + mark.length
    guard Characters.isApostrophe(mark.value), next < end,
      Characters.isLetter(Characters.decode(text, at: next, end: end).value),
      Self.elisions.contains(text[start..<index])
    else { return nil }
    return next
  }

  /// Ideographs and kana: their words are not told apart here, so each is a token, and no annotation is lost.
  func isWordByItself(_ value: UInt32) -> Bool {
    value >= 0x3040
      && (value <= 0x30FF || (0x3400...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
        || (0x20000...0x3FFFF).contains(value))
  }
}
