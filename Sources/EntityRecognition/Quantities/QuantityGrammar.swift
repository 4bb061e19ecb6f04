import ArticleModel

/// A number with what it counts, as one mention.
struct QuantityMatch {
  var startByte: Int32
  var end: Int
  var endByte: Int32
  var type: MentionType
  var value: QuantityValue
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
  /// "14m": millions, as money is written.
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
    case .number, .mixed: return counted(index)
    case .word:
      let word = word(index)
      // "A$5", of which "A" is an article elsewhere.
      if reader.tokens[index].shape == .upper, reader.isGlued(index + 1), reader.punctuation(index + 1) == 0x24 {
        return moneyAfterWord(index, word)
      }
      switch word.role {
      case .cardinal, .one, .half, .multiplier: return counted(index)
      case .country, .currency: return moneyAfterWord(index, word)
      default: return nil
      }
    case .punctuation: return moneyAfterSymbol(index, from: index)
    case .clitic, .address: return nil
    }
  }

  // MARK: Money before its figure

  static func currency(_ symbol: UInt32) -> String? {
    switch symbol {
    case 0x24: "USD"
    case 0x20AC: "EUR"
    case 0xA3: "GBP"
    case 0xA5: "JPY"
    case 0x20B9: "INR"
    case 0x20BD: "RUB"
    case 0x20BA: "TRY"
    case 0x20B4: "UAH"
    case 0x20A9: "KRW"
    case 0x20AA: "ILS"
    case 0x20A6: "NGN"
    case 0x20AB: "VND"
    case 0x20BE: "GEL"
    default: nil
    }
  }

  /// "$1.2bn", "€5–10 million", "£5"; `start` is where a country's letters stand before the symbol.
  private func moneyAfterSymbol(_ index: Int, from start: Int, code: String? = nil) -> QuantityMatch? {
    let symbol = reader.punctuation(index)
    guard symbol == 0x24 || symbol > 0xA0, let currency = code ?? Self.currency(symbol) else { return nil }
    return money(from: start, figure: index + 1, symbol: symbol, code: currency, certainty: 0.97)
  }

  /// "US$5", "HK$1.2bn", "USD 5 million", "EUR14m".
  private func moneyAfterWord(_ index: Int, _ word: QuantityWord) -> QuantityMatch? {
    if reader.isGlued(index + 1), reader.punctuation(index + 1) == 0x24 {
      guard let code = dollar(index) else { return nil }
      return moneyAfterSymbol(index + 1, from: index, code: code)
    }
    // "Rs 500", "EUR 5": a code in capitals.
    guard word.role == .currency, reader.shape(index) == .upper, reader.tokens[index].range.count == 3 else {
      return nil
    }
    return money(
      from: index, figure: index + 1, symbol: 0, code: QuantityVocabulary.codes[Int(word.value)], certainty: 0.96)
  }

  /// The dollar that the letters before "$" name.
  private func dollar(_ index: Int) -> String? {
    let names: [(StaticString, String)] = [
      ("us", "USD"), ("u.s.", "USD"), ("a", "AUD"), ("au", "AUD"), ("c", "CAD"), ("ca", "CAD"), ("can", "CAD"),
      ("hk", "HKD"),
      ("nz", "NZD"), ("s", "SGD"), ("sg", "SGD"), ("nt", "TWD"), ("r", "BRL"), ("mx", "MXN"), ("mex", "MXN"),
    ]
    guard reader.shape(index) != .lower else { return nil }
    for (name, code) in names where reader.matches(index, name) { return code }
    return nil
  }

  private func money(
    from start: Int, figure index: Int, symbol: UInt32, code: String, certainty: Float
  ) -> QuantityMatch? {
    guard reader.kind(index) == .number || reader.kind(index) == .mixed, var first = numbers.number(index),
      takeMillions(&first)
    else { return nil }
    guard first.suffix == nil else { return nil }
    if let next = rangeConnector(first.end, from: start) {
      var other = next
      if symbol != 0, reader.punctuation(other) == symbol { other += 1 }
      if reader.kind(other) == .number || reader.kind(other) == .mixed, var second = numbers.number(other),
        takeMillions(&second), second.suffix == nil, other > next || reader.isDash(next - 1) || second.hasMultiplier
      {
        if !first.hasMultiplier, second.hasMultiplier, let lifted = lifted(first, as: second) { first.value = lifted }
        if first.value.approximation < second.value.approximation {
          return QuantityMatch(
            startByte: reader.startByte(start), end: second.end, endByte: second.endByte, type: .money,
            value: QuantityValue(atLeast: first.value.text, atMost: second.value.text, unit: code), certainty: certainty
          )
        }
      }
    }
    return QuantityMatch(
      startByte: reader.startByte(start), end: first.end, endByte: first.endByte, type: .money,
      value: QuantityValue(quantity: first.value.text, unit: code), certainty: certainty)
  }

  /// Takes the "m" of "€14m" as millions, as money is written; false where other letters follow.
  private func takeMillions(_ reading: inout NumberReading) -> Bool {
    guard let suffix = reading.suffix else {
      // "€14 m"
      if reader.matches(reading.end, "m") || reader.matches(reading.end, "bn") {
        reading.value = reading.value.scaled(by: reader.matches(reading.end, "m") ? 6 : 9)
        reading.endByte = reader.endByte(reading.end)
        reading.end += 1
        reading.hasMultiplier = true
      }
      return true
    }
    let power: Int
    if reader.matches(suffix, "m") || reader.matches(suffix, "mm") {
      power = 6
    } else if reader.matches(suffix, "b") {
      power = 9
    } else if reader.matches(suffix, "k") {
      power = 3
    } else if reader.matches(suffix, "t") {
      power = 12
    } else {
      return false
    }
    reading.value = reading.value.scaled(by: power)
    reading.suffix = nil
    reading.hasMultiplier = true
    return true
  }

  // MARK: Figures first

  /// A number at `index`, with its unit or alone.
  private func counted(_ index: Int) -> QuantityMatch? {
    guard isFree(before: index), var first = numbers.number(index) else { return nil }
    var start = reader.startByte(index)
    if let sign = sign(before: index) {
      first.value.isNegative = first.value.digits != 0
      start = sign
    }
    if let range = range(index, first, start: start) { return range }
    if let unit = unit(after: first) { return match(start, first, unit) }
    return plain(index, first, start: start)
  }

  private func match(_ start: Int32, _ reading: NumberReading, _ unit: QuantityUnit) -> QuantityMatch? {
    guard let value = reading.value.scaled(by: unit.power).multiplied(by: unit.factor) else { return nil }
    // "Two days ago" and "three years later" are dates.
    if unit.type == .measure, word(unit.end).role == .ago { return nil }
    // "$5 a year" and "a second term" count nothing; "one day" may be any day, "one-week" is a week.
    if reading.isOne {
      guard !reader.matches(reading.end - 1, "a"), !reader.matches(reading.end - 1, "an") else { return nil }
    }
    let isLoose = reading.isOne && !reader.isDash(reading.end)
    let certainty =
      isLoose
      ? min(unit.certainty, language == .english ? 0.7 : 0.5)
      : (reading.isWords ? min(unit.certainty, 0.9) : unit.certainty)
    return QuantityMatch(
      startByte: start, end: unit.end, endByte: unit.endByte, type: unit.type,
      value: QuantityValue(quantity: value.text, unit: unit.code), certainty: certainty)
  }

  /// "10–15 %", "5 to 10 km", "20 to 30 people", "between 5 and 10 percent".
  private func range(_ index: Int, _ first: NumberReading, start: Int32) -> QuantityMatch? {
    guard !first.isOne, first.suffix == nil else { return nil }
    guard let next = rangeConnector(first.end, from: index), let second = numbers.number(next), !second.isOne else {
      return nil
    }
    if reader.isDash(next - 1), second.isWords != first.isWords { return nil }
    let unit = unit(after: second)
    var lower = first.value
    if !first.hasMultiplier, second.hasMultiplier || (unit?.power ?? 0) > 0, let lifted = lifted(first, as: second) {
      lower = lifted
    }
    guard lower.approximation < second.value.approximation else { return nil }
    if let unit {
      guard let low = lower.scaled(by: unit.power).multiplied(by: unit.factor),
        let high = second.value.scaled(by: unit.power).multiplied(by: unit.factor)
      else { return nil }
      if unit.type == .measure, word(unit.end).role == .ago { return nil }
      return QuantityMatch(
        startByte: start, end: unit.end, endByte: unit.endByte, type: unit.type,
        value: QuantityValue(atLeast: low.text, atMost: high.text, unit: unit.code), certainty: unit.certainty - 0.02)
    }
    // Bare figures: a range only before the noun that they count; "3-2" is a score, "1998-2004" a date.
    guard second.suffix == nil, !first.isYearLike || !second.isYearLike, reader.kind(second.end) == .word,
      reader.shape(second.end) == .lower, word(second.end).role == .none, !isMonth(around: index, end: second.end),
      isPlain(index, end: second.end)
    else { return nil }
    return QuantityMatch(
      startByte: start, end: second.end, endByte: second.endByte, type: .number,
      value: QuantityValue(atLeast: lower.text, atMost: second.value.text), certainty: 0.75)
  }

  /// The index after what joins the ends of a range: a dash, or "to" and "and" where they do not mean a change.
  private func rangeConnector(_ index: Int, from start: Int) -> Int? {
    if reader.isDash(index) {
      return reader.isGlued(index) == reader.isGlued(index + 1) ? index + 1 : nil
    }
    switch word(index).role {
    // "rose from 5 to 10 km" is no range.
    case .to: return word(start - 1).role == .from ? nil : index + 1
    case .and: return isBetween(start - 1) ? index + 1 : nil
    default: return nil
    }
  }

  private func isBetween(_ index: Int) -> Bool {
    switch language {
    case .english, .other: reader.matches(index, "between")
    case .german: reader.matches(index, "zwischen")
    case .french, .spanish: reader.matches(index, "entre")
    }
  }

  /// "5" of "5 to 10 million" as millions.
  private func lifted(_ first: NumberReading, as second: NumberReading) -> ExactDecimal? {
    guard first.value.approximation < 1000 else { return nil }
    var power = 0
    var word = word(second.end - 1)
    var index = second.end - 1
    while word.role == .multiplier {
      power += Int(word.value)
      index -= 1
      word = self.word(index)
    }
    if power == 0 {
      // "5–10bn"
      let value = second.value
      power = value.exponent > 0 ? (value.exponent >= 9 ? 9 : (value.exponent >= 6 ? 6 : 3)) : 0
      if reader.kind(second.end - 1) != .mixed { power = 0 }
    }
    return power > 0 ? first.value.scaled(by: power) : nil
  }

  // MARK: Bare figures

  private func plain(_ index: Int, _ reading: NumberReading, start: Int32) -> QuantityMatch? {
    guard !reading.isOne, reading.suffix == nil, isPlain(index, end: reading.end),
      !isMonth(around: index, end: reading.end)
    else { return nil }
    var certainty: Float = reading.isWords ? 0.8 : 0.85
    if reading.isYearLike { certainty = 0.4 }
    if numbers.isInFigures { certainty = 0.95 }
    if reader.isGlued(reading.end), reader.isDash(reading.end) {
      // "28-member", but not "two-way", "9-11" and "3-2".
      guard !reading.isWords, reader.isGlued(reading.end + 1), reader.kind(reading.end + 1) == .word,
        reader.shape(reading.end + 1) == .lower, !reading.isYearLike
      else { return nil }
      certainty = 0.65
    }
    return QuantityMatch(
      startByte: start, end: reading.end, endByte: reading.endByte, type: .number,
      value: QuantityValue(quantity: reading.value.text), certainty: certainty)
  }

  /// Whether a figure is a number and not a label, a code, a score or a part of a name.
  private func isPlain(_ index: Int, end: Int) -> Bool {
    if reader.isGlued(end) {
      switch reader.punctuation(end) {
      case 0x3A, 0x2F, 0x2E, 0x5F, 0x40, 0x23:
        if reader.isGlued(end + 1), reader.isWordLike(end + 1) { return false }
      // "12ᵃ", "3°"
      case 0xB0: return false
      default: break
      }
      if reader.isWordLike(end) { return false }
    }
    // The number of an item at the beginning of a run.
    if index == reader.start, reader.punctuation(end) == 0x2E || reader.punctuation(end) == 0x29, end < reader.end - 1 {
      return false
    }
    let before = reader.punctuation(index - 1)
    let after = reader.punctuation(end)
    if before == 0x5B, after == 0x5D || after == 0x2C { return false }
    if before == 0x28, after == 0x29, reader.tokens[index].range.count <= 2 { return false }
    let earlier = word(index - 1)
    if earlier.role == .label || reader.punctuation(index - 1) == 0x2E && word(index - 2).role == .label {
      return false
    }
    if reader.kind(index - 1) == .number, reader.tokens[index].followsSpace, reader.kind(index) == .number {
      return false
    }
    // "Boeing 737", "Article 5": a name before it, but not the word that begins a sentence.
    if reader.isCapitalised(index - 1), earlier.role != .function, earlier.role != .from, earlier.role != .to,
      earlier.role != .and, earlier.role != .one, reader.kind(index) != .word
    {
      let isTitle = reader.context == .title || reader.context == .heading
      return isTitle && reader.kind(end) == .word
    }
    return true
  }

  /// Whether a month stands beside a figure, which is then a day or a year.
  private func isMonth(around index: Int, end: Int) -> Bool {
    if word(index - 1).role == .month, reader.isCapitalised(index - 1) || language == .french || language == .spanish {
      return true
    }
    var next = end
    if reader.punctuation(next) == 0x2E, reader.isGlued(next) { next += 1 }
    if reader.matches(next, "of") || reader.matches(next, "de") { next += 1 }
    guard word(next).role == .month else { return false }
    return reader.isCapitalised(next) || language == .french || language == .spanish
  }

  // MARK: Before a figure

  /// Whether nothing glued before a figure makes it a part of a code: "F-35", "COVID-19", "+49", "#7", "1/2".
  private func isFree(before index: Int) -> Bool {
    guard reader.isGlued(index), reader.contains(index - 1) else { return true }
    let mark = reader.punctuation(index - 1)
    switch mark {
    case 0x28, 0x5B, 0x22, 0x27, 0x2018, 0x201C, 0x201E, 0xAB, 0x2C, 0x3B, 0x7C, 0x7E, 0x3E, 0x3C, 0x2248, 0x3D, 0xB1:
      return true
    // "+12" of a column of changes; elsewhere a country's code.
    case 0x2B where numbers.isInFigures: return index - 1 == reader.start
    default:
      // A dash that stands free: a minus, or one between two sentences.
      return TokenReader.isDash(mark) && !reader.isGlued(index - 1)
        || mark == 0x2014 && reader.kind(index - 2) == .word
    }
  }

  /// Where a sign before the figure stands: "−4", "-4" after a space, "minus 4".
  private func sign(before index: Int) -> Int32? {
    if word(index - 1).role == .minus, reader.kind(index) == .number,
      !reader.isWordLike(index - 2) || reader.kind(index - 2) == .word
    {
      return reader.startByte(index - 1)
    }
    guard reader.isGlued(index) else { return nil }
    let mark = reader.punctuation(index - 1)
    // A hyphen that begins a run is a bullet, but for a cell of figures.
    guard mark == 0x2212 || ((mark == 0x2D || mark == 0x2013) && (index - 1 > reader.start || numbers.isInFigures)),
      !reader.isGlued(index - 1),
      mark == 0x2212 || !reader.isWordLike(index - 2) || reader.kind(index - 2) == .word
    else { return nil }
    return reader.startByte(index - 1)
  }
}
