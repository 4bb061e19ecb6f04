import ArticleModel

/// What stands behind a number: percentages and degrees here, money and measures in files of their own.
extension QuantityGrammar {
  func unit(after reading: NumberReading) -> QuantityUnit? {
    if let suffix = reading.suffix { return glued(suffix, reading) }
    // "un quart d'heure", "millions d'euros"
    let next = language == .french && reader.kind(reading.end) == .clitic ? reading.end + 1 : reading.end
    return percentage(next) ?? degrees(next, reading) ?? money(next, reading) ?? measure(next, reading)
  }

  /// "85km", "3.5pc", "120km/h", "14m" before a currency, "38C", "50p".
  private func glued(_ range: SourceRange, _ reading: NumberReading) -> QuantityUnit? {
    if reader.matches(range, "m") {
      // Metres or millions: only a currency tells.
      guard var money = money(reading.end, reading) else { return nil }
      money.power += 6
      return money
    }
    func found(_ type: MentionType, _ code: String?, _ certainty: Float, power: Int = 0) -> QuantityUnit {
      QuantityUnit(
        type: type, code: code, end: reading.end, endByte: reading.endByte, certainty: certainty, power: power)
    }
    if reader.matches(range, "p"), reading.value.exponent == 0, reading.value.digits < 1000 {
      return found(.money, "GBP", 0.8, power: -2)
    }
    if reader.matches(range, "bps") { return found(.measure, "{basis-point}", 0.9) }
    let isLetter = range.count == 1
    if isLetter, let scale = scale(ofLetter: reader.bytes[Int(range.start)], reading) {
      return found(.measure, scale, 0.8)
    }
    guard let symbol = QuantityVocabulary.symbols.entry(reader.bytes, Int(range.start), Int(range.end)) else {
      return nil
    }
    if symbol.role == .percent { return found(.percentage, "%", 0.95) }
    // "30s" are years, "4K" pixels, "5h" and "8g" hours and grams.
    guard symbol.role == .unit, !reader.matches(range, "s"), !reader.matches(range, "k") else { return nil }
    let code = QuantityVocabulary.codes[Int(symbol.value)]
    return divided(resolved(found(.measure, code, isLetter ? 0.8 : 0.94)))
  }

  /// "38C", "100F": a temperature that there is, not behind a name ("Gate 12C").
  private func scale(ofLetter letter: UInt8, _ reading: NumberReading) -> String? {
    let index = reading.end - 1
    guard letter == 0x43 || letter == 0x46, reading.value.digits < 1500, reading.value.approximation < 150,
      isPlain(index, end: reading.end), reading.value.exponent <= 0, language == .english
    else { return nil }
    return letter == 0x43 ? "Cel" : "[degF]"
  }

  // MARK: Percentages

  /// "%", "percent", "per cent", "Prozent", "percentage points", "basis points".
  private func percentage(_ index: Int) -> QuantityUnit? {
    func found(_ type: MentionType, _ code: String, _ end: Int, _ certainty: Float) -> QuantityUnit {
      QuantityUnit(type: type, code: code, end: end, endByte: reader.endByte(end - 1), certainty: certainty)
    }
    switch reader.punctuation(index) {
    case 0x25, 0xFF05, 0x66A: return points(index + 1) ?? found(.percentage, "%", index + 1, 0.98)
    case 0x2030: return found(.percentage, "[ppth]", index + 1, 0.95)
    default: break
    }
    let index = behindHyphen(index)
    switch word(index).role {
    case .percent: return points(behindHyphen(index + 1)) ?? found(.percentage, "%", index + 1, 0.97)
    case .per:
      // "per cent", "pour cent", "por ciento"
      let next = behindHyphen(index + 1)
      guard reader.matches(next, "cent") || reader.matches(next, "ciento") else { return nil }
      return points(behindHyphen(next + 1)) ?? found(.percentage, "%", next + 1, 0.97)
    case .basis: return word(index + 1).role == .points ? found(.measure, "{basis-point}", index + 2, 0.93) : nil
    case .points where language == .german:
      let isBasis = reader.matches(index, "basispunkte") || reader.matches(index, "basispunkten")
      return found(.measure, isBasis ? "{basis-point}" : "{percentage-point}", index + 1, 0.94)
    case .points where reader.matches(index + 1, "porcentuales") || reader.matches(index + 1, "percentuales"):
      return found(.measure, "{percentage-point}", index + 2, 0.94)
    case .points where reader.matches(index + 1, "de") && reader.matches(index + 2, "pourcentage"):
      return found(.measure, "{percentage-point}", index + 3, 0.95)
    case .points where reader.matches(index + 1, "de") && reader.matches(index + 2, "base"):
      return found(.measure, "{basis-point}", index + 3, 0.93)
    default: return nil
    }
  }

  private func points(_ index: Int) -> QuantityUnit? {
    guard language == .english, word(index).role == .points else { return nil }
    return QuantityUnit(
      type: .measure, code: "{percentage-point}", end: index + 1, endByte: reader.endByte(index), certainty: 0.95)
  }

  /// The token after a glued hyphen, or the token itself: "30-per-cent".
  func behindHyphen(_ index: Int) -> Int {
    reader.isDash(index) && reader.isGlued(index) && reader.isGlued(index + 1) ? index + 1 : index
  }

  // MARK: Degrees

  /// "°C", "° C", "°", "degrees Celsius", "Grad"; the double prime of inches.
  private func degrees(_ index: Int, _ reading: NumberReading) -> QuantityUnit? {
    func found(_ code: String, _ end: Int, _ certainty: Float) -> QuantityUnit {
      QuantityUnit(type: .measure, code: code, end: end, endByte: reader.endByte(end - 1), certainty: certainty)
    }
    if reader.punctuation(index) == 0xB0 {
      if let scale = scale(index + 1), reader.tokens[index + 1].range.count == 1 {
        return found(scale, index + 2, 0.96)
      }
      return found("deg", index + 1, 0.75)
    }
    // "6″"
    if reader.punctuation(index) == 0x2033, reader.isGlued(index) { return found("[in_i]", index + 1, 0.8) }
    let noun = behindHyphen(index)
    guard word(noun).role == .degree else { return nil }
    if let scale = scale(noun + 1) { return found(scale, noun + 2, 0.96) }
    // Of an angle or of a temperature: UCUM's "deg" is the angle.
    return found("deg", noun + 1, 0.7)
  }

  private func scale(_ index: Int) -> String? {
    if reader.matches(index, "celsius") || reader.matches(index, "c") || reader.matches(index, "centigrade")
      || reader.matches(index, "centígrados")
    {
      return "Cel"
    }
    if reader.matches(index, "fahrenheit") || reader.matches(index, "f") { return "[degF]" }
    return nil
  }
}
