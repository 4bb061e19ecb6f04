import ArticleModel

/// What stands behind a number.
extension QuantityGrammar {
  func unit(after reading: NumberReading) -> QuantityUnit? {
    if let suffix = reading.suffix { return glued(suffix, reading) }
    let next = reading.end
    return percentage(next) ?? degrees(next, isWords: reading.isWords) ?? money(next, reading) ?? measure(next, reading)
  }

  /// "85km", "3.5pc", "120km/h", "14m" before a currency.
  private func glued(_ range: SourceRange, _ reading: NumberReading) -> QuantityUnit? {
    if reader.matches(range, "m") {
      // Metres or millions: only a currency tells.
      guard var money = money(reading.end, reading) else { return nil }
      money.power = 6
      return money
    }
    guard let symbol = QuantityVocabulary.symbols.entry(reader.bytes, Int(range.start), Int(range.end)) else {
      return nil
    }
    if symbol.role == .percent {
      return QuantityUnit(type: .percentage, code: "%", end: reading.end, endByte: reading.endByte, certainty: 0.95)
    }
    // "30s" are years, "5h" and "8g" hours and grams.
    guard symbol.role == .unit, !reader.matches(range, "s") else { return nil }
    return divided(
      QuantityUnit(
        type: .measure, code: QuantityVocabulary.codes[Int(symbol.value)], end: reading.end, endByte: reading.endByte,
        certainty: range.count == 1 ? 0.8 : 0.94))
  }

  // MARK: Percentages

  /// "%", "percent", "per cent", "Prozent", "percentage points", "basis points".
  private func percentage(_ index: Int) -> QuantityUnit? {
    if reader.punctuation(index) == 0x25 || reader.punctuation(index) == 0xFF05 {
      return points(index + 1)
        ?? QuantityUnit(type: .percentage, code: "%", end: index + 1, endByte: reader.endByte(index), certainty: 0.98)
    }
    if reader.punctuation(index) == 0x2030 {
      return QuantityUnit(
        type: .percentage, code: "[ppth]", end: index + 1, endByte: reader.endByte(index), certainty: 0.95)
    }
    var index = index
    if reader.isDash(index), reader.isGlued(index), reader.isGlued(index + 1) { index += 1 }
    switch word(index).role {
    case .percent:
      return points(index + 1)
        ?? QuantityUnit(type: .percentage, code: "%", end: index + 1, endByte: reader.endByte(index), certainty: 0.97)
    case .per:
      // "per cent", "pour cent", "por ciento"
      guard reader.matches(index + 1, "cent") || reader.matches(index + 1, "ciento") else { return nil }
      return QuantityUnit(
        type: .percentage, code: "%", end: index + 2, endByte: reader.endByte(index + 1), certainty: 0.97)
    case .basis:
      guard word(index + 1).role == .points else { return nil }
      return QuantityUnit(
        type: .measure, code: "{basis-point}", end: index + 2, endByte: reader.endByte(index + 1), certainty: 0.93)
    case .points where language == .german:
      return QuantityUnit(
        type: .measure, code: "{percentage-point}", end: index + 1, endByte: reader.endByte(index), certainty: 0.94)
    case .points where reader.matches(index + 1, "porcentuales") || reader.matches(index + 1, "percentuales"):
      return QuantityUnit(
        type: .measure, code: "{percentage-point}", end: index + 2, endByte: reader.endByte(index + 1), certainty: 0.94)
    default: return nil
    }
  }

  private func points(_ index: Int) -> QuantityUnit? {
    guard language == .english, word(index).role == .points, !reader.isGlued(index) else { return nil }
    return QuantityUnit(
      type: .measure, code: "{percentage-point}", end: index + 1, endByte: reader.endByte(index), certainty: 0.95)
  }

  // MARK: Degrees

  /// "°C", "° C", "°", "degrees Celsius", "Grad".
  private func degrees(_ index: Int, isWords: Bool) -> QuantityUnit? {
    if reader.punctuation(index) == 0xB0 {
      if let scale = scale(index + 1), reader.tokens[index + 1].range.count == 1 {
        return QuantityUnit(
          type: .measure, code: scale, end: index + 2, endByte: reader.endByte(index + 1), certainty: 0.96)
      }
      return QuantityUnit(type: .measure, code: "deg", end: index + 1, endByte: reader.endByte(index), certainty: 0.75)
    }
    var index = index
    if reader.isDash(index), reader.isGlued(index), reader.isGlued(index + 1) { index += 1 }
    guard word(index).role == .degree else { return nil }
    if let scale = scale(index + 1) {
      return QuantityUnit(
        type: .measure, code: scale, end: index + 2, endByte: reader.endByte(index + 1), certainty: 0.96)
    }
    // Of an angle or of a temperature: UCUM's "deg" is the angle.
    return QuantityUnit(type: .measure, code: "deg", end: index + 1, endByte: reader.endByte(index), certainty: 0.7)
  }

