import ArticleModel

/// Units of measurement, with what they are raised to and divided by.
extension QuantityGrammar {
  /// "km", "-kilometre", "square kilometres", "km/h", "miles per hour", "nautical miles", "-year-old".
  func measure(_ index: Int, _ reading: NumberReading) -> QuantityUnit? {
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
    // "trois millions de tonnes"
    if reading.hasMultiplier, reader.matches(index, "de"), language == .french || language == .spanish { index += 1 }
    var power: Int32 = 0
    switch word(index).role {
    case .square, .cubic:
      power = word(index).value
      index += 1
      if reader.punctuation(index) == 0x2E, reader.isGlued(index) { index += 1 }
      index = behindHyphen(index)
    case .nautical: return nautical(index + 1)
    case .light: return lightYears(behindHyphen(index + 1))
    default: break
    }
    let word = word(index)
    guard word.role == .unit else {
      guard !reading.isWords, var symbol = symbol(index) else { return nil }
      if power > 0 {
        guard let code = Self.raised(symbol.code ?? "", to: power) else { return nil }
        symbol.code = code
      }
      return divided(symbol)
    }
    // "fifty-second" may be an ordinal
    if isHyphenated, reading.isWords, reader.matches(index, "second"), reading.value.digits >= 20,
      reading.value.digits % 10 == 0
    {
      return nil
    }
    // "zero-hours contracts"
    if isHyphenated, reading.isWords, reading.value.digits == 0 { return nil }
    // "5 Second Street", "30 Days of Night"
    if reader.shape(index) == .capitalised, language != .german, reader.context != .title, reader.context != .heading,
      !isHyphenated
    {
      return nil
    }
    var found = resolved(
      QuantityUnit(
        type: .measure, code: QuantityVocabulary.codes[Int(word.value)], end: index + 1,
        endByte: reader.endByte(index), certainty: isHyphenated ? 0.92 : 0.94))
    // "mètres carrés", "kilómetros cúbicos"
    if power == 0, language == .french || language == .spanish {
      let behind = self.word(index + 1)
      if behind.role == .square || behind.role == .cubic {
        power = behind.value
        found.end = index + 2
        found.endByte = reader.endByte(index + 1)
      }
    }
    if power > 0 {
      guard let code = Self.raised(found.code ?? "", to: power) else { return nil }
      found.code = code
    } else {
      adjust(&found, index)
    }
    return divided(found)
  }

  private func nautical(_ index: Int) -> QuantityUnit? {
    guard word(index).role == .unit, QuantityVocabulary.codes[Int(word(index).value)] == "[mi_i]" else { return nil }
    return QuantityUnit(
      type: .measure, code: "[nmi_i]", end: index + 1, endByte: reader.endByte(index), certainty: 0.94)
  }

  private func lightYears(_ index: Int) -> QuantityUnit? {
    guard reader.matches(index, "years") || reader.matches(index, "year") else { return nil }
    return QuantityUnit(type: .measure, code: "[ly]", end: index + 1, endByte: reader.endByte(index), certainty: 0.94)
  }

  /// The unit with its factor, where the vocabulary names one that UCUM has no code for.
  func resolved(_ unit: QuantityUnit) -> QuantityUnit {
    var unit = unit
    switch unit.code {
    case "decade": (unit.code, unit.factor) = ("a", 10)
    case "century": (unit.code, unit.factor) = ("a", 100)
    case "millennium": (unit.code, unit.factor) = ("a", 1000)
    case "fortnight": (unit.code, unit.factor) = ("d", 14)
    case "quarter-hour": (unit.code, unit.factor) = ("min", 15)
    case "bcm": (unit.code, unit.power) = ("m3", 9)
    case "mcm": (unit.code, unit.power) = ("m3", 6)
    case "{ton}": unit.certainty -= 0.1
    default: break
    }
    return unit
  }

