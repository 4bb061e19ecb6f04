/// The parts of a person's name that tell persons apart, folded.
package struct PersonName: Hashable, Sendable {
  /// Given names, particles and surnames, in order; never empty.
  package var words: [String]
  /// "jr", "sr", "ii": a father and a son differ in it.
  package var suffix: String?
  /// Whether it is an office alone, as "President": nobody in particular, unless somebody has it for a surname.
  package var isTitle: Bool

  private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
  /// What may stand before a name that was marked too widely. Titles that are part of the name ("Pope Francis") are none.
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "dame", "herr", "frau", "monsieur",
    "madame", "senor", "senora", "mme", "rev", "reverend", "president", "vice", "prime", "deputy", "minister",
    "secretary", "foreign", "home", "defence", "defense", "interior", "shadow", "press", "former", "acting", "us",
    "the",
    "senator", "sen", "representative", "rep", "congressman", "congresswoman", "governor", "gov", "mayor", "judge",
    "justice", "chief", "general", "gen", "major", "lieutenant", "lt", "colonel", "col", "captain", "capt", "sergeant",
    "sgt", "commander", "commodore", "admiral", "brigadier", "chancellor", "premier", "speaker", "ambassador",
    "chairman",
    "chairwoman", "director", "detective", "inspector", "officer", "sheriff", "emeritus", "coach", "envoy", "tsar",
  ]
  private static let reigns: Set<String> = [
    "king", "queen", "prince", "princess", "emperor", "empress", "pope", "saint", "st", "sultan", "archduke", "duke",
    "duchess", "cardinal", "archbishop", "bishop", "sheikh", "shaikh", "ayatollah", "imam", "mullah",
  ]
  private static let particles: Set<String> = [
    "von", "van", "vom", "zu", "zum", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "des", "la",
    "le", "al", "el", "bin", "ibn", "ben", "ter", "ten",
  ]

  /// - Parameter words: The name, folded.
  package init?(_ words: [String]) {
    var words = words[...]
    if words.count > 1, let last = words.last, Self.suffixes.contains(last) {
      suffix = last
      words.removeLast()
    }
    while words.count > 1, Self.titles.contains(words[words.startIndex]) { words.removeFirst() }
    // "Emperor Joshua Norton" is Joshua Norton; of "Pope Francis" nothing else is left.
    if words.count > 2, Self.reigns.contains(words[words.startIndex]) { words.removeFirst() }
    guard let first = words.first else { return nil }
    isTitle = words.count == 1 && Self.titles.contains(first)
    self.words = Array(words)
  }

  package var given: String { words[0] }
  package var surname: String { words[words.count - 1] }

  /// Whether it is a surname alone: one word, or several of which the first are particles ("von der Leyen"). "Al Gore"
  /// and "Van Morrison" are full names.
  package var isBare: Bool {
    if words.count == 2, Self.givenNamesToo.contains(given) { return false }
    return words.dropLast().allSatisfy(Self.particles.contains)
  }

  private static let givenNamesToo: Set<String> = ["al", "ben", "van", "del", "della", "la", "da"]

  /// Whether the given name is an initial.
  package var hasInitial: Bool { words.count > 1 && given.unicodeScalars.count == 1 }

  /// Whether both may be names of one person, the given names being equal or one the initial of the other: middle names
  /// may be left out or be initials, but not differ.
  package func isCompatible(with other: PersonName) -> Bool {
    guard surname == other.surname, suffix == nil || other.suffix == nil || suffix == other.suffix else { return false }
    let (longer, shorter) = words.count >= other.words.count ? (words, other.words) : (other.words, words)
    var rest = longer.dropLast()[...]
    for (index, word) in shorter.dropLast().enumerated() {
      guard let place = rest.firstIndex(where: { Self.matches($0, word) }), index > 0 || place == 0 else {
        return false
      }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private static func matches(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if left.utf8.count == 1 { return right.hasPrefix(left) }
    return right.utf8.count == 1 && left.hasPrefix(right)
  }
}
