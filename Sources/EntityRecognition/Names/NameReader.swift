import ArticleModel

/// Reads names by their capitals: what recognisers of persons, organisations and other named things share.
struct NameReader {
  let reader: TokenReader
  let tokens: [Token]
  let gazetteer: CompiledGazetteer
  /// Whether most words of the run begin with a capital, so that a capital says nothing of a word.
  let isTitleCase: Bool
  /// Whether the language writes every noun with a capital, so that a capital alone makes no name.
  let capitalisesNouns: Bool

  init(_ run: TokenizedRun, _ input: RecognitionInput, _ reader: TokenReader, _ gazetteer: CompiledGazetteer) {
    self.reader = reader
    tokens = input.tokens
    self.gazetteer = gazetteer
    capitalisesNouns = GrammarLanguage(tag: input.language) == .german
    var words = 0
    var capitalised = 0
    for index in run.tokens where input.tokens[index].kind == .word && input.tokens[index].range.count > 3 {
      words += 1
      if reader.isCapitalised(index) { capitalised += 1 }
    }
    let endsSentence = reader.punctuation(run.tokens.upperBound - 1) == 0x2E
    isTitleCase = words >= 3 && capitalised * 3 >= words * 2 && !endsSentence
  }

  /// Whether the token may be part of a name: a capitalised word that is no function word at the head of a sentence.
  func isNameWord(_ index: Int) -> Bool { reader.isCapitalised(index) && !isFunctionWord(index) }

  /// Whether the token is a word of grammar, capitalised or not: "The", "In", "While".
  func isFunctionWord(_ index: Int) -> Bool {
    guard reader.contains(index) else { return false }
    let range = tokens[index].range
    // "I'd", "We've", "It’s": what stands before the apostrophe tells.
    var end = Int(range.start)
    while end < Int(range.end), reader.bytes[end] != 0x27, reader.bytes[end] != 0xE2 { end += 1 }
    return FunctionWords.table.entry(reader.bytes, Int(range.start), end) != nil
  }

  func flags(_ index: Int) -> WordFlags { gazetteer.wordFlags(reader.bytes, tokens[index].range) }

  /// The index after a hyphen that glues the token before `index` to a capitalised word: "Asia-Pacific", "Jean-Pierre".
  func afterGluedHyphen(_ index: Int) -> Int? {
    guard reader.isDash(index), reader.isGlued(index), reader.isGlued(index + 1), reader.isCapitalised(index + 1) else {
      return nil
    }
    return index + 1
  }

  /// The first token of the words joined to `index` from the left by glued hyphens, all capitalised.
  func beforeGluedHyphens(_ index: Int) -> Int {
    var first = index
    while first - 2 >= reader.start, reader.isGlued(first), reader.isDash(first - 1), reader.isGlued(first - 1),
      reader.isCapitalised(first - 2)
    {
      first -= 2
    }
    return first
  }

  func range(_ first: Int, _ last: Int) -> SourceRange {
    Abbreviations.nameRange(first...last, tokens, reader.bytes)
  }

  /// What the gazetteer has that begins at a token and ends with `last`, if it is the longest name there.
  func listedType(_ first: Int, through last: Int) -> MentionType? {
    guard let match = gazetteer.longestMatch(tokens: tokens, at: first, limit: reader.end, in: reader.bytes),
      match.end == last + 1
    else { return nil }
    return match.alternatives[0].type
  }

  /// The token after the listed name that begins at a token.
  func listedEnd(_ first: Int) -> Int? {
    gazetteer.longestMatch(tokens: tokens, at: first, limit: reader.end, in: reader.bytes)?.end
  }

  /// Whether a place, an organisation or a nationality begins at a token.
  func beginsListedName(_ index: Int) -> Bool {
    let match = gazetteer.longestMatch(
      tokens: tokens, at: index, limit: min(reader.end, index + 4), in: reader.bytes)
    return match.map { $0.alternatives[0].type != .person } ?? false
  }
}

/// Words of grammar in English, German, French and Spanish, which begin sentences and not names.
enum FunctionWords {
  static let table = WordTable(
    """
    the a an this that these those in on at by for from to with without and but or nor as when while after before since \
    until his her its their our my your both all some many most several few each every any no not if it he she they we i \
    you who what which where why how there here is are was were be been has have had do does did can could will would \
    shall should may might must of off up down over under about between among during against despite although though \
    because so then thus however moreover meanwhile also yet still just only even more less other another such same \
    former current new old first second third last next one two three according unlike like instead today yesterday \
    der die das ein eine im am zum zur bei mit von für auf aus nach vor und oder aber als wenn weil auch er sie wir es \
    sein ihr le les la un une des du dans par pour avec sur et ou mais il elle nous vous ils leur ses son el los las una \
    unos del al con por para sobre y o pero su sus se en
    """.split(separator: " ").map { (word: String($0), entry: true) })
}

extension RecognitionInput {
  /// Calls `body` with a reader of names for each run that belongs to the article.
  func forEachNamedRun(_ gazetteer: CompiledGazetteer, _ body: (TokenizedRun, NameReader) -> Void) {
    source.bytes.withUnsafeBufferPointer { bytes in
      tokens.withUnsafeBufferPointer { buffer in
        for run in runs where run.context != .furniture {
          let reader = TokenReader(
            bytes: bytes, tokens: buffer, start: run.tokens.lowerBound, end: run.tokens.upperBound, context: run.context
          )
          body(run, NameReader(run, self, reader, gazetteer))
        }
      }
    }
  }
}
