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
    let ranges = names.map(range)
    var first = 0
    /// Of each name the mention of the rules that has its range and kind, the surest first.
    var confirmed = [Mention?](repeating: nil, count: names.count)
    for mention in rules {
      guard let kind = NameTagger.Kind(mention.type), mention.method != .userGazetteer else {
        mentions.append(mention)
        continue
      }
      while first < names.count, ranges[first].end <= mention.range.start { first += 1 }
      guard first < names.count, ranges[first].start < mention.range.end else {
        if mention.certainty >= trusted { mentions.append(mention) }
        continue
      }
      var next = first
      while next < names.count, ranges[next].start < mention.range.end {
        if ranges[next] == mention.range, names[next].kind == kind,
          confirmed[next].map({ $0.certainty < mention.certainty }) ?? true
        {
          confirmed[next] = mention
        }
        next += 1
      }
    }
    for (index, name) in names.enumerated() {
      var mention = confirmed[index] ?? self.mention(of: name, ranges[index])
      mention.certainty = Self.certainty(name)
      mentions.append(mention)
    }
  }

  /// The bytes of a name, without an article before it, which no span holds.
  private func range(_ name: NameTagger.Name) -> SourceRange {
    var first = name.tokens.lowerBound
    if name.tokens.count > 1, isArticle(input.tokens[first]) { first += 1 }
    return SourceRange(
      start: input.tokens[first].range.start, end: input.tokens[name.tokens.upperBound - 1].range.end)
  }

  private func isArticle(_ token: Token) -> Bool {
    token.range.count == 3 && bytes[Int(token.range.start) + 1] == 0x68 && bytes[Int(token.range.start) + 2] == 0x65
      && bytes[Int(token.range.start)] | 0x20 == 0x74
  }

  /// How sure a name is: the probability of the network, which is right as often as it says.
  private static func certainty(_ name: NameTagger.Name) -> Float { max(0.05, min(0.99, name.probability)) }

  /// A name that no rule knows.
  private func mention(of name: NameTagger.Name, _ range: SourceRange) -> Mention {
    switch name.kind {
    case .person: return Mention(range, .person, method: .tagger, certainty: 0)
    case .organisation:
      return Mention(range, .organisation, method: .tagger, certainty: 0, identity: identity(name) { $0 == .organisation })
    case .place, .other:
      if let entry = entry(name, where: \.isPlace) {
        return Mention(
          range, entry.type, method: .tagger, certainty: 0, identity: identity(name, where: \.isPlace))
      }
      return Mention(range, PlaceWords.type(of: name.tokens, input.tokens, bytes), method: .tagger, certainty: 0)
    }
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
