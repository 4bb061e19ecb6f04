import ArticleModel

/// Ranges: "3–5 km", "between 5% and 10%", "$10–12 billion", "-5 to -10 °C".
extension QuantityGrammar {
  /// "10–15 %", "5 to 10 km", "20 to 30 people", "between 5 and 10 percent", "5% to 10%".
  ///
  /// - Parameter lead: the token that it begins with, a sign or the figure.
  func range(_ index: Int, _ first: NumberReading, start: Int32, lead: Int) -> QuantityMatch? {
    guard !first.isOne, !first.isUnclear, !first.isOnlyBeforeUnit else { return nil }
    if first.suffix != nil || rangeConnector(first.end, from: lead) == nil {
      return rangeOfUnits(lead, first, start: start)
    }
    guard let next = rangeConnector(first.end, from: lead), let second = upperEnd(next) else { return nil }
    if reader.isDash(next - 1), second.isWords != first.isWords { return nil }
    let unit = unit(after: second)
    var lower = first.value
    if !first.hasMultiplier, second.hasMultiplier || (unit?.power ?? 0) > 0, let lifted = lifted(first, as: second) {
      lower = lifted
    }
    if let unit { return match(start, lower, second.value, unit) }
    guard lower.approximation < second.value.approximation else { return nil }
    guard second.suffix == nil, isBareRange(index, first, second) else { return nil }
    return QuantityMatch(
      startByte: start, end: second.end, endByte: second.endByte, type: .number,
      value: QuantityValue(atLeast: lower.text, atMost: second.value.text), certainty: 0.75)
  }

  /// Whether bare figures are a range: before the noun that they count, or too large for scores ("3-2") and years
  /// ("1998-2004").
  private func isBareRange(_ index: Int, _ first: NumberReading, _ second: NumberReading) -> Bool {
    guard isPlain(index, end: second.end), !isMonth(around: index, end: second.end) else { return false }
    if second.hasMultiplier || first.value.approximation >= 1000 && !first.isYearLike { return true }
    return !(first.isYearLike && second.isYearLike) && reader.kind(second.end) == .word
      && reader.shape(second.end) == .lower && word(second.end).role == .none && !isScore(index, end: second.end)
  }

  /// "5% to 10%", "3km–5km": the unit stands with both ends.
  private func rangeOfUnits(_ lead: Int, _ first: NumberReading, start: Int32) -> QuantityMatch? {
    guard let lowerUnit = unit(after: first),
      let next = rangeConnector(lowerUnit.end, from: lead), !isChange(lead - 1) || reader.isDash(next - 1),
      let second = upperEnd(next), let unit = unit(after: second), unit.code == lowerUnit.code,
      unit.factor == lowerUnit.factor, unit.power == lowerUnit.power
    else { return nil }
    return match(start, first.value, second.value, unit)
  }

  /// The number of the upper end, with its sign.
  private func upperEnd(_ next: Int) -> NumberReading? {
    let isNegative =
      word(next).role == .minus || reader.isDash(next) && !reader.isGlued(next) && reader.isGlued(next + 1)
    guard var second = numbers.number(isNegative ? next + 1 : next), !second.isOne, !second.isUnclear,
      !second.isOnlyBeforeUnit
    else { return nil }
    second.value.isNegative = isNegative && second.value.digits != 0
    return second
  }

  private func match(_ start: Int32, _ one: ExactDecimal, _ other: ExactDecimal, _ unit: QuantityUnit) -> QuantityMatch?
  {
    // "-5 to -10 °C" counts downwards.
    let isFalling = one.isNegative && other.isNegative && other.approximation < one.approximation
    let (lower, upper) = isFalling ? (other, one) : (one, other)
    guard lower.approximation < upper.approximation, unit.type != .measure || word(unit.end).role != .ago,
      let low = lower.scaled(by: unit.power).multiplied(by: unit.factor),
      let high = upper.scaled(by: unit.power).multiplied(by: unit.factor)
    else { return nil }
    return QuantityMatch(
      startByte: start, end: unit.end, endByte: unit.endByte, type: unit.type,
      value: QuantityValue(atLeast: low.text, atMost: high.text, unit: unit.code), certainty: unit.certainty - 0.02)
  }

  /// The index after what joins the ends of a range: a dash, or "to" and "and" where they do not mean a change.
  func rangeConnector(_ index: Int, from start: Int) -> Int? {
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

  /// "fell 0.2% to 4.5%" tells a change and where it led.
  private func isChange(_ index: Int) -> Bool { word(index).role == .change }

  /// "lost 2-3", "a 1-2 defeat", "2-3 at home".
  private func isScore(_ index: Int, end: Int) -> Bool {
    reader.isDash(index + 1)
      && (word(index - 1).role == .score || word(end).role == .score
        || reader.matches(index - 1, "won") || reader.matches(end, "at") || reader.matches(end, "against"))
  }

  /// "5" of "5 to 10 million" as millions.
  func lifted(_ first: NumberReading, as second: NumberReading) -> ExactDecimal? {
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
}
