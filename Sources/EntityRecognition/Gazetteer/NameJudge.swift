import ArticleModel

/// Decides what a candidate names and how sure that is.
///
/// The certainties are judgements, tuned on the development sets that Documentation/DATA.md names: countries are never
/// given up for lack of evidence, cities of the register need it.
struct NameJudge {
  let candidates: [NameCandidate]
  let contexts: [NameContext]
  let evidence: ArticleEvidence
  let isEnglish: Bool
  private let senses: PlaceSense

  init(candidates: [NameCandidate], contexts: [NameContext], evidence: ArticleEvidence, isEnglish: Bool) {
    self.candidates = candidates
    self.contexts = contexts
    self.evidence = evidence
    self.isEnglish = isEnglish
    senses = PlaceSense(candidates, contexts, evidence)
  }

  /// Below this a candidate is dropped.
  static let threshold: Float = 0.5
  /// Below this a city is dropped that only the register knows.
  static let registerThreshold: Float = 0.6

  struct Verdict {
    var entry: GazetteerEntry
    var certainty: Float
    /// Whether it is open which of several places of this name is meant.
    var isOpen = false
  }

  func verdict(_ index: Int) -> Verdict? {
    var best: Verdict?
    var isTied = false
    let choice = senses.choice(index)
    for entry in candidates[index].match.alternatives {
      var certainty = self.certainty(of: entry, index)
      if case .only(let type) = choice, Self.isPlace(entry.type) {
        if entry.type != type { continue }
        certainty = certainty > 0 ? max(certainty, 0.8) : entry.type == .region ? 0.8 : 0
      }
      if let known = best, certainty <= known.certainty {
        if certainty == known.certainty { isTied = true }
        continue
      }
      best = Verdict(entry: entry, certainty: certainty)
      isTied = false
    }
    guard var best, best.certainty >= Self.threshold else { return nil }
    best.isOpen =
      isTied && (best.entry.type == .country || best.entry.type == .settlement && !best.entry.flags.contains(.listed))
    if choice == .open, Self.isPlace(best.entry.type) {
      best.isOpen = true
      best.certainty = min(best.certainty, 0.6)
    }
    return best
  }

  private static func isPlace(_ type: MentionType) -> Bool {
    type == .country || type == .region || type == .settlement
  }

  private func certainty(of entry: GazetteerEntry, _ index: Int) -> Float {
    let candidate = candidates[index]
    let context = contexts[index]
    if entry.nameFlags.contains(.afterComma) {
      return context.placeBefore.map { namesPlace(candidates[$0]) } ?? false ? 0.95 : 0
    }
    if isEnglish, entry.nameFlags.contains(.foreign) { return 0 }
    if PersonEvidence.isPerson(entry, candidate, context) { return 0 }
    switch entry.type {
    case .country: return country(entry, candidate, context)
    case .demonym: return demonym(entry, candidate, context)
    case .settlement: return settlement(entry, candidate, context)
    case .region, .geography, .facility: return place(entry, candidate, context)
    default: return thing(entry, index, context)
    }
  }
}

// MARK: - Countries and demonyms

extension NameJudge {
  private func country(_ entry: GazetteerEntry, _ candidate: NameCandidate, _ context: NameContext) -> Float {
    if isElsewhere(entry, context) { return 0 }
    var certainty = entry.certainty
    if isPersonElsewhere(entry, candidate), evidence.count(entry.country!) == 0, !context.followsLocative { return 0 }
    switch context.next {
    case .common, .name, .surname: certainty = min(certainty, 0.85)
    case .none, .role, .givenName, .candidate: break
    }
    switch context.previous {
    case .name, .surname, .givenName: certainty = min(certainty, 0.8)
    case .common: certainty = min(certainty, 0.9)
    case .none, .role, .candidate: break
    }
    // "JOIN US NOW"
    if candidate.style == .capitals, candidate.isSingleWord, isCapitalsAnyway(entry, candidate) {
      certainty = min(certainty, 0.6)
    }
    return certainty
  }

  /// Whether the region behind a comma makes it a town of that name: "Lebanon, New Hampshire".
  private func isElsewhere(_ country: GazetteerEntry, _ context: NameContext) -> Bool {
    guard context.isExplained, let place = context.place else { return false }
    let region = candidates[place].match.alternatives[0]
    return region.type == .region && region.country.map { $0 != country.country } ?? false
  }

  private func demonym(_ entry: GazetteerEntry, _ candidate: NameCandidate, _ context: NameContext) -> Float {
    if entry.nameFlags.contains(.ambiguous), context.startsSentence || candidate.style != .sentence { return 0.4 }
    if entry.nameFlags.contains(.surname), context.previous == .givenName { return 0 }
    switch context.next {
    // A longer official name, which the pattern of organisations finds whole.
    case .common, .name, .surname, .givenName: return 0.6
    case .role: return min(entry.certainty, 0.9)
    case .none, .candidate: return entry.certainty
    }
  }

