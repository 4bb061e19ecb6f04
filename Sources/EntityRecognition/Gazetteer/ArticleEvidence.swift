import ArticleModel

/// What the names of a whole article say about each of them.
struct ArticleEvidence {
  /// How often a country is named, by itself or by its people, its capital or its parts.
  private(set) var countries: [CountryCode: Int] = [:]
  /// Names that are a person's somewhere in the article, by their records.
  private(set) var persons: Set<Int> = []
  /// Names that stand within a sentence somewhere, where a capital means a name.
  private(set) var midSentence: Set<Int> = []

  init(_ candidates: [NameCandidate], _ contexts: [NameContext]) {
    for (candidate, context) in zip(candidates, contexts) {
      if !context.startsSentence, candidate.style == .sentence { midSentence.insert(candidate.match.record) }
      let first = candidate.match.alternatives[0]
      if PersonEvidence.isPerson(first, candidate, context) {
        persons.insert(candidate.match.record)
      } else if let country = Self.country(first, of: candidate) {
        countries[country, default: 0] += 1
      }
    }
  }

  func names(_ country: CountryCode?) -> Bool { country.map { countries[$0] != nil } ?? false }

  func count(_ country: CountryCode) -> Int { countries[country] ?? 0 }

  /// The country for which a name speaks that has no other meaning.
  private static func country(_ entry: GazetteerEntry, of candidate: NameCandidate) -> CountryCode? {
    guard entry.nameFlags.isDisjoint(with: [.ambiguous, .afterComma]) else { return nil }
    switch entry.type {
    case .country, .demonym: return entry.country
    case .settlement where entry.flags.contains(.capital): return entry.country
    case .settlement where entry.flags.contains(.listed):
      return entry.nameFlags.isDisjoint(with: [.commonWord, .givenName, .surname]) ? entry.country : nil
    case .region where entry.flags.contains(.listed): return entry.country
    default: return nil
    }
  }
}

/// When the name of a place is the name of a person.
enum PersonEvidence {
  static func isPerson(_ entry: GazetteerEntry, _ candidate: NameCandidate, _ context: NameContext) -> Bool {
    guard candidate.isSingleWord, !entry.nameFlags.contains(.allCapitals) else { return false }
    let isGivenName = entry.nameFlags.contains(.givenName)
    let isSurname = entry.nameFlags.contains(.surname)
    if isGivenName, context.next == .surname { return true }
    if isGivenName, entry.type == .settlement || entry.type == .region, context.next == .name { return true }
    if isSurname || entry.type == .settlement, context.previous == .givenName { return true }
    return (isSurname || isGivenName) && context.followsPersonTitle
  }
}
