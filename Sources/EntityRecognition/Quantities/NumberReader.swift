import ArticleModel

/// A number as it stands in the text.
struct NumberReading {
  /// The token after the last.
  var end: Int
  var endByte: Int32
  var value: ExactDecimal
  /// In words, as "three": such a number has no unit's symbol behind it.
  var isWords = false
  var hasMultiplier = false
  /// "one", "a": no number by itself.
  var isOne = false
  /// The letters glued to the figures: "km" of "85km".
  var suffix: SourceRange?
  /// Four figures without a separator: a year, more often than not.
  var isYearLike = false
  /// What the words say is no decimal, as two thirds, or is open, as "1,500" in Spanish: there is no value.
  var isUnclear = false
  var isFraction = false
  /// "half an", which only a unit completes.
  var isOnlyBeforeUnit = false
}

/// Reads numbers in figures and in words, with the separators of the language.
struct NumberReader {
  var reader: TokenReader
  let words: WordTable<QuantityWord>
  let language: GrammarLanguage
  /// What the column holds that the run is a cell of.
  var column: TableColumn?

  /// Whether the run is a cell of a column of figures.
  var isInFigures: Bool {
    switch column?.kind {
    case .number, .percentage, .money: true
    case .text, .date, nil: false
    }
  }

  @inline(__always)
  func word(_ index: Int) -> QuantityWord {
    guard reader.contains(index), reader.tokens[index].kind == .word else { return .none }
    let range = reader.tokens[index].range
    return words.entry(reader.bytes, Int(range.start), Int(range.end)) ?? .none
  }

  /// The number that begins at a token.
  func number(_ index: Int) -> NumberReading? {
    guard reader.contains(index) else { return nil }
    switch reader.tokens[index].kind {
    case .number: return figures(index)
    case .mixed: return mixed(index)
    case .word: return inWords(index) ?? (language == .german ? germanCompound(index) : nil)
    case .punctuation: return vulgarFraction(index)
    case .clitic, .address: return nil
    }
  }

  func isGermanCompound(_ index: Int) -> Bool {
    let range = reader.tokens[index].range
    return GermanNumberWord.value(reader.bytes, Int(range.start), Int(range.end)) != nil
  }

  private func germanCompound(_ index: Int) -> NumberReading? {
    let range = reader.tokens[index].range
    guard let value = GermanNumberWord.value(reader.bytes, Int(range.start), Int(range.end)) else { return nil }
    return multiplied(NumberReading(end: index + 1, endByte: range.end, value: value, isWords: true))
  }
}