  /// Whether the name is written in capitals in any text: "US", "UK".
  private func isCapitalsAnyway(_ entry: GazetteerEntry, _ candidate: NameCandidate) -> Bool {
    !entry.nameFlags.contains(.allCapitals)
  }
}

// MARK: - Cities

extension NameJudge {
  private func settlement(_ entry: GazetteerEntry, _ candidate: NameCandidate, _ context: NameContext) -> Float {
    let isListed = entry.flags.contains(.listed)
    let support = placeSupport(entry, context)
    if isPersonElsewhere(entry, candidate), support != .confirmed, !context.followsLocative { return 0 }
    if context.followsPersonTitle || context.followsNameOpening { return 0 }
    if !isListed, context.isHyphenated || context.followsCapitalisedOf { return 0 }
    let followsName = context.previous == .name || context.previous == .surname
    if followsName, entry.nameFlags.contains(.surname), support != .confirmed { return 0 }
    var certainty = entry.certainty
    switch support {
    case .confirmed: certainty += 0.3
    case .contradicted: certainty -= 0.2
    case .none: break
    }
    if needsStrongEvidence(entry), support != .confirmed {
      guard context.followsLocative, isListed, evidence.names(entry.country) else { return 0 }
      return candidate.style == .sentence ? 0.7 : 0.55
    }
    if evidence.names(entry.country) { certainty += isListed ? 0.03 : 0.12 }
    if !isListed || !entry.nameFlags.isDisjoint(with: [.surname, .givenName]) {
      certainty += standing(entry, candidate, context)
    }
    certainty -= neighbourPenalty(entry, context, support)
    if context.isHyphenated { certainty -= 0.25 }
    if context.followsCapitalisedOf { certainty -= 0.3 }
    if !isListed, certainty < Self.registerThreshold { return 0 }
    return min(certainty, entry.flags.contains(.capital) ? 0.97 : isListed ? 0.95 : 0.9)
  }

  /// What the words before a name, and its place in the sentence, add for a name that is not clear by itself.
  private func standing(_ entry: GazetteerEntry, _ candidate: NameCandidate, _ context: NameContext) -> Float {
    var sum: Float = 0
    if context.followsLocative { sum += 0.15 } else if context.followsDirectional { sum += 0.06 }
    if context.startsSentence, context.place == nil { sum -= 0.12 }
    if entry.nameFlags.contains(.givenName), !context.followsLocative, context.place == nil,
      !evidence.names(entry.country)
    {
      sum -= 0.2
    }
    if candidate.style == .title { sum -= 0.1 }
    if !context.followsLocative, context.place == nil, context.placeBefore == nil {
      sum -= entry.flags.contains(.listed) ? 0.1 : 0.15
    }
    return sum
  }

  private func neighbourPenalty(_ entry: GazetteerEntry, _ context: NameContext, _ support: Support) -> Float {
    guard support != .confirmed else { return 0 }
    var penalty: Float = 0
    switch context.next {
    case .name, .surname, .givenName: penalty += entry.flags.contains(.listed) ? 0.25 : 0.5
    case .common: penalty += entry.flags.contains(.listed) ? 0.2 : 0.4
    case .none, .role, .candidate: break
    }
    switch context.previous {
    case .name, .surname, .givenName: penalty += 0.5
    case .common: penalty += entry.flags.contains(.listed) ? 0.1 : 0.3
    case .none, .role, .candidate: break
    }
    return penalty
  }

  private func needsStrongEvidence(_ entry: GazetteerEntry) -> Bool {
    if entry.nameFlags.contains(.allCapitals) { return false }
    return entry.nameFlags.contains(.ambiguous)
      || (entry.nameFlags.contains(.commonWord) && !entry.flags.contains(.capital))
  }

  private enum Support { case none, confirmed, contradicted }

  /// What the place named behind the name says: "Moscow, Idaho" is not the capital.
  private func placeSupport(_ entry: GazetteerEntry, _ context: NameContext) -> Support {
    guard let place = context.place else { return .none }
    var support = Support.none
    for other in candidates[place].match.alternatives where other.type == .country || other.type == .region {
      if other.type == .country ? other.country == entry.country : isRegion(other, of: entry) { return .confirmed }
      support = .contradicted
    }
    return support
  }

  private func isRegion(_ region: GazetteerEntry, of city: GazetteerEntry) -> Bool {
    if let known = city.region { return known == region.entity }
    return region.country != nil && region.country == city.country
  }
}

// MARK: - Other places and things

