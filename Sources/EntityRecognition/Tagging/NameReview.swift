import ArticleModel

/// Goes over the names that the rules found: the trained tagger, which sees what they say, decides what is a name of a
/// person, a place or an organisation, and where it begins and ends. What a list or a rule knows of a name is kept.
///
/// The tagger has learnt English only; in other languages the rules decide.
public struct NameReview: Sendable {
  private let tagger: NameTagger
  private let gazetteer: CompiledGazetteer
  /// A rule as sure as this is believed where the tagger sees no name.
  private let trusted: Float

  /// With the network that the program carries.
  public init() { self.init(tagger: .embedded) }

  /// The network that the program carries, for a digest.
  public static var embeddedBytes: [UInt8] { NameTagger.embeddedBytes }

  package init(tagger: NameTagger, gazetteer: CompiledGazetteer = .embedded, trusted: Float = 0.93) {
    self.tagger = tagger
    self.trusted = trusted
    self.gazetteer = gazetteer
  }

  /// The mentions of an article with its names gone over, in no particular order.
  public func review(_ mentions: [Mention], in input: RecognitionInput) -> [Mention] {
    guard input.language.prefix(while: { $0 != "-" }).lowercased() == "en" else { return mentions }
    let rules = mentions.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    let names = tagger.names(in: input, rules: rules).filter { $0.kind != .other }
    return input.source.bytes.withUnsafeBufferPointer { bytes in
      Revision(input: input, bytes: bytes, gazetteer: gazetteer, rules: rules, names: names, trusted: trusted).mentions
    }
  }
}

/// What becomes of the mentions of the rules, and of the names that the tagger found.
private struct Revision {
  private let input: RecognitionInput
  private let bytes: UnsafeBufferPointer<UInt8>
  private let gazetteer: CompiledGazetteer
  private(set) var mentions: [Mention] = []

  /// Countries are told by their names: a rule that found one is believed sooner.
  private static let trustedOfCountries: Float = 0.6
  /// A name that no rule knows is left out below this.
  private static let least: Float = 0.5

  /// - Parameters:
  ///   - rules: In the order of the source.
  ///   - names: In the order of the source, disjoint.
  init(
    input: RecognitionInput, bytes: UnsafeBufferPointer<UInt8>, gazetteer: CompiledGazetteer, rules: [Mention],
    names: [NameTagger.Name], trusted: Float
  ) {
    self.input = input
    self.bytes = bytes
    self.gazetteer = gazetteer
    var claims = NameAgreement(input, bytes).agreed(names).map { Claim($0, range: range($0.tokens)) }
    Self.forEachOverlap(rules, claims.map(\.range)) { claims[$1].hear(rules[$0]) }
    claims.removeAll { $0.isRefuted || ($0.rule == nil && $0.certainty < Self.least) }
    var isClaimed = [Bool](repeating: false, count: rules.count)
    Self.forEachOverlap(rules, claims.map(\.range)) { rule, _ in isClaimed[rule] = true }
    for (mention, isClaimed) in zip(rules, isClaimed) {
      guard NameTagger.Kind(mention.type) != nil, mention.method != .userGazetteer else {
        mentions.append(mention)
        continue
      }
      if !isClaimed, mention.certainty >= (mention.type == .country ? Self.trustedOfCountries : trusted) {
        mentions.append(mention)
      }
    }
    for claim in claims {
      if let rule = claim.rule {
        var mention = rule
        if NameTagger.Kind(rule.type) == claim.name.kind { mention.certainty = claim.certainty }
        mentions.append(mention)
      } else if let mention = mention(of: claim) {
        mentions.append(mention)
      }
    }
  }

  /// Calls `body` with the number of a rule's mention and that of a claim for each two that overlap.
  private static func forEachOverlap(_ rules: [Mention], _ claims: [SourceRange], _ body: (Int, Int) -> Void) {
    var first = 0
    for (index, mention) in rules.enumerated() {
      while first < claims.count, claims[first].end <= mention.range.start { first += 1 }
      var next = first
      while next < claims.count, claims[next].start < mention.range.end {
        body(index, next)
        next += 1
      }
    }
  }

  /// The bytes of a name, without an article before it, which no span holds.
  private func range(_ tokens: Range<Int>) -> SourceRange {
    var first = tokens.lowerBound
    if tokens.count > 1, input.tokens[first].isArticle(bytes) { first += 1 }
    return Abbreviations.nameRange(first...(tokens.upperBound - 1), input.tokens, bytes)
  }

