import ArticleModel

/// Which of several places of one name is meant: Georgia the country or the state, Lebanon or Lebanon, New Hampshire.
///
/// A mention that says so itself ("the state of Georgia", "Athens, Georgia") is believed. The others have the one sense that
/// the article shows: one of these mentions, or the country’s people, capital and cities. Where it shows both, no mention
/// without a word of its own is certain.
struct PlaceSense {
  enum Choice: Equatable {
    /// Nothing speaks for one of them.
    case free
    case only(MentionType)
    /// The article shows several.
    case open
  }

  private let choices: [Int: Choice]
  private var senses: [Int: Set<MentionType>] = [:]

  init(_ candidates: [NameCandidate], _ contexts: [NameContext], _ evidence: ArticleEvidence) {
    var choices: [Int: Choice] = [:]
    var occurrences: [Int: Int] = [:]
    for index in candidates.indices where Self.isCountryAndRegion(candidates[index]) {
      let record = candidates[index].match.record
      occurrences[record, default: 0] += 1
      guard let sense = Self.own(index, candidates, contexts[index]) else { continue }
      choices[index] = .only(sense)
      senses[record, default: []].insert(sense)
    }
    for index in candidates.indices where choices[index] == nil {
      let record = candidates[index].match.record
      guard let count = occurrences[record] else {
        if let sense = Self.own(index, candidates, contexts[index]) { choices[index] = .only(sense) }
        continue
      }
      var shown = senses[record] ?? []
      // A name that is not ambiguous counts for its country: what is left is its people, its capital, its cities.
      let first = candidates[index].match.alternatives[0]
      let own = first.type == .country && first.nameFlags.isDisjoint(with: [.ambiguous, .afterComma]) ? count : 0
      if let country = candidates[index].match.alternatives.first(where: { $0.type == .country })?.country,
        evidence.count(country) > own
      {
        shown.insert(.country)
      }
      if shown.count > 1 { choices[index] = .open } else if let only = shown.first { choices[index] = .only(only) }
    }
    self.choices = choices
  }

  func choice(_ index: Int) -> Choice { choices.isEmpty ? .free : choices[index] ?? .free }

  private static func isCountryAndRegion(_ candidate: NameCandidate) -> Bool {
    let alternatives = candidate.match.alternatives
    return alternatives.count > 1 && alternatives.contains { $0.type == .country }
      && alternatives.contains { $0.type == .region }
  }

  /// What the words beside a name say; nil where it has one kind of meaning only, or they say nothing.
  private static func own(_ index: Int, _ candidates: [NameCandidate], _ context: NameContext) -> MentionType? {
    let alternatives = candidates[index].match.alternatives
    guard alternatives.count > 1, alternatives.contains(where: { $0.type != alternatives[0].type }) else { return nil }
    if let announced = context.announced, alternatives.contains(where: { $0.type == announced }) { return announced }
    if let before = context.placeBefore {
      for city in candidates[before].match.alternatives where city.type == .settlement {
        if alternatives.contains(where: { $0.type == .region && city.region == $0.entity }) { return .region }
      }
      for city in candidates[before].match.alternatives where city.type == .settlement {
        if alternatives.contains(where: { $0.type == .country && city.country == $0.country }) { return .country }
      }
    }
    if let place = context.place,
      let region = candidates[place].match.alternatives.first(where: { $0.type == .region }),
      alternatives.contains(where: { $0.type == .settlement && $0.region == region.entity })
    {
      return .settlement
    }
    return nil
  }
}
