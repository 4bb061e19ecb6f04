import ArticleModel

/// Finds dates, and says which they are as far as the words and the date of the article tell.
///
/// Absolute dates ("13 June 2024", "2024-06-13", "the 1990s"), ranges ("1939–45", "May to July 2020") and relative ones
/// ("Tuesday", "last year", "two days ago"). A mention has no preposition and no article: "June 2024" of "in June
/// 2024", "1990s" of "the 1990s". What has a known beginning and end is written with `from` and `to`; what lies
/// somewhere between two bounds, or has fuzzy ones as seasons and decades have, with `notBefore` and `notAfter`.
/// A date that cannot be told, or does not exist ("31 June"), has no value.
///
/// English is complete; German, French and Spanish have months, days of the week and their commonest phrases; other
/// languages ISO 8601 and years.
public struct DateRecognizer: EntityRecognizer {
  public init() {}

  public func mentions(in input: RecognitionInput) -> [Mention] {
    var mentions: [Mention] = []
    input.source.bytes.withUnsafeBufferPointer { bytes in
      input.tokens.withUnsafeBufferPointer { tokens in
        let language = GrammarLanguage(tag: input.language)
        var grammar = DateGrammar(
          reader: TokenReader(bytes: bytes, tokens: tokens, start: 0, end: 0, context: .paragraph),
          words: DateVocabulary.words(language), language: language, today: input.date?.validated,
          order: .unknown)
        if bytes.contains(0x2F) { grammar.order = grammar.order(of: input, tokens) }
        for run in input.runs {
          grammar.run += 1
          grammar.reader = TokenReader(
            bytes: bytes, tokens: tokens, start: run.tokens.lowerBound, end: run.tokens.upperBound,
            context: run.context)
          grammar.column = run.column
          grammar.addMentions(to: &mentions)
        }
      }
    }
    return mentions
  }
}

extension DateGrammar {
  /// Appends every date of the run, from left to right; none overlap.
  fileprivate mutating func addMentions(to mentions: inout [Mention]) {
    var index = reader.start
    var lastEnd: Int32 = 0
    while index < reader.end {
      let found: DateMatch?
      switch reader.tokens[index].kind {
      case .word:
        let range = reader.tokens[index].range
        guard words.mayBegin(reader.bytes, Int(range.start), Int(range.end)) else {
          index += 1
          continue
        }
        let word = word(index)
        found = word.role == .none ? nil : expression(atWord: index, word)
      case .number: found = expression(atNumber: index)
      case .mixed:
        found =
          Characters.isASCIILetter(reader.bytes[Int(reader.startByte(index))])
          ? letterQuarter(index) ?? gluedEra(index) : expression(atNumber: index)
      case .clitic, .address, .punctuation: found = nil
      }
      guard let found, found.startByte >= lastEnd else {
        index += 1
        continue
      }
      let resolved = resolved(found, at: index)
      mentions.append(
        Mention(
          SourceRange(start: resolved.startByte, end: resolved.endByte), .date, method: .grammar,
          certainty: resolved.certainty, value: resolved.meaning.value))
      remember(resolved, at: index)
      lastEnd = resolved.endByte
      index = max(index + 1, resolved.end)
    }
  }
}

extension CalendarDate {
  /// The date, if there is such a day; what reads it can then count on it.
  fileprivate var validated: CalendarDate? {
    guard (1...9998).contains(year), PartialDate(self).lexical != nil, month != nil || day == nil else { return nil }
    return self
  }
}