  /// A name that no rule knows.
  private func mention(of claim: Claim) -> Mention? {
    var range = claim.range
    if claim.name.kind == .person, claim.roleEnd > range.start {
      // No title or office stands in a person's name.
      guard let token = input.tokens[claim.name.tokens].first(where: { $0.range.start >= claim.roleEnd }) else {
        return nil
      }
      range.start = token.range.start
    }
    switch claim.name.kind {
    case .person: return Mention(range, .person, method: .tagger, certainty: claim.certainty)
    case .organisation:
      return Mention(
        range, .organisation, method: .tagger, certainty: claim.certainty,
        identity: identity(claim.name) { $0 == .organisation })
    case .place, .other:
      if let facility = facility(behind: claim) {
        range.end = facility.end
        return Mention(range, .facility, method: .tagger, certainty: claim.certainty)
      }
      let listed = entry(claim.name, where: \.isPlace)
      let type = listed?.type ?? PlaceGuess.type(of: claim.name.tokens, input.tokens, bytes)
      return Mention(
        range, type, method: .tagger, certainty: claim.certainty, identity: identity(claim.name, where: \.isPlace))
    }
  }

  /// The word behind a place's name that makes it the name of a facility: "Kogalniceanu airbase".
  private func facility(behind claim: Claim) -> SourceRange? {
    let next = claim.name.tokens.upperBound
    guard next < input.tokens.count else { return nil }
    let token = input.tokens[next]
    guard token.range.start == claim.range.end + 1, token.followsSpace, token.shape == .lower,
      let word = PlaceWord.named(by: bytes[token.range.bytes]), word.type == .facility, word.extends == .always
    else { return nil }
    return token.range
  }

  /// What the lists know of a name, if only one thing of its kind bears it.
  private func identity(_ name: NameTagger.Name, where isKind: (MentionType) -> Bool) -> EntityIdentity? {
    guard let entry = entry(name, where: isKind), !entry.nameFlags.contains(.shared) else { return nil }
    return entry.identity
  }

  private func entry(_ name: NameTagger.Name, where isKind: (MentionType) -> Bool) -> GazetteerEntry? {
    let match = gazetteer.longestMatch(
      tokens: input.tokens, at: name.tokens.lowerBound, limit: name.tokens.upperBound, in: bytes)
    guard let match, match.end == name.tokens.upperBound else { return nil }
    return match.alternatives.first { isKind($0.type) }
  }
}

/// A name that the tagger found, and what the rules say of it.
private struct Claim {
  let name: NameTagger.Name
  let range: SourceRange
  /// How sure it is: the probability of the network.
  let certainty: Float
  /// The mention of the rules that has its range, of the same kind or surer than the network.
  private(set) var rule: Mention?
  /// Where the offices and titles end that it begins with, and the name of whose they are: "UN Secretary-General".
  private(set) var roleEnd: Int32
  private var holderEnd: Int32
  /// Whether it is part of a date or a quantity.
  private(set) var isRefuted = false

  init(_ name: NameTagger.Name, range: SourceRange) {
    self.name = name
    self.range = range
    certainty = max(0.05, min(0.99, name.probability))
    roleEnd = range.start
    holderEnd = range.start
  }

  /// Whether a mention is this name with "The" before it, as a list has it: "The Hague".
  private func isWithArticle(_ other: SourceRange) -> Bool {
    other.end == range.end && other.start == range.start - 4
  }

  /// Takes note of a mention of the rules that overlaps it.
  mutating func hear(_ mention: Mention) {
    switch mention.type {
    case .role:
      if mention.range.start <= max(roleEnd, holderEnd) + 1, mention.range.end < range.end {
        roleEnd = max(roleEnd, mention.range.end)
      }
    case .date, .time, .number, .percentage, .money, .measure, .reference:
      if mention.range.contains(range) { isRefuted = true }
    default:
      if mention.range.start == range.start, mention.range.end < range.end, mention.type != .person {
        holderEnd = max(holderEnd, mention.range.end)
      }
      guard mention.range == range || isWithArticle(mention.range), mention.method != .userGazetteer,
        let kind = NameTagger.Kind(mention.type)
      else {
        return
      }
      guard kind == name.kind || mention.certainty > certainty else { return }
      // One of the network's kind goes before one that is surer than the network; of two alike the surer.
      if let known = rule {
        let (isAlike, wasAlike) = (kind == name.kind, NameTagger.Kind(known.type) == name.kind)
        guard isAlike == wasAlike ? mention.certainty > known.certainty : isAlike else { return }
      }
      rule = mention
    }
  }
}

extension NameTagger.Kind {
  /// The kind of a mention of the rules; nil where the tagger has no say.
  fileprivate init?(_ type: MentionType) {
    switch type {
    case .person: self = .person
    case .organisation: self = .organisation
    case _ where type.isPlace: self = .place
    default: return nil
    }
  }
}
