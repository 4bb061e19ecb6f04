import ArticleModel

/// A name found in the gazetteer, and where it stands.
struct NameCandidate {
  /// The tokens of the name, indices of ``RecognitionInput/tokens``.
  var tokens: Range<Int>
  /// The tokens of the run that it stands in.
  var run: Range<Int>
  var match: GazetteerMatch
  var style: RunStyle

  var isSingleWord: Bool { tokens.count == 1 }
}

/// How the words of a run are capitalised.
enum RunStyle {
  case sentence
  /// Most words have a capital, as in headlines, so that a capital says little.
  case title
  case capitals

  init(of run: Range<Int>, in tokens: [Token]) {
    var lower = 0
    var capitalised = 0
    var upper = 0
    for index in run where tokens[index].kind == .word && tokens[index].range.count > 3 {
      switch tokens[index].shape {
      case .lower: lower += 1
      case .upper: upper += 1
      case .capitalised, .mixed: capitalised += 1
      case .caseless: break
      }
    }
    if upper > 1, lower == 0, capitalised == 0 {
      self = .capitals
    } else {
      self = capitalised + upper > 1 && lower * 4 <= capitalised + upper ? .title : .sentence
    }
  }
}

/// Finds the names of an article, longest first, without judging them.
struct CandidateScan {
  let gazetteer: CompiledGazetteer
  /// Whether a name may begin with a lower-case word.
  let includesLowerCase: Bool

  func candidates(in input: RecognitionInput, _ bytes: UnsafeBufferPointer<UInt8>) -> [NameCandidate] {
    var candidates: [NameCandidate] = []
    let tokens = input.tokens
    for run in input.runs where run.context != .furniture {
      var style: RunStyle?
      var index = run.tokens.lowerBound
      while index < run.tokens.upperBound {
        guard mayBegin(tokens[index]),
          let match = gazetteer.longestMatch(tokens: tokens, at: index, limit: run.tokens.upperBound, in: bytes)
        else {
          index += 1
          continue
        }
        let runStyle = style ?? RunStyle(of: run.tokens, in: tokens)
        style = runStyle
        candidates.append(
          NameCandidate(tokens: index..<match.end, run: run.tokens, match: match, style: runStyle))
        index = match.end
      }
    }
    return candidates
  }

  @inline(__always)
  private func mayBegin(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.shape != .lower || includesLowerCase
    case .mixed, .number: true
    case .clitic, .address, .punctuation: false
    }
  }
}
