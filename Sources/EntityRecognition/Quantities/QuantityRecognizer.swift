import ArticleModel

/// Finds numbers, percentages, sums of money and measures, each with its exact value.
///
/// One mention covers figure and unit: "€14 million", "30%", "85-kilometre". A counted noun is no unit: "1,700" of
/// "1,700 troops" is a number. Units are UCUM codes, currencies ISO 4217; a bare "$" is the US dollar. Decimal and
/// thousands separators are the language's, or in a table those of the column; a figure that they leave ambiguous has no
/// mention. A bare figure in a table is a number with the unit that the head of its column names. Ordinals, labels
/// ("page 12", "Article 5"), names ("F-35", "Boeing 737") and scores are no numbers; site furniture is not searched.
public struct QuantityRecognizer: EntityRecognizer {
  public init() {}

  public func mentions(in input: RecognitionInput) -> [Mention] {
    var mentions: [Mention] = []
    let language = GrammarLanguage(tag: input.language)
    input.source.bytes.withUnsafeBufferPointer { bytes in
      input.tokens.withUnsafeBufferPointer { tokens in
        let words = QuantityVocabulary.words(language)
        for run in input.runs where run.context != .furniture {
          let reader = TokenReader(
            bytes: bytes, tokens: tokens, start: run.tokens.lowerBound, end: run.tokens.upperBound,
            context: run.context)
          let grammar = QuantityGrammar(
            numbers: NumberReader(reader: reader, words: words, language: language, column: run.column),
            language: language)
          let unit = grammar.numbers.isInFigures ? run.column?.unit.flatMap(grammar.code(ofUnit:)) : nil
          var index = reader.start
          while index < reader.end {
            guard var found = grammar.quantity(index) else {
              index += 1
              continue
            }
            index = max(index + 1, found.end)
            let range = SourceRange(start: found.startByte, end: found.endByte)
            if run.context == .heading, range.start == run.range.start, isSectionNumber(bytes[range.bytes]) { continue }
            if found.type == .number { found.value?.unit = unit }
            mentions.append(
              Mention(
                range, found.type, method: .grammar, certainty: found.certainty,
                value: found.value.map(MentionValue.quantity) ?? .none))
          }
        }
      }
    }
    return mentions
  }

  /// Whether a figure numbers the section that it heads: "2.1".
  private func isSectionNumber(_ figure: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    figure.contains(UInt8(ascii: ".")) && figure.allSatisfy { $0 == UInt8(ascii: ".") || Characters.isDigit($0) }
  }
}