  private func scale(_ index: Int) -> String? {
    if reader.matches(index, "celsius") || reader.matches(index, "c") || reader.matches(index, "centigrade") {
      return "Cel"
    }
    if reader.matches(index, "fahrenheit") || reader.matches(index, "f") { return "[degF]" }
    return nil
  }

  // MARK: Money

  /// "€", "euros", "US dollars", "Swiss francs", "pounds sterling", "USD".
  private func money(_ index: Int, _ reading: NumberReading) -> QuantityUnit? {
    func found(_ code: String?, _ end: Int, _ certainty: Float) -> QuantityUnit {
      QuantityUnit(type: .money, code: code, end: end, endByte: reader.endByte(end - 1), certainty: certainty)
    }
    switch reader.punctuation(index) {
    case 0x20AC: return found("EUR", index + 1, 0.97)
    case 0xA3: return found("GBP", index + 1, 0.94)
    case 0x24 where reader.kind(index + 1) != .number: return found("USD", index + 1, 0.85)
    case 0x20BD: return found("RUB", index + 1, 0.95)
    default: break
    }
    var index = index
    if reader.isDash(index), reader.isGlued(index), reader.isGlued(index + 1) { index += 1 }
    var word = word(index)
    // "14 million of euros" of French and Spanish: "millions d'euros", "millones de euros".
    if language == .french || language == .spanish, reading.hasMultiplier, reader.matches(index, "de") {
      index += 1
      word = self.word(index)
    } else if language == .french, reading.hasMultiplier,
      reader.matches(index, "d'euros") || reader.matches(index, "d’euros")
    {
      return found("EUR", index + 1, 0.97)
    }
    switch word.role {
    case .currency:
      let code = QuantityVocabulary.codes[Int(word.value)]
      switch code {
      // "won" is a verb, "lei", "lev" and "rand" are names too, rupees are several countries'.
      case "KRW":
        if reader.matches(index, "won") {
          guard reading.hasMultiplier || reading.value.approximation >= 1000 else { return nil }
        }
        return found(code, index + 1, 0.85)
      case "INR": return found(code, index + 1, reader.matches(index, "inr") ? 0.95 : 0.7)
      default: return found(code, index + 1, 0.95)
      }
    case .country:
      let code = QuantityVocabulary.codes[Int(word.value)]
      // "Hong Kong dollars", "New Zealand dollars"
      let noun = code == "HKD" ? index + 2 : index + 1
      switch self.word(noun).role {
      case .dollar, .franc, .krone, .peso, .dinar, .pound: return found(code, noun + 1, 0.96)
      default: return nil
      }
    case .dollar: return found("USD", index + 1, 0.92)
    case .pound:
      if reader.matches(index + 1, "sterling") { return found("GBP", index + 2, 0.97) }
      if reading.hasMultiplier, reading.value.approximation >= 100_000 { return found("GBP", index + 1, 0.9) }
      guard language == .english else { return nil }
      return QuantityUnit(
        type: .measure, code: "[lb_av]", end: index + 1, endByte: reader.endByte(index),
        certainty: reader.isDash(index - 1) ? 0.9 : 0.6)
    case .franc, .peso, .dinar: return found(nil, index + 1, 0.85)
    case .krone:
      if reader.matches(index, "kronor") || reader.matches(index, "krona") { return found("SEK", index + 1, 0.9) }
      return found(nil, index + 1, 0.8)
    default: return nil
    }
  }

  // MARK: Measures

  /// "km", "-kilometre", "square kilometres", "km/h", "miles per hour", "nautical miles", "-year-old".
  private func measure(_ index: Int, _ reading: NumberReading) -> QuantityUnit? {
    var index = index
    var isHyphenated = false
    if reader.isDash(index) {
      guard reader.isGlued(index), reader.isGlued(index + 1) else { return nil }
      isHyphenated = true
      index += 1
    } else if reader.kind(index) == .mixed, let power = symbol(index) {
      // "km2", "m2"
      return divided(power)
    }
    guard reader.kind(index) == .word else { return nil }
    var power: Int32 = 0
    var isNautical = false
    switch word(index).role {
    case .square, .cubic:
      power = word(index).value
      index += 1
      if reader.isDash(index), reader.isGlued(index + 1) { index += 1 }
    case .nautical:
      isNautical = true
      index += 1
    default: break
    }
    let word = word(index)
    guard word.role == .unit else {
      guard power == 0, !isNautical, !reading.isWords, let symbol = symbol(index) else { return nil }
      return divided(symbol)
    }
    // "5 Second Street", "30 Days of Night"
    if reader.shape(index) == .capitalised, language != .german, reader.context != .title, reader.context != .heading,
      !isHyphenated
    {
      return nil
    }
    var found = QuantityUnit(
      type: .measure, code: QuantityVocabulary.codes[Int(word.value)], end: index + 1, endByte: reader.endByte(index),
      certainty: isHyphenated ? 0.92 : 0.94)
    if isNautical {
      guard found.code == "[mi_i]" else { return nil }
      found.code = "[nmi_i]"
    }
    if power > 0 {
      guard let code = Self.raised(found.code ?? "", to: power) else { return nil }
      found.code = code
    } else {
      adjust(&found, index)
    }
    return divided(found)
  }

