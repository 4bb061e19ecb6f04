import ArticleModel

/// Names that a place and a kind of place make together: "Osaka Bay", "Herat province", "Cook County".
enum PlaceExtension {
  private static let geography = WordSet(
    "bay river rivers valley mountains island islands peninsula lake falls strait sea coast canal desert delta basin")
  private static let region = WordSet(
    "county province oblast region district governorate prefecture voivodeship krai raion canton municipality")
  private static let facility = WordSet("airport airfield airbase harbour harbor bridge stadium")
  /// Kinds that complete a name in lower case, too.
  private static let lowerCase = WordSet(
    "peninsula province oblast region county governorate prefecture voivodeship krai raion airport airfield airbase")

  /// The longer name of which `mention` is the beginning, or nil where the kind of a place does not follow.
  static func extend(
    _ mention: Mention, _ candidate: NameCandidate, _ input: RecognitionInput, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Mention? {
    let next = candidate.tokens.upperBound
    guard mention.type.isPlace, next < candidate.run.upperBound else { return nil }
    let token = input.tokens[next]
    guard token.kind == .word, token.followsSpace, !token.startsSentence,
      let type = type(of: token.range, bytes), !isPartOfMore(next + 1, candidate, input)
    else { return nil }
    if token.shape == .lower {
      guard mention.type == .settlement || mention.type == .region, type != mention.type,
        lowerCase.contains(bytes, token.range)
      else { return nil }
    }
    let range = SourceRange(start: mention.range.start, end: token.range.end)
    let identity = EntityIdentity(name: input.source.string(range), country: mention.identity?.country)
    return Mention(range, type, method: .pattern, certainty: 0.85, identity: identity)
  }

  private static func type(of range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> MentionType? {
    if geography.contains(bytes, range) { return .geography }
    if region.contains(bytes, range) { return .region }
    return facility.contains(bytes, range) ? .facility : nil
  }

  /// Whether a further capitalised word follows: "Cook County Board" is left to the pattern of organisations.
  private static func isPartOfMore(_ index: Int, _ candidate: NameCandidate, _ input: RecognitionInput) -> Bool {
    guard candidate.style == .sentence, index < candidate.run.upperBound else { return false }
    let token = input.tokens[index]
    return token.kind == .word && token.followsSpace && token.shape != .lower && !token.startsSentence
  }
}
