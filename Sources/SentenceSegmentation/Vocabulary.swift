import ArticleModel

/// What the words of a language say of the full stop behind them, and of the one before them.
struct Vocabulary: Sendable {
  /// Whether a full stop behind an abbreviation may end a sentence as well.
  enum Abbreviation: Sendable {
    /// Never: a title, or a word that announces more ("Dr. Novak", "e.g. iron").
    case never
    /// An abbreviation only where a number follows: a word of its own otherwise ("No. 5", "art. 3").
    case beforeNumber
    /// Where a word follows that begins sentences and no name ("Acme Inc. The firm", but "Acme Inc. Germany").
    case beforeStarter
    /// The same, and with a capital only: other words are written so as well ("Ill." is a state, "ill" is none).
    case capitalBeforeStarter
    /// Where any capital follows: it ends an enumeration ("rivers, lakes, etc. Boats").
    case beforeCapital
  }

  private var abbreviations: [WordKey: Abbreviation] = [:]
  /// Words that often begin sentences and are hardly ever names.
  private(set) var starters: Set<WordKey>
  /// Words of which what is left before an apostrophe begins sentences ("L’eau", "Qu’il").
  private(set) var elisions: Set<WordKey>
  /// Whether a number with a full stop may be an ordinal ("am 3. Mai"), and nouns begin with capitals.
  private(set) var isGerman: Bool

  init(
    never: String, beforeNumber: String = "", beforeStarter: String = "", capitalBeforeStarter: String = "",
    beforeCapital: String = "", starters: String, elisions: String = "", isGerman: Bool = false
  ) {
    self.starters = Set(words: starters)
    self.elisions = Set(words: elisions)
    self.isGerman = isGerman
    for (words, kind) in [
      (never, Abbreviation.never), (beforeNumber, .beforeNumber), (beforeStarter, .beforeStarter),
      (capitalBeforeStarter, .capitalBeforeStarter), (beforeCapital, .beforeCapital),
    ] {
      for word in Set(words: words) { abbreviations[word] = kind }
    }
  }

  /// What a word is in front of a full stop; nil where it is no abbreviation.
  func abbreviation(_ word: some Collection<UInt8>) -> Abbreviation? { WordKey(word).flatMap { abbreviations[$0] } }

  /// This vocabulary with what another one has beside it.
  private func joined(with other: Vocabulary) -> Vocabulary {
    var joined = self
    joined.abbreviations.merge(other.abbreviations) { own, _ in own }
    joined.starters.formUnion(other.starters)
    joined.elisions.formUnion(other.elisions)
    return joined
  }

  /// The vocabulary for a language tag (BCP 47). Titles and companies stand in articles of every language; in a language
  /// that has no list of its own, those of all four do better than none.
  static func of(language: String) -> Vocabulary {
    switch language.prefix(while: { $0 != "-" }).lowercased() {
    case "en": forEnglish
    case "de": forGerman
    case "fr": forFrench
    case "es": forSpanish
    default: forOthers
    }
  }

  private static let forEnglish = english.joined(with: international)
  private static let forGerman = german.joined(with: international)
  private static let forFrench = french.joined(with: international)
  private static let forSpanish = spanish.joined(with: international)
  private static let forOthers = international.joined(with: english).joined(with: french).joined(with: spanish)
    .joined(with: german)
}
