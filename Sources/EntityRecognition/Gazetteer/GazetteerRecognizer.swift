import ArticleModel

/// Finds the names that the program's gazetteer knows, and decides by their context what they name.
public struct GazetteerRecognizer: EntityRecognizer {
  private let gazetteer: CompiledGazetteer

  public init(gazetteer: CompiledGazetteer = .embedded) { self.gazetteer = gazetteer }

  public func mentions(in input: RecognitionInput) -> [Mention] {
    input.source.bytes.withUnsafeBufferPointer { bytes in
      let candidates = CandidateScan(gazetteer: gazetteer, includesLowerCase: false).candidates(in: input, bytes)
      let neighbours = NeighbourScan(
        tokens: input.tokens, bytes: bytes, gazetteer: gazetteer, candidates: candidates)
      let contexts = candidates.indices.map(neighbours.context)
      let judge = NameJudge(
        candidates: candidates, contexts: contexts, evidence: ArticleEvidence(candidates, contexts),
        isEnglish: input.language.prefix(2) == "en")
      var mentions: [Mention] = []
      for index in candidates.indices {
        guard let verdict = judge.verdict(index) else { continue }
        let mention = mention(of: candidates[index], verdict, input.tokens, bytes)
        guard let longer = PlaceExtension.extend(mention, candidates[index], input, bytes) else {
          mentions.append(mention)
          continue
        }
        mentions.append(longer)
        // "Vietnam Veterans", "US Route": a country is named whatever the longer name is.
        if mention.type == .country { mentions.append(mention) }
      }
      return mentions
    }
  }

  private func mention(
    of candidate: NameCandidate, _ verdict: NameJudge.Verdict, _ tokens: [Token],
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Mention {
    let first = candidate.tokens.lowerBound
    var range = SourceRange(
      start: tokens[first].range.start, end: tokens[candidate.tokens.upperBound - 1].range.end)
    // "The Guardian" is listed with its article, which no span holds; "The Hague" keeps it.
    if verdict.entry.type == .organisation, candidate.tokens.count > 1, tokens[first].isArticle(bytes) {
      range.start = tokens[first + 1].range.start
    }
    var identity = verdict.entry.identity
    if verdict.isOpen { identity = EntityIdentity(name: identity.name) }
    return Mention(
      range, verdict.entry.type, method: .gazetteer, certainty: verdict.certainty, identity: identity)
  }
}
