import ArticleModel

/// Names that a place and a kind of place make together: "Osaka Bay", "Herat province", "Cook County".
enum PlaceExtension {
  /// The longer name of which `mention` is the beginning, or nil where the kind of a place does not follow.
  static func extend(
    _ mention: Mention, _ candidate: NameCandidate, _ input: RecognitionInput, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Mention? {
    let next = candidate.tokens.upperBound
    guard mention.type.isPlace, next < candidate.run.upperBound else { return nil }
    let token = input.tokens[next]
    guard token.kind == .word, token.followsSpace, !token.startsSentence,
      let word = PlaceWord.named(by: bytes[token.range.bytes]), word.extends != .never,
      !isPartOfMore(next + 1, candidate, input)
    else { return nil }
    if token.shape == .lower {
      guard mention.type == .settlement || mention.type == .region, word.type != mention.type, word.extends == .always
      else { return nil }
    }
    let range = SourceRange(start: mention.range.start, end: token.range.end)
    let identity = EntityIdentity(name: input.source.string(range), country: mention.identity?.country)
    return Mention(range, word.type, method: .pattern, certainty: 0.85, identity: identity)
  }

  /// Whether a further capitalised word follows: "Cook County Board" is left to the pattern of organisations.
  private static func isPartOfMore(_ index: Int, _ candidate: NameCandidate, _ input: RecognitionInput) -> Bool {
    guard candidate.style == .sentence, index < candidate.run.upperBound else { return false }
    let token = input.tokens[index]
    return token.kind == .word && token.followsSpace && token.shape != .lower && !token.startsSentence
  }
}