  /// Decades and centuries are counted in years; ages take their "old".
  private func adjust(_ unit: inout QuantityUnit, _ index: Int) {
    switch unit.code {
    case "decade": (unit.code, unit.factor) = ("a", 10)
    case "century": (unit.code, unit.factor) = ("a", 100)
    case "s", "min": if reader.matches(index, "second") || reader.matches(index, "minute") { unit.certainty = 0.85 }
    case "t": if reader.matches(index, "ton") || reader.matches(index, "tons") { unit.certainty = 0.8 }
    case "[ft_i]": if reader.matches(index, "foot") { unit.certainty = 0.85 }
    case "a", "mo", "wk", "d":
      guard reader.isGlued(index + 1), reader.isDash(index + 1), reader.isGlued(index + 2),
        reader.matches(index + 2, "old") || reader.matches(index + 2, "olds")
      else { return }
      unit.end = index + 3
      unit.endByte = reader.endByte(index + 2)
    default: break
    }
  }

  private static func raised(_ code: String, to power: Int32) -> String? {
    switch (code, power) {
    case ("km", 2): "km2"
    case ("m", 2): "m2"
    case ("cm", 2): "cm2"
    case ("mm", 2): "mm2"
    case ("m", 3): "m3"
    case ("km", 3): "km3"
    case ("cm", 3): "cm3"
    case ("[mi_i]", 2): "[smi_us]"
    case ("[ft_i]", 2): "[sft_i]"
    case ("[in_i]", 2): "[sin_i]"
    case ("[yd_i]", 2): "[syd_i]"
    case ("[ft_i]", 3): "[cft_i]"
    case ("[in_i]", 3): "[cin_i]"
    case ("[yd_i]", 3): "[cyd_i]"
    default: nil
    }
  }

  /// A unit's symbol, case and all.
  private func symbol(_ index: Int) -> QuantityUnit? {
    guard reader.contains(index) else { return nil }
    let range = reader.tokens[index].range
    guard let symbol = QuantityVocabulary.symbols.entry(reader.bytes, Int(range.start), Int(range.end)),
      symbol.role == .unit
    else { return nil }
    // A capital alone is an initial or a grade as often as a unit.
    let isCapital = range.count == 1 && reader.bytes[Int(range.start)] < 0x61
    return QuantityUnit(
      type: .measure, code: QuantityVocabulary.codes[Int(symbol.value)], end: index + 1, endByte: range.end,
      certainty: isCapital ? 0.6 : (range.count == 1 ? 0.85 : 0.94))
  }

  /// The unit with what it is divided by: "km/h", "m²", "miles per hour", "barrels a day".
  private func divided(_ unit: QuantityUnit) -> QuantityUnit {
    var unit = unit
    guard let code = unit.code, unit.type == .measure else { return unit }
    let index = unit.end
    let mark = reader.punctuation(index)
    if mark == 0xB2 || mark == 0xB3, reader.isGlued(index) {
      guard let raised = Self.raised(code, to: mark == 0xB2 ? 2 : 3) else { return unit }
      unit.code = raised
      unit.end = index + 1
      unit.endByte = reader.endByte(index)
      return unit
    }
    if mark == 0x2F, reader.isGlued(index), reader.isGlued(index + 1), let below = symbol(index + 1),
      let lower = below.code,
      !lower.contains("/"), !code.contains("/")
    {
      unit.code = code + "/" + lower
      unit.end = below.end
      unit.endByte = below.endByte
      return unit
    }
    guard word(index).role == .per, word(index + 1).role == .unit, !code.contains("/") else { return unit }
    var lower = QuantityVocabulary.codes[Int(word(index + 1).value)]
    guard lower != "decade", lower != "century", !lower.contains("/") else { return unit }
    if lower == "a" || lower == "d" || lower == "h" || lower == "min" || lower == "s" || lower == "wk" || lower == "mo"
    {
      lower = "/" + lower
    } else {
      return unit
    }
    unit.code = code + lower
    unit.end = index + 2
    unit.endByte = reader.endByte(index + 1)
    return unit
  }
}
