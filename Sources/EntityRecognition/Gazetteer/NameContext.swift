import ArticleModel

/// What stands beside a candidate.
struct NameContext {
  /// A capitalised word, with nothing but space between it and the name.
  enum Neighbour {
    case none
    /// A word that is also written in lower case: "Police", "Greater".
    case common
    case givenName
    case surname
    /// An office: "Romanian Prime Minister".
    case role
    /// Any other name.
    case name
    /// Another candidate.
    case candidate
  }

  var previous: Neighbour = .none
  var next: Neighbour = .none
  /// "Mr", an initial: what follows is a person.
  var followsPersonTitle = false
  /// "Fort", "Lake": what follows is part of another name.
  var followsNameOpening = false
  var followsLocative = false
  var followsDirectional = false
  /// "University of", "Bank of".
  var followsCapitalisedOf = false
  /// "Democratic Party of", "Senate for".
  var isFollowedByOf = false
  var startsSentence = false
  /// A hyphen ties it to a capitalised word that is no candidate.
  var isHyphenated = false
  /// What kind of place the words beside it say that it is: "the state of Georgia", "Washington state".
  var announced: MentionType?
  /// The index of the candidate behind a comma, "in" or a bracket: "Moscow, Idaho".
  var place: Int?
  /// Whether that place explains the name and is no item of a list: "Lebanon, New Hampshire, is", but not "Lebanon, Syria
  /// and".
  var isExplained = false
  /// The index of the candidate before it and a comma.
  var placeBefore: Int?
}

/// Looks at what stands beside candidates.
struct NeighbourScan {
  let tokens: [Token]
  let bytes: UnsafeBufferPointer<UInt8>
  let gazetteer: CompiledGazetteer
  let candidates: [NameCandidate]

  func context(of index: Int) -> NameContext {
    let candidate = candidates[index]
    var context = NameContext()
    let first = candidate.tokens.lowerBound
    let after = candidate.tokens.upperBound
    context.startsSentence = tokens[first].startsSentence
    if first > candidate.run.lowerBound { lookBack(from: first, candidate, index, &context) }
    if after < candidate.run.upperBound { lookAhead(from: after, candidate, index, &context) }
    return context
  }

  private func lookBack(from first: Int, _ candidate: NameCandidate, _ index: Int, _ context: inout NameContext) {
    let previous = tokens[first - 1]
    let precedesCandidate = index > 0 && candidates[index - 1].run == candidate.run
    if previous.kind == .word, tokens[first].followsSpace {
      if previous.shape == .lower || previous.startsSentence {
        context.followsLocative = ContextWords.locative.contains(bytes, previous.range)
        context.followsDirectional = ContextWords.directional.contains(bytes, previous.range)
        if isWord(first - 1, "of"), first - 2 >= candidate.run.lowerBound {
          context.announced = PlaceKindWords.kind(bytes, tokens[first - 2])
          context.followsCapitalisedOf =
            isCapitalised(first - 2) && !ContextWords.role.contains(bytes, tokens[first - 2].range)
        }
      }
      if isCapitalised(first - 1) {
        context.followsPersonTitle = ContextWords.personTitle.contains(bytes, previous.range)
        context.followsNameOpening = ContextWords.nameOpening.contains(bytes, previous.range)
        if precedesCandidate, candidates[index - 1].tokens.upperBound == first,
          !mayBePerson(candidates[index - 1], .givenName)
        {
          context.previous = .candidate
        } else if !ContextWords.qualifier.contains(bytes, previous.range) {
          context.previous = neighbour(first - 1, candidate.style, isBefore: true)
        }
      }
    } else if previous.kind == .punctuation {
      lookBehindMark(first, candidate, &context)
      if precedesCandidate, candidates[index - 1].tokens.upperBound == first - 1, isMark(first - 1, 0x2C) {
        context.placeBefore = index - 1
      }
    }
  }

  /// "J. Jordan", "Mr. Jordan", "Smith-Jackson".
  private func lookBehindMark(_ first: Int, _ candidate: NameCandidate, _ context: inout NameContext) {
    guard first - 2 >= candidate.run.lowerBound, isCapitalised(first - 2) else { return }
    let before = tokens[first - 2]
    if isMark(first - 1, 0x2E), tokens[first].followsSpace {
      if before.range.count == 1 || ContextWords.personTitle.contains(bytes, before.range) {
        context.followsPersonTitle = !tokens[first].startsSentence
      }
    } else if isMark(first - 1, 0x2D), !tokens[first].followsSpace, !tokens[first - 1].followsSpace {
      context.isHyphenated = true
    }
  }

