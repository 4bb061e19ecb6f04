import ArticleModel

/// Decades: "1990s", "the sixties", "années 1990", "1990er Jahre".
extension DateGrammar {
  /// "1990s", "1990er Jahre", "’90s", "90s" after "the"; "1990's" and "1600s" too.
  func decade(_ index: Int) -> DateMatch? {
    if let leading = reader.leadingInteger(index) {
      if language == .german {
        if reader.matches(leading.rest, "ern") {
          return decade(leading.value, leading.digits, from: index, to: index + 1)
        }
        // "1990er Jahre", "1990er-Jahre"
        let next = reader.isDash(index + 1) ? index + 2 : index + 1
        guard reader.matches(leading.rest, "er") else { return nil }
        if reader.matches(next, "jahre") || reader.matches(next, "jahren") {
          return decade(leading.value, leading.digits, from: index, to: next + 1)
        }
        // "Mitte der 1990er", but not "der 1990er Riesling"
        let hasArticle = role(index - 1) == .of || role(index - 1) == .the
        guard leading.digits == 4, hasArticle, !reader.isCapitalised(index + 1),
          !reader.isGlued(index + 1)
            || !reader.isDash(index + 1)
        else { return nil }
        return decade(leading.value, leading.digits, from: index, to: index + 1)
      }
      guard language == .english, reader.matches(leading.rest, "s") else { return nil }
      return decade(leading.value, leading.digits, from: index, to: index + 1)
    }
    // "1990's" after "the" or a part of it: elsewhere it is the year's own.
    guard language == .english, reader.kind(index + 1) == .clitic, let year = reader.integer(index),
      year.digits == 4 || year.digits == 2, year.value % 10 == 0, role(index - 1) == .the || role(index - 1) == .part
    else { return nil }
    return decade(year.value, year.digits, from: index, to: index + 2)
  }

  private func decade(_ value: Int, _ digits: Int, from index: Int, to end: Int) -> DateMatch? {
    switch digits {
    case 4:
      guard (1000...2100).contains(value), value % 10 == 0, !isPartOfCode(before: index) || isPrefixed(index) else {
        return nil
      }
      // "1900s" may be the decade or the century; the century bounds both. "2000s" are a decade so far.
      let length = value % 100 == 0 && value < 2000 ? 99 : 9
      return match(from: index, to: end, Self.years(value, value + length), 0.96)
    case 2:
      guard value % 10 == 0, language != .german || end > index + 1 else { return nil }
      let isElided = reader.isGlued(index) && Characters.isApostrophe(reader.punctuation(index - 1))
      guard isElided || role(index - 1) == .the || language == .german, !reader.matches(index - 2, "his"),
        !reader.matches(index - 2, "her"), reader.punctuation(index + 1) != 0xB0
      else { return nil }
      guard value >= 30 else { return match(from: index, to: end, .unknown, 0.6) }
      var found = match(from: index, to: end, Self.years(1900 + value, 1909 + value), isElided ? 0.9 : 0.75)
      if isElided { found.startByte = reader.startByte(index - 1) }
      return found
    default: return nil
    }
  }

  /// "the sixties": of the twentieth century, from the thirties on.
  func decadeName(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard role(index - 1) == .the || role(index - 1) == .part || language == .german else { return nil }
    guard word.value >= 30 else { return match(from: index, to: index + 1, .unknown, 0.6) }
    let year = 1900 + Int(word.value)
    return match(from: index, to: index + 1, Self.years(year, year + 9), 0.8)
  }

  /// "années 1990", "années 90", "años noventa".
  func decadeNoun(_ index: Int) -> DateMatch? {
    let tens = self.word(index + 1)
    if tens.role == .cardinal, tens.value >= 30, tens.value % 10 == 0, role(index - 1) == .the || isOf(index - 1) {
      return match(from: index, to: index + 2, Self.years(1900 + Int(tens.value), 1909 + Int(tens.value)), 0.85)
    }
    guard let year = reader.integer(index + 1), year.value % 10 == 0 else { return nil }
    // "los años 2000" of Spanish; "tres años 2000 …" is none.
    guard role(index - 1) != .cardinal, reader.kind(index - 1) != .number else { return nil }
    if year.digits == 4, (1000...2100).contains(year.value) {
      return match(
        from: index, to: index + 2, Self.years(year.value, year.value + (year.value % 100 == 0 ? 99 : 9)), 0.94)
    }
    guard year.digits == 2, year.value >= 30 else { return nil }
    return match(from: index, to: index + 2, Self.years(1900 + year.value, 1909 + year.value), 0.88)
  }

  /// A decade or a century, whose beginning and end are known.
  static func years(_ first: Int, _ last: Int) -> DateMeaning {
    .span(PartialDate(year: first), PartialDate(year: last))
  }

  /// What lies somewhere between two years.
  static func bounds(_ first: Int, _ last: Int) -> DateMeaning {
    .within(PartialDate(year: first), PartialDate(year: last))
  }
}