extension NameJudge {
  private func place(_ entry: GazetteerEntry, _ candidate: NameCandidate, _ context: NameContext) -> Float {
    var certainty = entry.certainty
    if isPersonElsewhere(entry, candidate), !context.followsLocative, context.placeBefore == nil { return 0 }
    if entry.nameFlags.contains(.ambiguous), !isSupported(entry, context) { return entry.type == .region ? 0.3 : 0 }
    if entry.nameFlags.contains(.ambiguous) { certainty += 0.15 }
    if entry.type == .region { certainty += regionBalance(entry, candidate, context) }
    switch context.next {
    case .common, .name, .surname, .givenName: certainty -= entry.type == .facility ? 0.05 : 0.2
    case .none, .role, .candidate: break
    }
    switch context.previous {
    case .name, .surname, .givenName: certainty -= candidate.isSingleWord ? 0.3 : 0.2
    case .none, .common, .role, .candidate: break
    }
    if context.followsNameOpening, candidate.isSingleWord { return 0 }
    return certainty
  }

  /// A region that shares its name with a country or a great city gives way unless the context asks for it:
  /// "Buffalo, New York", or Georgia where other states of the US are named.
  private func regionBalance(_ entry: GazetteerEntry, _ candidate: NameCandidate, _ context: NameContext) -> Float {
    let rivals = candidate.match.alternatives.filter {
      $0.type == .country || ($0.type == .settlement && $0.flags.contains(.listed))
    }
    guard !rivals.isEmpty else { return 0 }
    if let before = context.placeBefore, namesPlace(candidates[before]) { return 0.06 }
    if let country = rivals.first(where: { $0.type == .country })?.country, let own = entry.country {
      return evidence.count(own) > 0 && evidence.count(country) == 0 ? 0.06 : -0.2
    }
    return -0.2
  }

  private func isSupported(_ entry: GazetteerEntry, _ context: NameContext) -> Bool {
    context.followsLocative || context.placeBefore != nil || context.place != nil
      || (context.followsDirectional && evidence.names(entry.country))
  }

  /// Organisations, events, products, programmes, laws.
  private func thing(_ entry: GazetteerEntry, _ index: Int, _ context: NameContext) -> Float {
    let candidate = candidates[index]
    var certainty = entry.certainty
    if entry.type == .organisation, isPartOfLongerOrganisation(entry, index) { return 0 }
    if !entry.nameFlags.isDisjoint(with: [.surname, .givenName]), candidate.isSingleWord {
      if context.previous == .givenName || context.followsPersonTitle { return 0 }
      if context.next == .surname, entry.nameFlags.contains(.givenName) { return 0 }
    }
    if entry.nameFlags.contains(.ambiguous) {
      if entry.nameFlags.contains(.allCapitals) || candidate.style != .sentence { return 0 }
      if !belongsToArticle(entry, index) { return 0 }
      if context.startsSentence {
        guard evidence.midSentence.contains(candidate.match.record) else { return 0 }
        certainty -= 0.1
      }
      if context.previous != .none || context.isHyphenated { certainty -= 0.25 }
    }
    switch context.next {
    case .common, .name, .surname, .givenName: certainty -= 0.1
    case .none, .role, .candidate: break
    }
    switch context.previous {
    case .name, .surname, .givenName: certainty -= 0.1
    case .none, .common, .role, .candidate: break
    }
    return certainty
  }

  /// Whether a name that many countries have ("Ministry of Defence", "Senate") means this one: the article speaks of
  /// its country, and of no other more.
  private func belongsToArticle(_ entry: GazetteerEntry, _ index: Int) -> Bool {
    guard entry.type == .organisation, !candidates[index].isSingleWord, let country = entry.country else { return true }
    let count = evidence.count(country)
    return count > 0 && evidence.countries.values.allSatisfy { $0 <= count }
  }

  /// "Italian Republican Party", "Democratic Party of Japan" are others than the ones listed.
  private func isPartOfLongerOrganisation(_ entry: GazetteerEntry, _ index: Int) -> Bool {
    guard let country = entry.country, !candidates[index].isSingleWord else { return false }
    if contexts[index].previous == .candidate {
      let before = candidates[index - 1].match.alternatives[0]
      if before.type == .demonym || before.type.isPlace { return before.country != country }
    }
    return contexts[index].isFollowedByOf
  }

  /// Whether the article uses the name for a person, too.
  private func isPersonElsewhere(_ entry: GazetteerEntry, _ candidate: NameCandidate) -> Bool {
    candidate.isSingleWord && evidence.persons.contains(candidate.match.record)
  }

  private func namesPlace(_ candidate: NameCandidate) -> Bool {
    candidate.match.alternatives.contains { $0.type == .settlement }
  }
}
