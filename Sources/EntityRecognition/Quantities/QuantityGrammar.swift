import ArticleModel

/// A number with what it counts, as one mention.
struct QuantityMatch {
  var startByte: Int32
  var end: Int
  var endByte: Int32
  var type: MentionType
  /// Nil where the words leave it open.
  var value: QuantityValue?
  var certainty: Float
}

/// What stands behind a number and says what it measures.
struct QuantityUnit {
  var type: MentionType
  /// UCUM or ISO 4217; nil where the words leave it open: "pesos".
  var code: String?
  /// The token after the last.
  var end: Int
  var endByte: Int32
  var certainty: Float
  /// The power of ten that it adds: "14m" are millions as money is written, pence hundredths.
  var power = 0
  /// Decades and centuries are years.
  var factor: UInt64 = 1
}

/// Reads numbers, percentages, money and measures from the tokens of one run.
struct QuantityGrammar {
  var numbers: NumberReader
  let language: GrammarLanguage

  var reader: TokenReader { numbers.reader }
  func word(_ index: Int) -> QuantityWord { numbers.word(index) }

  /// The quantity that begins at a token.
  @inline(__always)
  func quantity(_ index: Int) -> QuantityMatch? {
    switch reader.tokens[index].kind {
    case .number: return counted(index)
    // "R500m", "5km"
    case .mixed: return counted(index) ?? rand(index)
    case .word:
      let word = word(index)
      // "A$5", of which "A" is an article elsewhere.
      if reader.tokens[index].shape == .upper, reader.isGlued(index + 1), reader.punctuation(index + 1) == 0x24 {
        return moneyAfterWord(index, word)
      }
      switch word.role {
      case .cardinal, .one, .half, .multiplier: return counted(index)
      case .country, .currency, .krone: return moneyAfterWord(index, word)
      case .none where language == .german && numbers.isGermanCompound(index): return counted(index)
      default: return nil
      }
    case .punctuation:
      let mark = reader.punctuation(index)
      if mark == 0x24 || mark >= 0xA3, let money = moneyAfterSymbol(index, from: index) { return money }
      // "½", "⅔"
      return mark &- 0xBC < 3 || mark &- 0x2150 < 15 ? counted(index) : nil
    case .clitic, .address: return nil
    }
  }

  // MARK: Figures first

  /// A number at `index`, with its unit or alone.
  private func counted(_ index: Int) -> QuantityMatch? {
    guard isFree(before: index), var first = numbers.number(index) else { return nil }
    var start = reader.startByte(index)
    let sign = sign(before: index)
    if let sign {
      first.value.isNegative = sign.isNegative && first.value.digits != 0
      start = reader.startByte(sign.token)
    }
    if let range = range(index, first, start: start, lead: sign?.token ?? index) { return range }
    if let unit = unit(after: first) {
      // A hyphen that begins a run may be a bullet, and a plus a country's code: percentages and degrees have signs.
      if let sign, sign.isDoubtful, !Self.takesSign(unit) {
        guard sign.isNegative else { return nil }
        first.value.isNegative = false
        start = reader.startByte(index)
      }
      return match(start, first, unit)
    }
    if let sign, sign.isDoubtful {
      guard sign.isNegative || numbers.isInFigures else { return nil }
      if sign.isNegative {
        first.value.isNegative = false
        start = reader.startByte(index)
      }
    }
    return plain(index, first, start: start)
  }

  private static func takesSign(_ unit: QuantityUnit) -> Bool {
    switch unit.code {
    case "Cel", "[degF]", "deg", "{percentage-point}", "{basis-point}", "dB": true
    default: unit.type == .percentage
    }
  }

  private func match(_ start: Int32, _ reading: NumberReading, _ unit: QuantityUnit) -> QuantityMatch? {
    guard let value = reading.value.scaled(by: unit.power).multiplied(by: unit.factor) else { return nil }
    // "Two days ago" and "three years later" are dates.
    if unit.type == .measure, word(unit.end).role == .ago { return nil }
    // "$5 a year" and "a second term" count nothing; "one day" may be any day, "one-week" is a week.
    if reading.isOne {
      guard !reader.matches(reading.end - 1, "a"), !reader.matches(reading.end - 1, "an") else { return nil }
      // "One day, she left."
      if unit.code == "d", reader.tokens[reading.end - 1].startsSentence, language == .english { return nil }
    }
    let isLoose = reading.isOne && !reader.isDash(reading.end) && unit.factor == 1
    let certainty =
      isLoose
      ? min(unit.certainty, language == .english ? 0.7 : 0.5)
      : (reading.isWords ? min(unit.certainty, 0.9) : unit.certainty)
    let quantity = reading.isUnclear ? nil : value.text
    return QuantityMatch(
      startByte: start, end: unit.end, endByte: unit.endByte, type: unit.type,
      value: quantity == nil && unit.code == nil ? nil : QuantityValue(quantity: quantity, unit: unit.code),
      certainty: certainty)
  }

  // MARK: Before a figure

  /// Whether nothing glued before a figure makes it a part of a code: "F-35", "COVID-19", "#7", "1/2".
  private func isFree(before index: Int) -> Bool {
    guard reader.isGlued(index), reader.contains(index - 1) else { return true }
    let mark = reader.punctuation(index - 1)
    switch mark {
    // "5'10" is a height.
    case 0x22, 0x27, 0x2018, 0x2019: return !reader.isGlued(index - 1) || !reader.isWordLike(index - 2)
    case 0x28, 0x5B, 0x201C, 0x201E, 0xAB, 0x2C, 0x3B, 0x7C, 0x7E, 0x3E, 0x3C, 0x2248, 0x3D, 0xB1, 0x2264, 0x2265:
      return true
    // "+3%", "+12" of a column of changes; elsewhere a country's code.
    case 0x2B: return isOpen(before: index - 1)
    default:
      // A dash that stands free: a minus, or one between two sentences.
      return TokenReader.isDash(mark) && isOpen(before: index - 1)
        || mark == 0x2014 && reader.kind(index - 2) == .word
    }
  }

  /// Whether a sign may stand at a token: behind a space or what opens a bracket or a quotation.
  private func isOpen(before index: Int) -> Bool {
    guard reader.isGlued(index) else { return true }
    switch reader.punctuation(index - 1) {
    case 0x28, 0x5B, 0x22, 0x27, 0x2018, 0x201C, 0x201E, 0xAB, 0x7E: return true
    default: return false
    }
  }

  struct Sign {
    var token: Int
    var isNegative: Bool
    /// Whether only what follows tells that it is a sign.
    var isDoubtful = false
  }

  /// The sign before a figure: "−4", "-4" after a space, "minus 4", "+3".
  func sign(before index: Int) -> Sign? {
    let isFigure = reader.kind(index) == .number || reader.kind(index) == .mixed
    if isFigure, word(index - 1).role == .minus, !reader.isWordLike(index - 2) || reader.kind(index - 2) == .word {
      return Sign(token: index - 1, isNegative: true)
    }
    guard reader.isGlued(index), isOpen(before: index - 1) else { return nil }
    switch reader.punctuation(index - 1) {
    case 0x2B: return Sign(token: index - 1, isNegative: false, isDoubtful: !numbers.isInFigures)
    case 0x2212: return Sign(token: index - 1, isNegative: true)
    case 0x2D, 0x2013:
      guard !reader.isWordLike(index - 2) || reader.kind(index - 2) == .word else { return nil }
      return Sign(
        token: index - 1, isNegative: true, isDoubtful: index - 1 == reader.start && !numbers.isInFigures)
    default: return nil
    }
  }
}
