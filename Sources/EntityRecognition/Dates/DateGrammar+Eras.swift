import ArticleModel

/// Years with an era, and years of antiquity without one.
extension DateGrammar {
  /// "44 BC", "394 AD", "776 BCE", "44 v. Chr."
  func yearWithEra(_ index: Int) -> DateMatch? {
    guard let year = eraYear(index), !isPartOfCode(before: index) else { return nil }
    // "221–206 BC", "264 to 146 BC"
    let isBetween = role(index - 1) == .between
    if let joined = connector(index + 1, allowsAnd: isBetween), let last = eraYear(joined), let era = era(joined + 1),
      era.value < 0 ? last < year : last > year
    {
      let (from, to) = era.value < 0 ? (1 - year, 1 - last) : (year, last)
      return match(from: index, to: era.next, .span(PartialDate(year: from), PartialDate(year: to)), 0.93)
    }
    guard let era = era(index + 1) else { return nil }
    return match(
      from: index, to: era.next, .point(PartialDate(year: era.value < 0 ? 1 - year : year)), 0.96)
  }

  private func eraYear(_ index: Int) -> Int? {
    guard let year = reader.integer(index), (1...9999).contains(year.value) else { return nil }
    return year.value
  }

  /// "AD 79", in capitals.
  func eraFirst(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard word.value > 0, reader.shape(index) == .upper, let year = eraYear(index + 1), !isCode(after: index + 2),
      role(index + 2) != .counted
    else { return nil }
    return extended(match(from: index, to: index + 2, .point(PartialDate(year: year)), 0.94))
  }

  /// An era at `index`, and the token after it: "BC", "A.D.", "v. Chr.", "av. J.-C.", "a. C."
  func era(_ index: Int) -> (value: Int, next: Int)? {
    let word = word(index)
    if word.role == .era { return reader.shape(index) == .upper ? (Int(word.value), index + 1) : nil }
    switch language {
    case .german:
      guard reader.matches(index, "v") || reader.matches(index, "n"), reader.punctuation(index + 1) == 0x2E,
        reader.matches(index + 2, "chr")
      else { return nil }
      let end = reader.isGlued(index + 3) && reader.punctuation(index + 3) == 0x2E ? index + 4 : index + 3
      return (reader.matches(index, "v") ? -1 : 1, end)
    case .french:
      let isBefore = reader.matches(index, "av") || reader.matches(index, "avant")
      guard isBefore || reader.matches(index, "apr") else { return nil }
      var next = index + 1
      if reader.punctuation(next) == 0x2E { next += 1 }
      guard reader.matches(next, "j"), reader.punctuation(next + 1) == 0x2E else { return nil }
      // "J.-C." is "J", ".", "-", "C", ".".
      guard reader.isDash(next + 2), reader.matches(next + 3, "c") else { return nil }
      let end = reader.isGlued(next + 4) && reader.punctuation(next + 4) == 0x2E ? next + 5 : next + 4
      return (isBefore ? -1 : 1, end)
    case .spanish:
      if reader.matches(index, "a.c.") { return (-1, index + 1) }
      if reader.matches(index, "d.c.") { return (1, index + 1) }
      guard reader.matches(index, "a") || reader.matches(index, "d"), reader.punctuation(index + 1) == 0x2E,
        reader.matches(index + 2, "c"), reader.punctuation(index + 3) == 0x2E
      else { return nil }
      return (reader.matches(index, "a") ? -1 : 1, index + 4)
    case .english, .other: return nil
    }
  }

  /// "AD842", one token.
  func gluedEra(_ index: Int) -> DateMatch? {
    let range = reader.tokens[index].range
    let digits = SourceRange(start: range.start + 2, end: range.end)
    guard (3...6).contains(range.count), reader.matches(SourceRange(start: range.start, end: digits.start), "ad"),
      reader.bytes[digits.bytes].allSatisfy(Characters.isDigit), reader.shape(index) == .upper
    else { return nil }
    let year = reader.bytes[digits.bytes].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    return match(from: index, to: index + 1, .point(PartialDate(year: year)), 0.85)
  }

  /// "71" of "in the year 71".
  func namedYear(_ index: Int) -> DateMatch? {
    guard role(index - 1) == .year, role(index - 2) == .the, let year = reader.integer(index), year.value > 0,
      year.digits < 4, !isCode(after: index + 1), role(index + 1) != .counted
    else { return nil }
    return match(from: index, to: index + 1, .point(PartialDate(year: year.value)), 0.85)
  }

  /// Whether a figure begins the years of a life or a reign: "(c. 314 – 368)".
  private func isCirca(_ index: Int) -> Bool {
    guard reader.punctuation(index - 1) == 0x2E, reader.matches(index - 2, "c") || reader.matches(index - 2, "ca"),
      reader.isDash(index + 1), let last = reader.integer(index + 2)
    else { return false }
    return (3...4).contains(last.digits)
  }

  /// "348" of "In 348 he died", in an article that has named such a year before.
  func oldYear(_ index: Int) -> DateMatch? {
    guard let year = reader.integer(index), year.digits == 3, year.value >= 100,
      knowsOldYears || isCirca(index) || opensSentence(index),
      !isPartOfCode(before: index), !isCode(after: index + 1), !isQuantity(after: index + 1),
      self.word(index + 1).role != .unit, !isUncertainPlural(after: index)
    else { return nil }
    let before = reader.punctuation(index - 1) == 0x2E ? index - 2 : index - 1
    guard
      isCirca(index) || role(before) == .preposition || reader.matches(before, "until")
        || reader.matches(before, "about")
    else { return nil }
    let isBeforeChrist = anchor?.date.year.map { $0 <= 0 } ?? false
    let date = PartialDate(year: isBeforeChrist ? 1 - year.value : year.value)
    return extended(match(from: index, to: index + 1, .point(date), 0.75))
  }

  /// Whether a figure opens its sentence as years do: "In 642, he died."
  private func opensSentence(_ index: Int) -> Bool {
    reader.matches(index - 1, "in") && reader.tokens[index - 1].startsSentence && reader.punctuation(index + 1) == 0x2C
      && reader.isGlued(index + 1) && !reader.isGlued(index + 2)
  }
}