  /// Ages take their "old", watts their hours; a second may be none.
  private func adjust(_ unit: inout QuantityUnit, _ index: Int) {
    switch unit.code {
    case "s", "min": if reader.matches(index, "second") || reader.matches(index, "minute") { unit.certainty = 0.85 }
    case "[ft_i]": if reader.matches(index, "foot") { unit.certainty = 0.85 }
    case "W", "kW", "MW", "GW", "TW":
      let next = behindHyphen(index + 1)
      guard reader.matches(next, "hours") || reader.matches(next, "hour") || reader.matches(next, "hora") else {
        return
      }
      unit.code! += ".h"
      unit.end = next + 1
      unit.endByte = reader.endByte(next)
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
    case ("mm", 3): "mm3"
    case ("dm", 3): "dm3"
    case ("[mi_i]", 2): "[smi_us]"
    case ("[ft_i]", 2): "[sft_i]"
    case ("[in_i]", 2): "[sin_i]"
    case ("[yd_i]", 2): "[syd_i]"
    case ("[ft_i]", 3): "[cft_i]"
    case ("[in_i]", 3): "[cin_i]"
    case ("[yd_i]", 3): "[cyd_i]"
    case ("s", 2): "s2"
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
    var unit = resolved(
      QuantityUnit(
        type: .measure, code: QuantityVocabulary.codes[Int(symbol.value)], end: index + 1, endByte: range.end,
        certainty: isCapital ? 0.6 : (range.count == 1 ? 0.85 : 0.94)))
    // "120 mm Hg"
    if unit.code == "mm", reader.matches(index + 1, "hg") {
      (unit.code, unit.end, unit.endByte) = ("mm[Hg]", index + 2, reader.endByte(index + 1))
    }
    return unit
  }

  // MARK: Divided units

  /// The unit with what it is divided by: "km/h", "m²", "µg/m³", "miles per hour", "miles an hour".
  func divided(_ unit: QuantityUnit) -> QuantityUnit {
    guard unit.type == .measure, unit.code != nil else { return unit }
    let unit = superscript(unit)
    guard let code = unit.code, !code.contains("/") else { return unit }
    let index = unit.end
    if reader.punctuation(index) == 0x2F, reader.isGlued(index), reader.isGlued(index + 1) {
      // "l/100km"
      if reader.matches(index + 1, "100km") { return unit.over("(100.km)", end: index + 2, reader) }
      guard let below = symbol(index + 1).map(superscript), let lower = below.code, !lower.contains("/"),
        below.factor == 1, below.power == 0
      else { return unit }
      return unit.over(lower, end: below.end, reader)
    }
    return perUnit(unit, code)
  }

  /// "µg/m³", "m/s²": a raised figure behind a symbol.
  private func superscript(_ unit: QuantityUnit) -> QuantityUnit {
    let mark = reader.punctuation(unit.end)
    guard mark == 0xB2 || mark == 0xB3, reader.isGlued(unit.end), let code = unit.code,
      let raised = Self.raised(code, to: mark == 0xB2 ? 2 : 3)
    else { return unit }
    var unit = unit
    unit.code = raised
    unit.endByte = reader.endByte(unit.end)
    unit.end += 1
    return unit
  }

  /// "miles per hour", "barrels a day", "micrograms per cubic metre", "litres per 100 km". What is done in a time or with a
  /// thing is no unit: "six hours a day", "two tonnes a year".
  private func perUnit(_ unit: QuantityUnit, _ code: String) -> QuantityUnit {
    let index = unit.end
    let isPer = word(index).role == .per
    guard isPer || (word(index).role == .one && numbers.isArticle(index) && language == .english) else { return unit }
    if isPer, reader.matches(index + 1, "100"), reader.matches(index + 2, "km"), code == "L" {
      return unit.over("(100.km)", end: index + 3, reader)
    }
    var next = index + 1
    var power: Int32 = 0
    if word(next).role == .square || word(next).role == .cubic {
      power = word(next).value
      next += 1
    }
    guard word(next).role == .unit else { return unit }
    let named = QuantityVocabulary.codes[Int(word(next).value)]
    guard let lower = power > 0 ? Self.raised(named, to: power) : named else { return unit }
    switch lower {
    case "h", "min", "s", "d":
      guard isPer ? Self.dimension(code) != .time : Self.isRate(code, lower) else { return unit }
    case "a", "wk", "mo": guard isPer, Self.dimension(code) != .time else { return unit }
    case "L", "mL", "m2", "m3", "km2", "har", "kg", "cm2", "cm3":
      guard isPer, Self.dimension(code) == .mass || Self.dimension(code) == .energy else { return unit }
    default: return unit
    }
    return unit.over(lower, end: next + 1, reader)
  }

  private enum Dimension { case length, volume, mass, time, energy, other }

  private static func dimension(_ code: String) -> Dimension {
    switch code {
    case "km", "m", "cm", "mm", "[mi_i]", "[ft_i]", "[nmi_i]", "[yd_i]", "[in_i]": .length
    case "L", "mL", "m3", "km3", "[bbl_us]", "[cft_i]", "hL", "{gallon}": .volume
    case "t", "kg", "g", "mg", "ug", "{ton}", "[lb_av]", "[oz_av]": .mass
    case "a", "mo", "wk", "d", "h", "min", "s", "ms": .time
    case "kW.h", "W", "kW", "kcal", "J", "kJ", "MJ": .energy
    default: .other
    }
  }

  /// "miles an hour", "barrels a day", "cubic metres a second"
  private static func isRate(_ code: String, _ time: String) -> Bool {
    switch dimension(code) {
    case .length: time != "d"
    case .volume: time == "s" || code == "[bbl_us]" || code == "[cft_i]" || code == "m3"
    default: false
    }
  }
}

extension QuantityUnit {
  /// The unit divided by another that ends before a token.
  fileprivate func over(_ lower: String, end: Int, _ reader: TokenReader) -> QuantityUnit {
    var unit = self
    unit.code = (code ?? "") + "/" + lower
    unit.end = end
    unit.endByte = reader.endByte(end - 1)
    return unit
  }
}
