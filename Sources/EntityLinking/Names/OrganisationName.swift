/// The parts of an organisation's name that tell organisations apart, folded.
package struct OrganisationName: Hashable, Sendable {
  /// What is compared: the words without article and legal form; of a ministry its subjects, sorted, so that "Health
  /// Ministry" and "Ministry of Health" are one.
  package var key: String
  /// The country that the name of a ministry has in itself, ISO 3166-1.
  package var country: String?
  /// Whether every country has one of this name.
  package var isMinistry: Bool
  /// Whether it is only the word for such a thing: "Ministry".
  package var isGeneric: Bool
  /// The first letters of its words, without and with the small ones.
  package var initials: [String]

  private static let ministries: Set<String> = ["ministry", "ministries", "ministerio", "ministere", "ministerium"]
  private static let small: Set<String> = [
    "of", "the", "for", "and", "on", "in", "to", "at", "de", "la", "le", "les", "del", "des", "du", "et", "y", "der",
    "die", "das", "fur", "und", "von", "a", "an",
  ]
  private static let legalForms: Set<String> = [
    "ag", "gmbh", "inc", "ltd", "llc", "plc", "corp", "co", "sa", "spa", "nv", "bv", "se", "kg", "oy", "oyj", "ab",
    "asa", "srl", "sarl", "sas", "llp", "limited", "incorporated", "corporation", "company", "group", "holding",
    "holdings", "kgaa", "pty", "aps", "doo", "zrt", "ooo", "oao", "pjsc",
  ]
  private static let generic: Set<String> = [
    "ministry", "department", "agency", "committee", "commission", "council", "board", "office", "bureau", "institute",
    "company", "bank", "court", "party", "union", "university", "association", "federation", "group", "team", "club",
    "government", "administration", "authority", "organization", "organisation", "foundation", "service", "centre",
    "center", "college", "school", "corporation", "coalition", "alliance", "army", "police", "ministerium",
    "ministere", "ministerio",
  ]
  /// Words of ministries that differ by habit.
  private static let synonyms = [
    "defense": "defence", "labor": "labour", "internal": "interior", "affairs": "", "national": "",
    "economics":
      "economy", "foreigners": "foreign", "external": "foreign",
  ]

  /// - Parameter words: The name, folded.
  package init?(_ words: [String]) {
    var words = words[...]
    if words.count > 1, words.first == "the" { words.removeFirst() }
    guard let last = words.last else { return nil }
    isGeneric = words.count == 1 && Self.generic.contains(last)
    isMinistry = !isGeneric && words.contains(where: Self.ministries.contains)
    initials = Self.initials(of: words)
    if isMinistry {
      var subjects: Set<String> = []
      for word in words where !Self.small.contains(word) && !Self.ministries.contains(word) {
        if let code = CountryWords.code(word) {
          country = code
        } else {
          let subject = Self.synonyms[word] ?? word
          if !subject.isEmpty { subjects.insert(subject) }
        }
      }
      isGeneric = subjects.isEmpty
      key = "ministry " + subjects.sorted().joined(separator: " ")
      return
    }
    while words.count > 1, let last = words.last, Self.legalForms.contains(last) { words.removeLast() }
    key = words.joined(separator: " ")
  }

  private static let everywhere: Set<String> = [
    "supreme", "high", "constitutional", "central", "national", "federal", "state", "court", "appeal", "appeals",
    "bank",
    "assembly", "council", "security", "intelligence", "service", "police", "guard", "coast", "border", "navy", "army",
    "air", "force", "forces", "armed", "parliament", "senate", "house", "representatives", "commons", "lords",
    "congress",
    "labour", "labor", "democratic", "party", "conservative", "liberal", "socialist", "social", "green", "communist",
    "republican", "progressive", "people", "peoples", "department", "justice", "education", "health", "office",
    "general",
    "attorney", "prosecutor", "prosecutors", "treasury", "election", "electoral", "commission", "statistics", "agency",
    "foreign", "interior", "defence", "defense", "customs", "revenue", "fire", "city", "town", "hall", "university",
    "museum", "red", "cross", "chamber", "commerce", "association", "federation", "union", "football", "olympic",
    "committee", "academy", "sciences", "institute", "public", "library", "ministers", "cabinet", "government",
  ]

  /// Whether a name may be that of an office of any country: it is of such words only ("Supreme Court", "Central Bank"), or
  /// begins as they do and names no country ("National Food Agency", "Department of Welfare").
  static func isOfEveryCountry(_ words: [String]) -> Bool {
    if words.allSatisfy({ everywhere.contains($0) || small.contains($0) }) { return true }
    return ["national", "federal", "department", "central", "state"].contains(words.first)
      && !words.contains { CountryWords.code($0) != nil }
  }

  /// The first letters of a name, without the small words, and with them where that differs; empty for one word.
  package static func initials(of words: some Collection<String>) -> [String] {
    guard words.count > 1 else { return [] }
    let all = String(words.compactMap(\.first))
    let large = String(words.filter { !small.contains($0) }.compactMap(\.first))
    return all == large || large.count < 2 ? [all] : [large, all]
  }
}
