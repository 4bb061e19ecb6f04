import ArticleModel

/// Finds times of day: "14:30", "2.30pm", "5 p.m.", "noon", "14h30", "14 Uhr", "0830 GMT".
///
/// The value is an xsd:time, with a zone where the words name one whose offset is certain. "5 o'clock", which may be
/// of the morning or the afternoon, has no value. Scores and ratios ("a 2:1 majority") are no times.
public struct TimeRecognizer: EntityRecognizer {
  public init() {}

  public func mentions(in input: RecognitionInput) -> [Mention] {
    var mentions: [Mention] = []
    let language = GrammarLanguage(tag: input.language)
    input.source.bytes.withUnsafeBufferPointer { bytes in
      input.tokens.withUnsafeBufferPointer { tokens in
        for run in input.runs {
          let reader = TokenReader(
            bytes: bytes, tokens: tokens, start: run.tokens.lowerBound, end: run.tokens.upperBound,
            context: run.context)
          let grammar = TimeGrammar(reader: reader, language: language)
          var index = reader.start
          while index < reader.end {
            guard let found = grammar.time(index) else {
              index += 1
              continue
            }
            mentions.append(
              Mention(
                SourceRange(start: found.startByte, end: found.endByte), .time, method: .grammar,
                certainty: found.certainty, value: found.value.map { .time($0) } ?? .none))
            index = max(index + 1, found.end)
          }
        }
      }
    }
    return mentions
  }
}