  private func lookAhead(from after: Int, _ candidate: NameCandidate, _ index: Int, _ context: inout NameContext) {
    let next = tokens[after]
    if isWord(after, "state"), next.followsSpace { context.announced = .region }
    let follower = index + 1 < candidates.count && candidates[index + 1].run == candidate.run ? index + 1 : nil
    if next.kind == .word, next.followsSpace {
      if isCapitalised(after), !next.startsSentence {
        if let follower, candidates[follower].tokens.lowerBound == after,
          !mayBePerson(candidates[follower], .surname)
        {
          context.next = .candidate
        } else if leadsToRole(from: after, candidate.run.upperBound) {
          context.next = .role
        } else {
          context.next = neighbour(after, candidate.style, isBefore: false)
        }
      } else if isWord(after, "of"), after + 1 < candidate.run.upperBound, tokens[after + 1].shape != .lower {
        context.isFollowedByOf = true
      } else if isWord(after, "in"), let follower, candidates[follower].tokens.lowerBound == after + 1 {
        context.place = follower
      }
    } else if next.kind == .punctuation {
      if isMark(after, 0x2C) || isMark(after, 0x28), let follower,
        candidates[follower].tokens.lowerBound == after + 1
      {
        context.place = follower
        context.isExplained = !leadsOn(candidates[follower].tokens.upperBound, candidate.run.upperBound, follower)
      } else if isMark(after, 0x2D), !next.followsSpace, after + 1 < candidate.run.upperBound,
        !tokens[after + 1].followsSpace, isCapitalised(after + 1),
        follower.map({ candidates[$0].tokens.lowerBound != after + 1 }) ?? true
      {
        context.isHyphenated = true
      }
    }
  }

  /// Whether a list goes on behind a candidate: ", Syria", ", and Syria", "and Syria".
  private func leadsOn(_ index: Int, _ limit: Int, _ candidate: Int) -> Bool {
    guard index < limit else { return false }
    if isWord(index, "and") || isWord(index, "or") { return true }
    guard isMark(index, 0x2C), index + 1 < limit else { return false }
    let next = candidate + 1 < candidates.count ? candidates[candidate + 1].tokens.lowerBound : -1
    return next == index + 1 || isWord(index + 1, "and") || isWord(index + 1, "or")
  }

  private func neighbour(_ index: Int, _ style: RunStyle, isBefore: Bool) -> NameContext.Neighbour {
    let flags = gazetteer.wordFlags(bytes, tokens[index].range)
    if isBefore, style == .sentence, !tokens[index].startsSentence, flags.contains(.isGivenName) { return .givenName }
    if flags.contains(.isCommonWord) {
      // The first word of a sentence has its capital from there, and in a headline every word has one.
      if style != .sentence || tokens[index].startsSentence { return .none }
      return .common
    }
    if isBefore, flags.contains(.isGivenName) { return .givenName }
    return flags.contains(.isSurname) ? .surname : .name
  }

  /// Whether a candidate is rather part of a person's name: a small city called Bryan before "Hull".
  private func mayBePerson(_ candidate: NameCandidate, _ flag: NameFlags) -> Bool {
    let entry = candidate.match.alternatives[0]
    return candidate.isSingleWord && entry.type == .settlement && !entry.flags.contains(.capital)
      && entry.nameFlags.contains(flag) && !entry.nameFlags.contains(.allCapitals)
  }

  /// Whether an office follows: "Foreign Minister", "President".
  private func leadsToRole(from start: Int, _ limit: Int) -> Bool {
    var index = start
    while index < min(start + 3, limit), isCapitalised(index) {
      if ContextWords.role.contains(bytes, tokens[index].range) { return true }
      index += 1
    }
    return false
  }

  private func isCapitalised(_ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    return tokens[index].shape == .capitalised || tokens[index].shape == .upper || tokens[index].shape == .mixed
  }

  private func isMark(_ index: Int, _ byte: UInt8) -> Bool {
    tokens[index].kind == .punctuation && bytes[Int(tokens[index].range.start)] == byte
  }

  private func isWord(_ index: Int, _ word: StaticString) -> Bool {
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return bytes[tokens[index].range.bytes].elementsEqual(letters)
  }
}

/// Words that say what kind of place follows.
private enum PlaceKindWords {
  private static let region = Set<WordKey>(words: "state states province county provinces counties")
  private static let country = Set<WordKey>(words: "country republic kingdom nation emirate sultanate")
  private static let settlement = Set<WordKey>(words: "city town village port suburb")

  static func kind(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token) -> MentionType? {
    guard token.kind == .word, token.shape == .lower else { return nil }
    if region.contains(bytes, token.range) { return .region }
    if country.contains(bytes, token.range) { return .country }
    return settlement.contains(bytes, token.range) ? .settlement : nil
  }
}
